import fc from 'fast-check';
import t from 'tap';
import { permissions } from '../../../src/access/permissions.ts';
import { type Principal, scopeOf } from '../../../src/access/principal.ts';
import { requestStates, type StandingRequest } from '../../../src/access/requests/request-book.ts';
import { mayCopy, mayWatch, type WatchFacts } from '../../../src/access/requests/watch-rule.ts';
import { type BuiltInRole, builtInRoleNames, builtInRoles } from '../../../src/access/roles.ts';
import { requestKinds } from '../../../src/custody/entry-kinds.ts';

const now = Temporal.Instant.from('2026-09-02T10:00:00Z');

function somebody(role: BuiltInRole, officer: string | null): Principal {
  const scope = scopeOf([builtInRoles[role].grants], new Set(['A']));
  return {
    ...{ account: 'ST01-U000009', roles: [role], permissions: new Set(scope.keys()), scope, officer },
    ...({ by: 'password', credential: 'x', pending: null, name: null, person: null } as const),
  };
}

const request: StandingRequest = {
  ...{ request: 'ST01-R000001', kind: 'view', for: 'ST01-U000009', submitter: 'ST01-U000009', why: '核对' },
  ...{ recipient: null, until: '2026-09-02T10:00:01Z', emergency: false, items: 1, state: 'approved' },
  ...{
    submitted: '2026-09-01T10:00:00Z',
    decider: 'ST01-U000002',
    decided: '2026-09-01T11:00:00Z',
    note: null,
  },
};

const facts: WatchFacts = {
  evidence: { officer: '222222', unit: 'A', classification: 'ordinary' },
  requests: [],
  officersWatchOwn: false,
  now,
};

t.test('nobody watches without approval, whatever their role', async (t) => {
  for (const role of builtInRoleNames) {
    t.match(mayWatch(somebody(role, '222222'), facts), { allowed: false }, role);
    t.match(mayCopy(somebody(role, '222222'), facts), { allowed: false }, role);
  }
});

t.test('an approved request opens until its last second, for all but the administrator', async (t) => {
  for (const role of builtInRoleNames) {
    const open = { ...facts, requests: [request] };
    const expected =
      role === 'administrator'
        ? { allowed: false, because: 'permission' }
        : { allowed: true, request: 'ST01-R000001' };
    t.strictSame(mayWatch(somebody(role, null), open), expected, role);
    const over = { ...open, now: now.add({ seconds: 1 }) };
    t.match(mayWatch(somebody(role, null), over), { allowed: false }, `${role}, over`);
  }
});

t.test('viewing is no copying; copying is viewing too; giving out is for those who give out', async (t) => {
  const may = (rule: typeof mayWatch, role: BuiltInRole, kind: StandingRequest['kind']) =>
    rule(somebody(role, null), { ...facts, requests: [{ ...request, kind }] }).allowed;
  t.notOk(may(mayCopy, 'clerk', 'view'));
  t.ok(may(mayCopy, 'clerk', 'copy') && may(mayWatch, 'clerk', 'copy'));
  t.ok(may(mayCopy, 'clerk', 'give_out'));
  t.notOk(may(mayCopy, 'department_head', 'give_out'), 'HY-12');
  t.notOk(may(mayWatch, 'clerk', 'lift') || may(mayCopy, 'clerk', 'lift'));
});

t.test(
  'officers watch their own where the unit has ordered so, and only what is not classified',
  async (t) => {
    const policy = { ...facts, officersWatchOwn: true };
    t.strictSame(mayWatch(somebody('officer', '222222'), policy), { allowed: true, request: null });
    t.match(mayWatch(somebody('officer', '111111'), policy), { allowed: false });
    t.match(
      mayWatch(somebody('officer', null), { ...policy, evidence: { ...facts.evidence, officer: null } }),
      {
        allowed: false,
      },
    );
    t.match(mayWatch(somebody('administrator', '222222'), policy), { allowed: false, because: 'permission' });
    const secret = { ...policy, evidence: { ...facts.evidence, classification: 'personal_privacy' } };
    t.match(mayWatch(somebody('officer', '222222'), secret), { allowed: false, because: 'no_request' });
    t.match(mayCopy(somebody('officer', '222222'), policy), { allowed: false }, 'watching alone');
  },
);

t.test('an emergency opens before anybody has approved it, and not after it was rejected', async (t) => {
  const watch = (state: StandingRequest['state']) =>
    mayWatch(somebody('clerk', null), { ...facts, requests: [{ ...request, emergency: true, state }] })
      .allowed;
  t.ok(watch('submitted') && watch('approved'));
  t.notOk(watch('rejected') || watch('withdrawn') || watch('expired'));
});

t.test('without a permission no request, policy or emergency opens anything', async () => {
  const requests = fc.array(
    fc.record({
      kind: fc.constantFrom(...requestKinds),
      state: fc.constantFrom(...requestStates),
      emergency: fc.boolean(),
      seconds: fc.integer({ min: -10, max: 10 }),
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(requests, fc.boolean(), fc.subarray([...permissions]), (some, officersWatchOwn, kept) => {
      const whole = somebody('clerk', '222222');
      const scope = new Map([...whole.scope].filter(([name]) => kept.includes(name)));
      const part = { ...whole, scope, permissions: new Set(scope.keys()) };
      const open: WatchFacts = {
        ...{ ...facts, officersWatchOwn },
        requests: some.map(({ seconds, ...one }) => ({
          ...{ ...request, ...one },
          until: now.add({ seconds }).toString(),
        })),
      };
      const watched = mayWatch(part, open).allowed;
      const copied = mayCopy(part, open).allowed;
      return (
        (!watched || (kept.includes('evidence.watch') && mayWatch(whole, open).allowed)) &&
        (!copied || (kept.includes('evidence.copy') && mayCopy(whole, open).allowed))
      );
    }),
  );
});
