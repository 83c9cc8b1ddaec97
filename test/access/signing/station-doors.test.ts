import t from 'tap';
import { Hashing } from '../../../src/access/signing/hashing.ts';
import { keepPassword } from '../../../src/access/signing/secrets.ts';
import { StationDoors } from '../../../src/access/signing/station-doors.ts';
import { AccessStation, cheap, owner, Person } from '../access-station.ts';

const here = '192.0.2.7';
const there = '192.0.2.8';

t.test('a one-time password opens nothing but its own change', async (t) => {
  const station = new AccessStation(t);
  const wish = { name: 'zhangsan', person: '张三', roles: ['officer'], units: [], officer: null };
  const done = await station.desk.accounts.deed({ deed: 'add', ...wish }, owner);
  const password = done.state === 'done' ? (done.outcome.oneTimePassword ?? '') : '';
  const person = new Person(station, 'zhangsan', password);
  const { principal } = await person.in();
  t.equal(principal.pending, 'change_password');
  t.equal(principal.permissions.size, 0);
  const { doors } = station.desk;
  for (const [weak, code] of [
    [password, 'access.password_same'],
    ['password1234', 'access.password_listed'],
    ['zhangsan-2026', 'access.password_own_word'],
    ['abcabcabcabc', 'access.password_repeats'],
    ['kurz', 'access.password_short'],
  ] as const)
    await t.rejects(doors.changePassword(principal, password, weak, here), { code });
  await doors.changePassword(principal, password, '山水之间有清风明月常相伴', here);
  person.password = '山水之间有清风明月常相伴';
  const after = await person.in();
  t.equal(after.principal.pending, null);
  t.ok(after.principal.permissions.has('evidence.see'));
});

t.test('whoever needs two factors enrols at the first sign-in, and no code counts twice', async (t) => {
  const station = new AccessStation(t);
  const clerk = await station.person('lisi', ['clerk']);
  const { doors } = station.desk;
  t.match(await doors.signIn('lisi', clerk.password, null, here), { let: 'out', because: 'totp_needed' });
  t.match(await doors.signIn('lisi', clerk.password, '000000', here), { let: 'out', because: 'refused' });
  const code = clerk.code();
  t.match(await doors.signIn('LiSi', clerk.password, code, here), { let: 'in' }, 'in capitals too');
  t.match(await doors.signIn('lisi', clerk.password, code, here), { let: 'out', because: 'refused' });
  const { principal } = await clerk.in();
  await t.rejects(
    doors.beginTotp(principal),
    { code: 'access.factor_standing' },
    'a session is no authenticator',
  );
});

t.test('each recovery code opens once', async (t) => {
  const station = new AccessStation(t);
  const person = await station.person('wangwu', ['officer']);
  const { doors } = station.desk;
  const { principal } = await person.in();
  const { secret } = await doors.beginTotp(principal);
  await t.rejects(doors.confirmTotp(principal, '12'), { code: 'access.totp_wrong' });
  t.match(await person.signIn(), { let: 'in' }, 'one that was never confirmed is not asked for');
  person.totp = secret;
  const codes = await doors.confirmTotp(principal, person.code() ?? '');
  t.equal(new Set(codes).size, 10);
  const [first = ''] = codes;
  t.match(await doors.signIn('wangwu', person.password, first.toUpperCase(), here), { let: 'in' });
  t.match(await doors.signIn('wangwu', person.password, first, here), { let: 'out', because: 'refused' });
});

t.test('five failures lock the account for the address, across a restart, for fifteen minutes', async (t) => {
  const station = new AccessStation(t);
  const person = await station.person('zhangsan', ['officer']);
  for (let count = 0; count < 5; count += 1)
    t.match(await station.desk.doors.signIn('zhangsan', 'wrong', null, here), { because: 'refused' });
  station.lone.reopen();
  station.restarted();
  t.match(await person.signIn(here), { let: 'out', because: 'locked', retryAfterSeconds: 900 });
  t.match(await person.signIn(there), { let: 'in' }, 'from elsewhere the owner comes in');
  station.pass({ minutes: 15 });
  t.match(await person.signIn(here), { let: 'in' });
  t.equal(station.entries('account.locked').length, 1);
  t.equal(station.entries('account.sign_in_failed').length, 5);
});

t.test('fifty guesses at once are fifty, not one', async (t) => {
  const station = new AccessStation(t);
  await station.person('zhangsan', ['officer']);
  const guesses = Array.from({ length: 50 }, (_, at) =>
    station.desk.doors.signIn('zhangsan', `g${at}`, null, here),
  );
  const answers = await Promise.all(guesses);
  const refused = answers.filter((one) => one.let === 'out' && one.because === 'refused');
  t.equal(refused.length, 5, 'the others found it locked');
});

