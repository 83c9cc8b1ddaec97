import t from 'tap';
import { permissions } from '../../src/access/permissions.ts';
import { builtInRoleNames, builtInRoles, kioskGrants } from '../../src/access/roles.ts';

/** Who may what, and how far: a change of a role is a change of this table. `-` not at all. */
const matrix = `
permission              officer  department_head  clerk  auditor  administrator
evidence.see            own      units            all    all      -
evidence.tag            own      units            all    -        -
evidence.loosen         -        -                all    -        -
evidence.watch          own      units            all    all      -
evidence.copy           own      units            all    -        -
evidence.give_out       -        -                all    -        -
evidence.bring_in       -        -                all    -        -
evidence.hold           -        units            all    -        -
session.see             own      units            all    all      -
session.return          own      units            all    -        -
session.amend           -        units            all    -        -
justification.see       own      units            all    all      -
justification.submit    own      units            all    -        -
justification.decide    -        units            -      -        -
finding.see             own      units            all    all      -
finding.explain         own      units            all    -        -
finding.dismiss         -        units            all    -        -
case.see                own      units            all    all      -
case.export             -        -                all    -        -
register.see            -        units            all    all      all
register.edit           -        -                all    -        -
disposal.see            -        units            all    all      -
disposal.propose        -        -                all    -        -
disposal.decide         -        units            -      all      -
request.see             own      units            all    all      -
request.submit          own      units            all    all      -
request.decide          -        units            -      -        -
review.see              -        units            all    all      -
review.draw             -        -                all    -        -
review.enter            -        units            all    all      -
report.see              -        units            all    all      -
ledger.see              -        -                -      all      -
ledger.export           -        -                -      all      -
personal.see            own      units            all    all      -
docking.see             own      units            all    all      all
docking.control         -        -                -      -        all
recorder.manage         -        -                -      -        all
erasing.see             -        -                all    all      all
erasing.order           -        -                all    -        all
fixity.see              -        -                all    all      all
fixity.check            -        -                all    -        all
alarm.see               -        units            all    all      all
alarm.handle            -        -                all    -        all
station.see             -        -                -      all      all
backup.make             -        -                -      -        all
config.see              -        -                -      all      all
config.change           -        -                -      -        all
account.see             -        -                -      all      all
account.manage          -        -                -      -        all
role.see                -        -                -      all      all
role.manage             -        -                -      -        all
token.see               -        -                -      all      all
token.manage            -        -                -      -        all
proposal.see            -        -                all    all      all
proposal.make           -        -                all    -        all
proposal.confirm        -        -                -      all      all
`;

t.test('the table is what each role grants, for every permission', async (t) => {
  const [head = '', ...rows] = matrix.trim().split('\n');
  const [, ...roles] = head.split(/\s+/);
  t.same(roles, [...builtInRoleNames]);
  const table = rows.map((row) => row.split(/\s+/));
  t.same(
    table.map(([permission]) => permission),
    [...permissions],
  );
  for (const [permission = '', ...granted] of table)
    for (const [at, role] of builtInRoleNames.entries()) {
      const grants: Readonly<Record<string, string | undefined>> = builtInRoles[role].grants;
      t.equal(grants[permission] ?? '-', granted[at], `${role}: ${permission}`);
    }
});

t.test('clerks, auditors and administrators sign in with two factors', async (t) => {
  const two = builtInRoleNames.filter((name) => builtInRoles[name].secondFactor);
  t.same(two, ['clerk', 'auditor', 'administrator']);
});

t.test('the kiosk opens no more than an officer’s own, and no footage', async (t) => {
  for (const [permission, extent] of Object.entries(kioskGrants)) {
    t.equal(extent, 'own', permission);
    t.ok(permission in builtInRoles.officer.grants, permission);
    t.notMatch(permission, /watch|copy|give_out/);
  }
});
