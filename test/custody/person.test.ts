import t from 'tap';
import { machine } from '../../src/custody/alarms.ts';
import type { AnyDraft } from '../../src/custody/entry.ts';
import { requireTwoPersons } from '../../src/custody/person.ts';
import { asLedger, loneLedger } from '../support/tamper-ledger.ts';

const [one, other] = ['ST01-U000001', 'ST01-U000002'];
const added = (account: string): AnyDraft => ({
  type: 'account.added',
  actor: machine,
  subject: { kind: 'account', id: account },
  data: { account, roles: ['clerk'], units: [], officer: null, state: 'active' },
  personal: { name: account },
});
const linked = (osUser: string, account: string | null): AnyDraft => ({
  type: 'os_user.linked',
  actor: machine,
  subject: { kind: 'account', id: account ?? one },
  data: { osUser, account },
  personal: {},
});

t.test('a user of the machine whom nobody has linked is not one of two persons', async (t) => {
  const lone = loneLedger(t);
  const ledger = asLedger(lone);
  const two = (...actors: readonly string[]) => requireTwoPersons(lone.db, ...actors);
  t.doesNotThrow(() => two('os:clerk', 'os:head'), 'before there is any account there is nobody to link');

  await ledger.append([added(one), added(other)]);
  const unlinked = { code: 'custody.os_user_unlinked', params: { osUser: 'clerk' } };
  t.throws(() => two('os:clerk', one), unlinked, 'who proposes');
  t.throws(() => two(one, 'os:clerk'), unlinked, 'who decides');
  t.doesNotThrow(() => two(one, other));

  await ledger.append([linked('clerk', one)]);
  t.doesNotThrow(() => two('os:clerk', other));
  await ledger.append([linked('clerk', null)]);
  t.throws(() => two('os:clerk', other), unlinked, 'nor once the link is taken away');
});