t.test('an account that is not there is refused and locked as any other', async (t) => {
  const station = new AccessStation(t);
  const person = await station.person('zhangsan', ['officer']);
  await station.desk.accounts.deed({ deed: 'change', account: 'zhangsan', state: 'disabled' }, owner);
  const { doors } = station.desk;
  for (let count = 0; count < 5; count += 1) {
    const answers = [
      await doors.signIn('nobody', 'x', null, here),
      await doors.signIn('zhangsan', person.password, null, here),
    ];
    t.strictSame(answers[0], answers[1]);
    t.strictSame(answers[0], { let: 'out', because: 'refused' });
  }
  const locked = { let: 'out', because: 'locked', retryAfterSeconds: 900 };
  t.strictSame(await doors.signIn('nobody', 'x', null, here), locked);
  t.strictSame(await doors.signIn('zhangsan', person.password, null, here), locked);
  const told = JSON.stringify(station.entries('account.sign_in_failed'));
  t.notMatch(told, /nobody/, 'what was typed into the field of the name may be a password');
});

t.test(
  'an account that is not there, is disabled or has no password costs the same work as any other',
  async (t) => {
    const station = new AccessStation(t);
    await station.person('zhangsan', ['officer']);
    await station.person('lisi', ['officer']);
    await station.desk.accounts.deed({ deed: 'change', account: 'lisi', state: 'disabled' }, owner);
    let hashed: (string | null)[] = [];
    class Watched extends Hashing {
      override async matches(kept: string | null, text: string): Promise<boolean> {
        hashed.push(kept);
        return await super.matches(kept, text);
      }
    }
    const doors = new StationDoors(station.desk.room, new Watched(cheap));
    for (const name of ['zhangsan', 'lisi', 'nobody']) {
      hashed = [];
      await doors.signIn(name, 'wrong', null, here);
      t.equal(hashed.length, 1, name);
      hashed = [];
      await doors.signInByPin(name, '123456', here);
      t.equal(hashed.length, 1, `${name} by PIN`);
    }
  },
);

t.test('one address that tries everybody is locked for everybody', async (t) => {
  const station = new AccessStation(t);
  const person = await station.person('zhangsan', ['officer']);
  const { doors } = station.desk;
  for (let at = 0; at < 50; at += 1) await doors.signIn(`name${at}`, 'x', null, here);
  t.match(await person.signIn(here), { let: 'out', because: 'locked' });
  t.match(await person.signIn(there), { let: 'in' });
});

t.test('an administrator unlocks', async (t) => {
  const station = new AccessStation(t);
  const person = await station.person('zhangsan', ['officer']);
  for (let count = 0; count < 5; count += 1) await station.desk.doors.signIn('zhangsan', 'x', null, here);
  t.match(await person.signIn(), { because: 'locked' });
  await station.desk.accounts.unlock('zhangsan', owner);
  t.match(await person.signIn(), { let: 'in' });
});

t.test('a sign-in ends when nothing is heard, at its absolute limit, and on signing out', async (t) => {
  const station = new AccessStation(t);
  const person = await station.person('zhangsan', ['officer']);
  const { doors } = station.desk;
  const { cookie } = await person.in();
  t.match(cookie, { httpOnly: true, sameSite: 'strict', path: '/', maxAgeSeconds: 12 * 3_600 });
  t.match(cookie.value, /^[\w-]{43}$/, '256 bits');
  for (let minutes = 0; minutes < 12 * 60; minutes += 29) {
    t.not(await doors.session(cookie.value), null, `after ${minutes} minutes of work`);
    station.pass({ minutes: 29 });
  }
  t.equal(await doors.session(cookie.value), null, 'twelve hours are over');
  const idle = await person.in();
  station.pass({ minutes: 30 });
  t.equal(await doors.session(idle.cookie.value), null, 'nobody was there');
  const last = await person.in();
  await doors.signOut(last.principal);
  t.equal(await doors.session(last.cookie.value), null);
  t.equal(await doors.session('x'.repeat(43)), null);
  const kept = station.lone.db.prepare<[], string>('SELECT sha256 FROM work_sign_in').pluck().all();
  t.notOk(kept.includes(last.cookie.value));
});

t.test('the token against forged forms is that of its own sign-in', async (t) => {
  const station = new AccessStation(t);
  const person = await station.person('zhangsan', ['officer']);
  const { doors } = station.desk;
  const [one, other] = [await person.in(), await person.in()];
  t.ok(doors.csrfMatches(one, one.csrf));
  for (const wrong of ['', 'x', other.csrf, `${one.csrf}x`]) t.notOk(doors.csrfMatches(one, wrong), wrong);
  t.equal((await doors.session(one.cookie.value))?.csrf, one.csrf, 'the same all along');
});

t.test('a changed password ends every other sign-in, a wrong one counts as a failure', async (t) => {
  const station = new AccessStation(t);
  const person = await station.person('zhangsan', ['officer']);
  const { doors } = station.desk;
  const [mine, other] = [await person.in(), await person.in()];
  const next = '清风明月本无价近水远山皆有情';
  await t.rejects(doors.changePassword(mine.principal, 'wrong', next, here), {
    code: 'access.password_wrong',
  });
  await doors.changePassword(mine.principal, person.password, next, here);
  t.not(await doors.session(mine.cookie.value), null);
  t.equal(await doors.session(other.cookie.value), null);
  t.match(station.entries('account.signed_out').at(-1)?.data, { because: 'replaced' });
  for (let count = 0; count < 5; count += 1)
    await doors
      .changePassword(mine.principal, 'wrong', '又一个很长很长的新密码呀呀', here)
      .catch(() => undefined);
  await t.rejects(doors.changePassword(mine.principal, next, 'x', here), { code: 'access.password_locked' });
});

