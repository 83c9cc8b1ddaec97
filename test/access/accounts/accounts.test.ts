import t from 'tap';
import type { AccountDeed } from '../../../src/access/accounts/deeds.ts';
import { makeToken, revokeToken } from '../../../src/access/accounts/tokens.ts';
import { may } from '../../../src/access/principal.ts';
import { actingAs } from '../../../src/access/room.ts';
import { proposalList } from '../../../src/station/catalogue/proposals.ts';
import { AccessStation, otherOwner, owner } from '../access-station.ts';

const add = { deed: 'add', person: null, roles: ['officer'], units: [], officer: null } as const;
const lists = () => ({ ...add, roles: [...add.roles], units: [] });

t.test('an account refers to what there is, and a name stands once', async (t) => {
  const station = new AccessStation(t);
  const { accounts } = station.desk;
  for (const [wish, code] of [
    [{ name: 'a' }, 'access.name_wrong'],
    [{ name: 'zhang san' }, 'access.name_wrong'],
    [{ name: '../x' }, 'access.name_wrong'],
    [{ name: 'zhangsan', roles: ['chief'] }, 'access.role_unknown'],
    [{ name: 'zhangsan', units: ['A'] }, 'access.row_unknown'],
    [{ name: 'zhangsan', officer: '222222' }, 'access.row_unknown'],
  ] as const) {
    const { roles = ['officer'], units = [] } = { ...wish } as { roles?: string[]; units?: string[] };
    await t.rejects(accounts.deed({ ...lists(), ...wish, roles: [...roles], units: [...units] }, owner), {
      code,
    });
  }
  await accounts.deed({ ...lists(), name: 'ZhangSan' }, owner);
  await t.rejects(accounts.deed({ ...lists(), name: 'zhangsan' }, owner), { code: 'access.name_taken' });
  await t.rejects(accounts.deed({ deed: 'reset', account: 'lisi', secondFactor: false }, owner), {
    code: 'access.account_unknown',
  });
});

t.test('two deeds at once get two ids', async (t) => {
  const station = new AccessStation(t);
  const names = ['zhangsan', 'lisi', 'wangwu'];
  await Promise.all(names.map((name) => station.desk.accounts.deed({ ...lists(), name }, owner)));
  t.equal(new Set(names.map((name) => station.account(name))).size, 3);
});

t.test('nobody changes their own rights, nor resets their own password', async (t) => {
  const station = new AccessStation(t);
  const admin = await (await station.person('admin', ['administrator'])).acting();
  const own = { code: 'access.own_account' };
  const { accounts } = station.desk;
  await t.rejects(accounts.deed({ deed: 'change', account: 'admin', roles: ['clerk'] }, admin), own);
  await t.rejects(accounts.deed({ deed: 'change', account: 'admin', state: 'disabled' }, admin), own);
  await t.rejects(accounts.deed({ deed: 'reset', account: 'admin', secondFactor: true }, admin), own);
});

t.test('accounts of auditors need two persons: made, changed, reset, disabled', async (t) => {
  const station = new AccessStation(t);
  const admin = await (await station.person('admin', ['administrator'])).acting();
  const { accounts } = station.desk;
  await station.person('auditor', ['auditor']);
  await station.person('zhangsan', ['officer']);
  const deeds: readonly AccountDeed[] = [
    { ...lists(), name: 'second', roles: ['auditor'] },
    { deed: 'change', account: 'auditor', state: 'disabled' },
    { deed: 'change', account: 'auditor', roles: ['officer'] },
    { deed: 'change', account: 'zhangsan', roles: ['auditor'] },
    { deed: 'reset', account: 'auditor', secondFactor: true },
  ];
  for (const deed of deeds)
    for (const acting of [admin, owner])
      t.match(await accounts.deed(deed, acting), { state: 'proposed' }, JSON.stringify(deed));
  t.equal(station.account('second'), '–', 'nothing is done before it is confirmed');
});

t.test(
  'an administrator alone makes nobody who approves, and enters as none; the owner of the data folder may',
  async (t) => {
    const station = new AccessStation(t);
    const admin = await (await station.person('admin', ['administrator'])).acting();
    const { accounts } = station.desk;
    const wish = { ...lists(), roles: ['administrator'] };
    t.match(await accounts.deed({ ...wish, name: 'second' }, admin), { state: 'proposed' });
    t.match(await accounts.deed({ ...wish, name: 'third' }, owner), { state: 'done' });
    await station.person('head', ['department_head']);
    const reset = { deed: 'reset', account: 'head', secondFactor: false } as const;
    t.match(await accounts.deed(reset, admin), { state: 'proposed' });
    t.match(await accounts.deed(reset, owner), { state: 'done' });
    t.match(await accounts.deed({ ...lists(), name: 'zhangsan' }, admin), { state: 'done' });
  },
);

