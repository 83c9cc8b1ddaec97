import fc from 'fast-check';
import t from 'tap';
import { type Permission, permissions } from '../../src/access/permissions.ts';
import {
  may,
  mayAnywhere,
  type Ownership,
  ownAlone,
  type Principal,
  type Scope,
  scopeOf,
  within,
} from '../../src/access/principal.ts';
import { builtInRoles, extents, type Grants } from '../../src/access/roles.ts';

const officers = ['111111', '222222', null] as const;
const units = ['A', 'A1', 'B', null] as const;

const anyGrants: fc.Arbitrary<Grants> = fc
  .dictionary(fc.constantFrom(...permissions), fc.constantFrom(...extents), { maxKeys: 12 })
  .map((grants) => grants as Grants);
const anyUnits = fc.subarray(['A', 'A1', 'B']).map((some) => new Set(some));
const anyWhose: fc.Arbitrary<Ownership> = fc.record({
  officer: fc.constantFrom(...officers),
  unit: fc.constantFrom(...units),
});
const anyPermission = fc.constantFrom(...permissions);

function somebody(scope: Scope, officer: string | null): Principal {
  return {
    account: 'ST01-U000009',
    roles: [],
    permissions: new Set(scope.keys()),
    scope,
    officer,
    by: 'password',
    credential: 'x',
    name: null,
    person: null,
    pending: null,
  };
}

t.test('fewer permissions never open more', async () => {
  const some = fc.subarray([...permissions]).map((list) => new Set<Permission>(list));
  fc.assert(
    fc.property(
      fc.array(anyGrants, { maxLength: 3 }),
      anyUnits,
      some,
      anyPermission,
      anyWhose,
      fc.constantFrom(...officers),
      (granted, ownUnits, kept, permission, whose, officer) => {
        const scope = scopeOf(granted, ownUnits);
        const whole = may(somebody(scope, officer), permission, whose);
        const part = may(somebody(within(scope, kept), officer), permission, whose);
        const own = may(somebody(ownAlone(scope), officer), permission, whose);
        return (whole || !part) && (whole || !own) && (kept.has(permission) || !part);
      },
    ),
  );
});

t.test('a role more never takes anything away, and fewer units never give any', async () => {
  fc.assert(
    fc.property(
      anyGrants,
      anyGrants,
      anyUnits,
      anyPermission,
      anyWhose,
      (one, other, ownUnits, permission, whose) => {
        const alone = may(somebody(scopeOf([one], ownUnits), '222222'), permission, whose);
        const both = may(somebody(scopeOf([one, other], ownUnits), '222222'), permission, whose);
        const nowhere = may(somebody(scopeOf([one], new Set()), '222222'), permission, whose);
        return (both || !alone) && (alone || !nowhere);
      },
    ),
  );
});

t.test(
  'own is what the own number stands on, units is what lies within them, all is everything',
  async (t) => {
    const cases: readonly (readonly [Grants, Ownership, boolean])[] = [
      [{ 'evidence.see': 'own' }, { officer: '222222', unit: 'B' }, true],
      [{ 'evidence.see': 'own' }, { officer: '111111', unit: 'A' }, false],
      [{ 'evidence.see': 'own' }, { officer: null, unit: 'A' }, false],
      [{ 'evidence.see': 'units' }, { officer: '111111', unit: 'A1' }, true],
      [{ 'evidence.see': 'units' }, { officer: '111111', unit: 'B' }, false],
      [{ 'evidence.see': 'units' }, { officer: '222222', unit: 'B' }, true],
      [{ 'evidence.see': 'units' }, { officer: null, unit: null }, false],
      [{ 'evidence.see': 'all' }, { officer: null, unit: null }, true],
      [{}, { officer: '222222', unit: 'A' }, false],
    ];
    for (const [grants, whose, allowed] of cases) {
      const principal = somebody(scopeOf([grants], new Set(['A', 'A1'])), '222222');
      t.equal(may(principal, 'evidence.see', whose), allowed, JSON.stringify([grants, whose]));
    }
    const nobody = somebody(scopeOf([{ 'evidence.see': 'own' }], new Set()), null);
    t.equal(
      may(nobody, 'evidence.see', { officer: null, unit: null }),
      false,
      'no number is nobody’s number',
    );
  },
);

t.test('an administrator has no footage, an auditor changes nothing but as the second person', async (t) => {
  const administrator = somebody(scopeOf([builtInRoles.administrator.grants], new Set()), null);
  for (const one of permissions)
    if (one.startsWith('evidence.') || one.startsWith('request.'))
      t.notOk(mayAnywhere(administrator, one), one);
  const auditor = somebody(scopeOf([builtInRoles.auditor.grants], new Set()), null);
  // Disposals are proposed by clerks; that somebody from outside their desk agrees is what the second person is for.
  const changing = permissions.filter(
    (one) =>
      one !== 'disposal.decide' &&
      /\.(tag|amend|decide|edit|manage|change|draw|dismiss|control|propose|hold|order)$/.test(one),
  );
  t.ok(changing.length > 5);
  for (const one of changing) t.notOk(mayAnywhere(auditor, one), one);
});