t.test('a disabled account is out at once, and what it may changes with its roles', async (t) => {
  const station = new AccessStation(t);
  const person = await station.person('zhangsan', ['officer']);
  const { doors, accounts } = station.desk;
  const { cookie } = await person.in();
  await accounts.deed({ deed: 'change', account: 'zhangsan', roles: ['department_head'] }, owner);
  const known = await doors.session(cookie.value);
  t.ok(known?.principal.permissions.has('request.decide'), 'at the next call');
  await accounts.deed({ deed: 'change', account: 'zhangsan', state: 'disabled' }, owner);
  t.equal(await doors.session(cookie.value), null);
});

t.test('the kiosk opens own tagging and justifying, shortly, by PIN or badge', async (t) => {
  const station = new AccessStation(t);
  await station.register('units', 'A', { code: 'A', name: '甲' });
  await station.register('officers', '222222', { number: '222222', name: '张三', unit: 'A' });
  await station.person('zhangsan', ['department_head', 'clerk'], { units: ['A'], officer: '222222' });
  const { doors, accounts } = station.desk;
  t.match(await doors.signInByPin('zhangsan', '123456', here), { because: 'refused' }, 'it has none');
  const pin = (await accounts.pin('zhangsan', 'set', owner)) ?? '';
  t.match(pin, /^\d{6}$/);
  const answer = await doors.signInByPin('zhangsan', pin, here);
  if (answer.let !== 'in') throw new Error(answer.because);
  t.equal(answer.principal.by, 'pin');
  t.same([...answer.principal.permissions].toSorted(), [
    'docking.see',
    'evidence.see',
    'evidence.tag',
    'justification.see',
    'justification.submit',
    'session.return',
    'session.see',
  ]);
  for (const [, reach] of answer.principal.scope)
    t.match(reach, { all: false, own: true, units: new Set() }, 'a clerk reaches their own alone here');
  await t.rejects(doors.changePassword(answer.principal, pin, 'x', here), { code: 'access.needs_password' });
  station.pass({ seconds: 60 });
  t.equal(await doors.session(answer.cookie.value), null, 'the next person finds nobody');
  await accounts.badge('zhangsan', '04A2B3C4D5', owner);
  t.match(await doors.signInByBadge('04A2B3C4D5', here), { let: 'in' });
  t.match(await doors.signInByBadge('04A2B3C4D6', here), { let: 'out', because: 'refused' });
  await station.person('lisi', ['officer']);
  await t.rejects(accounts.badge('lisi', '04A2B3C4D5', owner), { code: 'access.badge_taken' });
  await accounts.badge('zhangsan', null, owner);
  t.match(await doors.signInByBadge('04A2B3C4D5', here), { let: 'out', because: 'refused' });
});

t.test('a hash of less work is made anew while the password is at hand', async (t) => {
  const station = new AccessStation(t);
  const person = await station.person('zhangsan', ['officer']);
  const account = station.account('zhangsan');
  const weak = await new Hashing(cheap).hash(person.password);
  await station.ledger.append([], [keepPassword(account, weak, false)]);
  const stronger = new StationDoors(station.desk.room, new Hashing({ ...cheap, passes: 3 }));
  t.match(await stronger.signIn('zhangsan', person.password, null, here), { let: 'in' });
  const kept = station.lone.db.prepare<[], string>('SELECT hash FROM work_password').pluck().all();
  t.ok(
    kept.every((hash) => hash.includes('t=3')),
    kept.join(),
  );
});

t.test('no secret and no hash of one ever stands in the ledger', async (t) => {
  const station = new AccessStation(t);
  const clerk = await station.person('lisi', ['clerk']);
  const pin = await station.desk.accounts.pin('lisi', 'set', owner);
  await station.desk.accounts.badge('lisi', '04A2B3C4D5', owner);
  const { cookie } = await clerk.in();
  const { db } = station.lone;
  const leaves = db
    .prepare<[], string>('SELECT CAST(leaf AS TEXT) FROM ledger_entry')
    .pluck()
    .all()
    .join('\n');
  const beside = db.prepare<[], string>('SELECT value FROM ledger_personal').pluck().all().join('\n');
  const hashes = db
    .prepare<[], string>(
      `SELECT hash FROM work_password UNION SELECT hash FROM work_pin UNION SELECT hash FROM work_badge
       UNION SELECT secret FROM work_second_factor UNION SELECT sha256 FROM work_recovery_code
       UNION SELECT sha256 FROM work_sign_in`,
    )
    .pluck()
    .all();
  t.ok(hashes.length > 12);
  for (const secret of [...hashes, clerk.password, clerk.totp ?? '', pin ?? '', '04A2B3C4D5', cookie.value])
    t.notOk(leaves.includes(secret) || beside.includes(secret), secret.slice(0, 12));
});