t.test('what is proposed is confirmed by another, once, and in time', async (t) => {
  const station = new AccessStation(t);
  const { accounts } = station.desk;
  const wish = { ...lists(), roles: ['auditor'] };
  const propose = async (name: string) => {
    const done = await accounts.deed({ ...wish, name }, owner);
    return done.state === 'proposed' ? done.proposal : '–';
  };
  const proposal = await propose('auditor');
  const decide = (decision: 'confirmed' | 'rejected' | 'withdrawn', by = otherOwner, which = proposal) =>
    accounts.proposals.decide({ proposal: which, decision, note: null }, by);
  for (const decision of ['confirmed', 'rejected'] as const)
    await t.rejects(decide(decision, owner), { code: 'access.proposal_own' });
  await t.rejects(decide('withdrawn'), { code: 'access.proposal_own' });
  t.match(await decide('confirmed'), { name: 'auditor', oneTimePassword: /^[a-z0-9]{5}(-[a-z0-9]{5}){3}$/ });
  t.not(station.account('auditor'), '–');
  await t.rejects(decide('confirmed'), { code: 'access.proposal_settled' });
  const late = await propose('late');
  station.pass({ hours: 24 * 7 });
  await t.rejects(decide('confirmed', otherOwner, late), { code: 'access.proposal_settled' });
  const { db, clock } = station.lone;
  const all = { openOnly: false, after: null, limit: 10, descending: true };
  t.match(proposalList(db, all, clock.now()).proposals, [{ state: 'expired' }, { state: 'confirmed' }]);
  t.same(proposalList(db, { ...all, openOnly: true }, clock.now()).proposals, []);
  await t.rejects(decide('rejected', otherOwner, 'ST01-P000099'), { code: 'access.proposal_unknown' });
});

t.test('what has become impossible meanwhile is not confirmed', async (t) => {
  const station = new AccessStation(t);
  const { accounts } = station.desk;
  const wish = { ...lists(), roles: ['auditor'], name: 'auditor' };
  const one = await accounts.deed(wish, owner);
  const other = await accounts.deed(wish, owner);
  const confirm = (done: typeof one) =>
    accounts.proposals.decide(
      { proposal: done.state === 'proposed' ? done.proposal : '–', decision: 'confirmed', note: null },
      otherOwner,
    );
  await confirm(one);
  await t.rejects(confirm(other), { code: 'access.name_taken' });
  t.equal(station.entries('proposal.decided').length, 1, 'and nothing says that it was');
});

t.test('a custom role is a set of permissions; one that opens footage needs two persons', async (t) => {
  const station = new AccessStation(t);
  const { accounts } = station.desk;
  const define = (role: string, grants: Record<string, string>) =>
    accounts.defineRole({ role, grants, secondFactor: false }, owner);
  await t.rejects(define('clerk', {}), { code: 'access.role_built_in' });
  await t.rejects(define('Legal', {}), { code: 'access.role_name_wrong' });
  await t.rejects(define('legal', { 'evidence.delete': 'all' }), { code: 'access.grant_wrong' });
  await t.rejects(define('legal', { 'evidence.see': 'everything' }), { code: 'access.grant_wrong' });
  t.match(await define('legal', { 'evidence.give_out': 'all' }), { state: 'proposed' });
  t.match(await define('reader', { 'report.see': 'units' }), { state: 'done' });
  await station.register('units', 'A', { code: 'A', name: '甲' });
  await station.register('units', 'A1', { code: 'A1', name: '甲一', parent: 'A' });
  const reader = await station.person('reader', ['reader'], { units: ['A'] });
  const { principal } = await reader.in();
  t.ok(may(principal, 'report.see', { officer: null, unit: 'A1' }), 'the tree below the unit');
  t.notOk(may(principal, 'report.see', { officer: null, unit: 'B' }));
  t.notOk(may(principal, 'evidence.see', { officer: null, unit: 'A1' }));
});

t.test('units that lead back to themselves end somewhere', async (t) => {
  const station = new AccessStation(t);
  await station.register('units', 'A', { code: 'A', name: '甲', parent: 'B' });
  await station.register('units', 'B', { code: 'B', name: '乙', parent: 'A' });
  const { principal } = await (await station.person('head', ['department_head'], { units: ['A'] })).in();
  t.same([...(principal.scope.get('evidence.see')?.units ?? [])].toSorted(), ['A', 'B']);
});

t.test('an account without units of its own belongs where its officer does', async (t) => {
  const station = new AccessStation(t);
  await station.register('units', 'A', { code: 'A', name: '甲' });
  await station.register('officers', '222222', { number: '222222', name: '张三', unit: 'A' });
  const head = await station.person('head', ['department_head'], { officer: '222222' });
  const { principal } = await head.in();
  t.ok(may(principal, 'evidence.see', { officer: null, unit: 'A' }));
});

t.test(
  'a token opens what it names, as far as its account may still, until it expires or is revoked',
  async (t) => {
    const station = new AccessStation(t);
    const { doors, accounts, room } = station.desk;
    await station.person('zhangsan', ['clerk']);
    const wish = {
      account: 'zhangsan',
      permissions: ['evidence.see', 'report.see'],
      days: 10,
      label: '报表',
    };
    await t.rejects(makeToken(room, { ...wish, permissions: ['account.manage'] }, owner), {
      code: 'access.token_beyond',
    });
    await t.rejects(makeToken(room, { ...wish, permissions: ['evidence.fly'] }, owner), {
      code: 'access.token_beyond',
    });
    await t.rejects(makeToken(room, { ...wish, days: 366 }, owner), { code: 'access.token_long' });
    const { token, secret } = await makeToken(room, wish, owner);
    const principal = await doors.token(secret);
    t.same([...(principal?.permissions ?? [])].toSorted(), ['evidence.see', 'report.see']);
    t.match(principal, { by: 'token', credential: token });
    t.equal(await doors.token(`${secret}x`), null);
    await accounts.deed({ deed: 'change', account: 'zhangsan', roles: ['department_head'] }, owner);
    const fewer = await doors.token(secret);
    t.equal(fewer?.scope.get('report.see')?.all, false, 'no more than the account');
    await accounts.deed({ deed: 'change', account: 'zhangsan', roles: ['officer'] }, owner);
    t.same([...((await doors.token(secret))?.permissions ?? [])], ['evidence.see']);
    await accounts.deed({ deed: 'change', account: 'zhangsan', state: 'disabled' }, owner);
    t.equal(await doors.token(secret), null);
    await accounts.deed({ deed: 'change', account: 'zhangsan', state: 'active' }, owner);
    t.not(await doors.token(secret), null);
    await revokeToken(room, token, owner);
    await revokeToken(room, token, owner);
    t.equal(await doors.token(secret), null, 'revoked');
    t.equal(station.entries('token.revoked').length, 1);
    const other = await makeToken(room, { ...wish, permissions: ['evidence.see'] }, owner);
    station.pass({ hours: 240 });
    t.equal(await doors.token(other.secret), null, 'expired');
  },
);

t.test('a reset lets nobody stay in, and takes a lost authenticator away', async (t) => {
  const station = new AccessStation(t);
  const clerk = await station.person('lisi', ['clerk']);
  const { cookie } = await clerk.in();
  const { doors, accounts } = station.desk;
  const done = await accounts.deed({ deed: 'reset', account: 'lisi', secondFactor: true }, owner);
  t.equal(await doors.session(cookie.value), null);
  clerk.password = done.state === 'done' ? (done.outcome.oneTimePassword ?? '') : '';
  clerk.totp = null;
  t.equal((await clerk.in()).principal.pending, 'change_password');
  await clerk.settle();
  t.not(clerk.totp, null, 'and enrols anew');
});

t.test('an account whose name was erased is given one again', async (t) => {
  const station = new AccessStation(t);
  const { accounts } = station.desk;
  await station.enter({
    type: 'account.added',
    actor: owner.actor,
    subject: { kind: 'account', id: 'ST01-U000001' },
    data: { account: 'ST01-U000001', roles: ['officer'], units: [], officer: null, state: 'active' },
    personal: {},
  });
  await accounts.deed({ deed: 'change', account: 'ST01-U000001', state: 'active' }, owner);
  await accounts.deed({ deed: 'change', account: 'ST01-U000001', name: 'ZhangSan' }, owner);
  t.equal(station.account('zhangsan'), 'ST01-U000001');
  await station.person('lisi', ['officer']);
  await t.rejects(accounts.deed({ deed: 'change', account: 'lisi', name: 'zhangsan' }, owner), {
    code: 'access.name_taken',
  });
});

t.test('what needs two persons is confirmed by a person, not by a program', async (t) => {
  const station = new AccessStation(t);
  const { accounts, doors, room } = station.desk;
  await station.person('admin', ['administrator']);
  const wish = { account: 'admin', permissions: ['proposal.confirm'], days: 1, label: 'x' };
  const { secret } = await makeToken(room, wish, owner);
  const program = await doors.token(secret);
  if (program === null) throw new Error('the token opens nothing');
  const done = await accounts.deed({ ...lists(), name: 'auditor', roles: ['auditor'] }, owner);
  const proposal = done.state === 'proposed' ? done.proposal : '–';
  const decision = { proposal, decision: 'confirmed', note: null } as const;
  await t.rejects(accounts.proposals.decide(decision, actingAs(program)), { code: 'access.needs_password' });
});
