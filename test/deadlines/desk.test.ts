import t, { type Test } from 'tap';
import { machine } from '../../src/custody/alarms.ts';
import { decideJustification, submitJustification } from '../../src/deadlines/justification.ts';
import { enterReturn, joinSessions, splitSession } from '../../src/deadlines/session-deeds.ts';
import { RegisterBook } from '../../src/tagging/registers/book.ts';
import { enterRow } from '../../src/tagging/registers/enter.ts';
import { removeRow } from '../../src/tagging/registers/remove.ts';
import { relabelled } from '../../src/tagging/tag-anew.ts';
import { tagDraft } from '../../src/tagging/tag-draft.ts';
import type { TagField } from '../../src/tagging/tags.ts';
import { at, type DeskRecording, DeskStation } from './desk-station.ts';

const officer = { kind: 'person', id: 'os:officer' } as const;
const head = { kind: 'person', id: 'os:head' } as const;

/** A Monday's recording, 18:00 to 18:20. */
const monday: DeskRecording = {
  start: '2026-03-02 18:00',
  ended: '2026-03-02 18:20',
  docked: '2026-03-02 19:00',
  secured: '2026-03-02 19:05',
};

const verdicts = (desk: DeskStation): readonly string[] => desk.standing().map(({ verdict }) => verdict);

async function stored(t: Test, at = '2026-03-02 19:06', one = monday, policy?: string): Promise<DeskStation> {
  const station = new DeskStation(t, policy);
  await station.store(await station.secure(one), at);
  await station.desk.catchUp();
  return station;
}

t.test('what is stored within 24 hours of its end is in time, whenever the return was', async (t) => {
  const station = await stored(t);
  t.match(station.standing(), [
    {
      session: 'ST01-S000001',
      policy: 'quzhou-2022',
      clause: 'QZ-21-1',
      verdict: 'on_time',
      assumptions: ['return_immaterial'],
      next: null,
    },
  ]);
  await station.desk.catchUp();
  t.equal(station.given().length, 1, 'nothing new, no entry');
});

t.test(
  'what is not stored falls by itself when its time comes, also while the daemon was down',
  async (t) => {
    const station = new DeskStation(t, 'zhengzhou-2021');
    await station.secure({ ...monday, docked: '2026-03-02 18:30', secured: '2026-03-02 18:40' });
    await station.desk.catchUp();
    await station.returned('ST01-S000001', '2026-03-02 19:00');
    const seen: string[] = [];
    for (const time of [
      '2026-03-02 18:45',
      '2026-03-03 14:19',
      '2026-03-03 14:20',
      '2026-03-03 18:20',
      '2026-03-03 18:21',
      '2026-03-03 19:01',
    ]) {
      station.now(time);
      // Each time as after a start: nothing is remembered but the database.
      await station.open().catchUp();
      seen.push(`${time.slice(-5)} ${verdicts(station).join()}`);
    }
    t.strictSame(seen, [
      '18:45 pending',
      '14:19 pending',
      '14:20 due_soon',
      '18:20 due_soon',
      '18:21 late',
      '19:01 overdue',
    ]);
    t.strictSame(
      station.given().map(({ verdict }) => verdict),
      ['pending', 'pending', 'due_soon', 'late', 'overdue'],
      'each is an entry, once, and so is what the return changed',
    );
    t.match(
      station.openAlarms(),
      ['not_stored_yet:ST01-S000001:ZZ-26'],
      'the station is told before it is late',
    );
  },
);

t.test('a return that is entered decides what was open, and the older judgement stays', async (t) => {
  const friday = { ...monday, start: '2026-03-06 17:00', ended: '2026-03-06 17:30' };
  const docked = { docked: '2026-03-09 09:00', secured: '2026-03-09 09:05' };
  const station = await stored(t, '2026-03-09 09:06', { ...friday, ...docked });
  t.match(station.standing(), [{ verdict: 'undetermined', due: null }]);
  station.now('2026-03-09 10:00');
  const room = { db: station.lone.db, ledger: station.ledger, book: station.desk.book };
  const now = at('2026-03-09 10:00').toZonedDateTimeISO('Asia/Shanghai');
  await enterReturn(room, 'ST01-S000001', at('2026-03-06 18:00'), now, '值班登记', officer);
  await station.desk.catchUp();
  t.match(station.standing(), [
    {
      verdict: 'late',
      due: at('2026-03-07 18:00').toString(),
      lastDue: at('2026-03-12 00:00').toString(),
      lastCountedDays: ['2026-03-09', '2026-03-10', '2026-03-11'],
    },
  ]);
  t.strictSame(
    station.given().map(({ verdict }) => verdict),
    ['undetermined', 'late'],
  );
  await t.rejects(enterReturn(room, 'ST01-S000001', at('2026-03-09 10:01'), now, null, officer), {
    code: 'deadlines.return_future',
  });
  await t.rejects(enterReturn(room, 'ST01-S000001', at('2026-03-06 16:59'), now, 'x', officer), {
    code: 'deadlines.return_before_start',
    params: { found: '2026-03-06 16:59:00', start: '2026-03-06 17:00:00' },
  });
  await t.rejects(enterReturn(room, 'ST01-S000001', at('2026-03-06 19:00'), now, null, officer), {
    code: 'deadlines.note_wanted',
  });
  await enterReturn(room, 'ST01-S000001', at('2026-03-06 19:00'), now, '笔误', officer);
  await t.rejects(enterReturn(room, 'ST01-S000009', at('2026-03-06 18:00'), now, null, officer), {
    code: 'deadlines.session_unknown',
  });
});

t.test(
  'a reason excuses once somebody else has approved it, also late, and a rejected one does not',
  async (t) => {
    const station = await stored(t, '2026-03-04 09:00', monday);
    await station.returned('ST01-S000001', '2026-03-02 18:40');
    await station.desk.catchUp();
    t.strictSame(verdicts(station), ['late']);
    const { db } = station.lone;
    const room = { db, ledger: station.ledger, stationCode: 'ST01' };
    const wish = { session: 'ST01-S000001', category: 'continuous_duty', text: '连续执勤' } as const;
    const first = await submitJustification(room, wish, [], officer);
    await station.desk.catchUp();
    t.match(station.standing(), [{ verdict: 'late', justification: 'submitted' }]);
    await t.rejects(submitJustification(room, wish, [], officer), { code: 'deadlines.justification_open' });
    const decide = (
      justification: string,
      decision: 'approved' | 'rejected',
      actor: typeof officer | typeof head,
    ) => decideJustification(room, { justification, decision, note: null }, actor);
    await t.rejects(decide(first, 'approved', officer), { code: 'deadlines.justification_own' });
    await decide(first, 'rejected', head);
    await station.desk.catchUp();
    t.match(station.standing(), [{ verdict: 'late', justification: 'rejected' }]);
    await t.rejects(decide(first, 'approved', head), { code: 'deadlines.justification_decided' });
    const second = await submitJustification(room, wish, [], officer);
    station.now('2026-04-20 09:00');
    await decide(second, 'approved', head);
    await station.desk.catchUp();
    t.match(station.standing(), [{ verdict: 'excused', justification: 'approved' }]);
    await t.rejects(decide('ST01-J000099', 'approved', head), { code: 'deadlines.justification_unknown' });
  },
);

t.test(
  'a reason may be withdrawn by its author alone, and is asked for only where something is late',
  async (t) => {
    const station = await stored(t, '2026-03-04 09:00', monday);
    const room = { db: station.lone.db, ledger: station.ledger, stationCode: 'ST01' };
    const wish = { session: 'ST01-S000001', category: 'fault', text: '设备故障' } as const;
    const justification = await submitJustification(room, wish, [], officer);
    const withdraw = (actor: typeof officer | typeof head) =>
      decideJustification(room, { justification, decision: 'withdrawn', note: null }, actor);
    await t.rejects(withdraw(head), { code: 'deadlines.justification_own' });
    await withdraw(officer);
    await station.desk.catchUp();
    t.match(station.standing(), [{ justification: 'none' }]);
    await submitJustification(room, wish, [], officer);
    const inTime = await stored(t);
    const there = { db: inTime.lone.db, ledger: inTime.ledger, stationCode: 'ST01' };
    await t.rejects(submitJustification(there, wish, [], officer), { code: 'deadlines.nothing_to_justify' });
  },
);

t.test(
  'joining and splitting lose no return, and hide no lateness behind another officer’s session',
  async (t) => {
    const station = new DeskStation(t);
    const docked = { docked: '2026-03-04 19:00', secured: '2026-03-04 19:05' };
    const mine = await station.secure({ ...docked, start: '2026-03-02 18:00', ended: '2026-03-02 18:20' });
    const more = await station.secure({ ...docked, start: '2026-03-02 20:00', ended: '2026-03-02 20:20' });
    const theirs = { ...docked, officer: '333333', recorder: '3333333' };
    const other = await station.secure({ ...theirs, start: '2026-03-04 18:00', ended: '2026-03-04 18:20' });
    for (const item of [mine, more, other]) await station.store(item, '2026-03-04 19:06');
    await station.desk.catchUp();
    const room = { db: station.lone.db, ledger: station.ledger, book: station.desk.book };
    await t.rejects(joinSessions(room, ['ST01-S000003', 'ST01-S000001'], officer), {
      code: 'deadlines.join_apart',
      params: { found: '333333, 222222, 3333333, 2222222' },
    });
    await station.returned('ST01-S000002', '2026-03-02 21:00');
    const reason = { session: 'ST01-S000002', category: 'fault', text: '设备故障' } as const;
    await submitJustification({ ...room, stationCode: 'ST01' }, reason, [], officer);
    await t.rejects(joinSessions(room, ['ST01-S000001', 'ST01-S000002'], officer), {
      code: 'deadlines.join_justified',
    });
    await joinSessions(room, ['ST01-S000002', 'ST01-S000001'], officer);
    await station.desk.catchUp();
    t.match(station.standing()[0], { session: 'ST01-S000002', returned: at('2026-03-02 21:00').toString() });
    const apart = await splitSession(room, [mine], officer);
    await station.desk.catchUp();
    t.match(
      station.standing().find(({ session }) => session === apart),
      { returned: at('2026-03-02 21:00').toString() },
      'the officer was back when they were',
    );
  },
);

t.test('recordings of one course of enforcement are judged by the end of the last one', async (t) => {
  const station = new DeskStation(t, 'zhengzhou-2021');
  const docked = { docked: '2026-03-03 19:00', secured: '2026-03-03 19:05' };
  const first = await station.secure({ ...docked, start: '2026-03-02 18:00', ended: '2026-03-02 18:20' });
  const second = await station.secure({ ...docked, start: '2026-03-02 18:50', ended: '2026-03-02 19:10' });
  const other = await station.secure({ ...docked, start: '2026-03-02 20:00', ended: '2026-03-02 20:10' });
  for (const one of [first, second, other]) await station.store(one, '2026-03-03 19:06');
  await station.desk.catchUp();
  t.match(station.standing(), [
    { session: 'ST01-S000001', ended: at('2026-03-02 19:10').toString(), verdict: 'on_time' },
    { session: 'ST01-S000002', ended: at('2026-03-02 20:10').toString(), verdict: 'on_time' },
  ]);

  const room = { db: station.lone.db, ledger: station.ledger, book: station.desk.book };
  t.equal(await splitSession(room, [first], officer), 'ST01-S000003');
  await station.desk.catchUp();
  t.match(
    station.standing().map(({ session, verdict }) => `${session} ${verdict}`),
    ['ST01-S000001 on_time', 'ST01-S000002 on_time', 'ST01-S000003 undetermined'],
    'alone it ended 18:20 and came 46 minutes late; when the officer returned decides',
  );
  t.equal(
    await joinSessions(room, ['ST01-S000001', 'ST01-S000002', 'ST01-S000003'], officer),
    'ST01-S000001',
  );
  await station.desk.catchUp();
  t.match(station.standing(), [{ session: 'ST01-S000001', ended: at('2026-03-02 20:10').toString() }]);
  t.equal(station.standing().length, 1, 'a session without recordings is judged by nothing');
  await t.rejects(splitSession(room, [first, second, other], officer), { code: 'deadlines.split_all' });
  await t.rejects(joinSessions(room, ['ST01-S000001'], officer), { code: 'deadlines.join_one' });
  await t.rejects(joinSessions(room, ['ST01-S000001', 'ST01-S000003'], officer), {
    code: 'deadlines.session_unknown',
  });
});

t.test(
  'a recording that bridges two sessions makes them one, unless a person has separated them',
  async (t) => {
    const station = new DeskStation(t);
    const docked = { docked: '2026-03-02 22:00', secured: '2026-03-02 22:05' };
    const early = await station.secure({ ...docked, start: '2026-03-02 18:00', ended: '2026-03-02 18:20' });
    await station.secure({ ...docked, start: '2026-03-02 19:30', ended: '2026-03-02 19:40' });
    await station.desk.catchUp();
    t.equal(station.standing().length, 2);
    await station.secure({ ...docked, start: '2026-03-02 18:40', ended: '2026-03-02 19:10' });
    await station.desk.catchUp();
    t.equal(station.standing().length, 1, 'one course of enforcement');
    const room = { db: station.lone.db, ledger: station.ledger, book: station.desk.book };
    const apart = await splitSession(room, [early], officer);
    await station.secure({ ...docked, start: '2026-03-02 18:21', ended: '2026-03-02 18:22' });
    await station.desk.catchUp();
    const sessions = station.standing().map(({ session }) => session);
    t.ok(sessions.includes(apart) && sessions.length === 2, 'what a person has separated stays separate');
  },
);

t.test('what cannot be timed holds up nothing else, and is timed when it can be', async (t) => {
  const station = new DeskStation(t);
  const docked = { docked: '2026-03-02 19:00', secured: '2026-03-02 19:05' };
  const away = await station.secure({ ...docked, start: '2026-03-02 14:00', ended: '2026-03-02 14:05' });
  await station.secure({ ...docked, start: '2026-03-02 18:00', ended: '2026-03-02 18:05' });
  station.away.add(away);
  t.match(await station.desk.catchUp(), { timed: 2, verdicts: 1 }, 'both were looked at');
  t.match(await station.desk.catchUp(), { timed: 0 }, 'and not again at once');
  const tagged = () =>
    station.lone.db.prepare<[], string>('SELECT DISTINCT evidence FROM view_tag ORDER BY 1').pluck().all();
  t.strictSame(tagged(), ['ST01-2026-0000002'], 'nor the tags of what came after it');
  station.away.clear();
  t.match(await station.open().catchUp(), { timed: 1, verdicts: 1 });
  t.strictSame(tagged(), ['ST01-2026-0000001', 'ST01-2026-0000002']);
});

t.test('where the unit orders it, each recording is judged by itself', async (t) => {
  const station = new DeskStation(t);
  station.open({ gap: null });
  const docked = { docked: '2026-03-02 19:00', secured: '2026-03-02 19:05' };
  await station.secure({ ...docked, start: '2026-03-02 18:00', ended: '2026-03-02 18:05' });
  await station.secure({ ...docked, start: '2026-03-02 18:05', ended: '2026-03-02 18:10' });
  await station.desk.catchUp();
  t.equal(station.standing().length, 2);
});

t.test('the newest judgement is kept as the ledger has it, byte for byte', async (t) => {
  const station = await stored(t);
  const [kept] = station.lone.db.prepare<[], string>('SELECT judgement FROM view_verdict').pluck().all();
  t.equal(kept, JSON.stringify(station.given()[0]), 'else every look would find news');
});

t.test(
  'recordings of one duty are one session, also where the roster comes later; its return starts the clock',
  async (t) => {
    const station = new DeskStation(t);
    const docked = { docked: '2026-03-03 19:00', secured: '2026-03-03 19:05' };
    const one = await station.secure({ ...docked, start: '2026-03-02 09:00', ended: '2026-03-02 09:20' });
    const two = await station.secure({ ...docked, start: '2026-03-02 15:00', ended: '2026-03-02 15:20' });
    for (const item of [one, two]) await station.store(item, '2026-03-03 19:06');
    await station.desk.catchUp();
    t.equal(station.standing().length, 2);
    const book = new RegisterBook(station.lone.db);
    const room = { ledger: station.ledger, book, zone: 'Asia/Shanghai' };
    await enterRow(room, 'officers', { number: '222222', name: '张三' }, officer);
    const duty = {
      officer: '222222',
      from: '2026-03-02 08:00',
      to: '2026-03-02 17:00',
      returned: '2026-03-02 17:30',
    };
    await enterRow(room, 'rosters', duty, officer);
    await station.desk.settle();
    t.match(station.standing(), [
      {
        session: 'ST01-S000001',
        start: at('2026-03-02 17:30').toString(),
        due: at('2026-03-03 17:30').toString(),
        verdict: 'late',
      },
    ]);
    t.equal(station.standing().length, 1);
    await station.returned('ST01-S000001', '2026-03-02 20:00');
    await enterRow(room, 'rosters', { ...duty, returned: '2026-03-02 17:45' }, officer);
    await station.desk.settle();
    t.match(
      station.standing(),
      [{ returned: at('2026-03-02 20:00').toString() }],
      'what a person says stays',
    );
    const third = await station.secure({ ...docked, start: '2026-03-02 16:50', ended: '2026-03-02 16:55' });
    await station.store(third, '2026-03-03 19:07');
    await station.desk.catchUp();
    t.equal(station.standing().length, 1, 'one that comes in later too');
    const deeds = { db: station.lone.db, ledger: station.ledger, book: station.desk.book };
    await splitSession(deeds, [one], officer);
    await enterRow(room, 'rosters', { ...duty, returned: '2026-03-02 17:50' }, officer);
    await station.desk.settle();
    t.equal(station.standing().length, 2, 'what a person has split no roster joins');
  },
);

t.test('a delay after reading is the station’s', async (t) => {
  const station = await stored(t, '2026-03-04 09:00', monday, 'zaozhuang-2019');
  t.match(station.standing(), [{ clause: 'ZB-3', verdict: 'on_time', bySystem: false }]);
  const late = await stored(t, '2026-03-05 09:00', monday, 'zaozhuang-2019');
  t.match(late.standing(), [{ clause: 'ZB-3', verdict: 'overdue', bySystem: true }]);
});

t.test('a vault that the unit has not designated ends no limit that asks for its server', async (t) => {
  const station = await stored(t);
  station.open({ designation: { designated: false, document: '' } });
  await station.returned('ST01-S000001', '2026-03-02 18:40');
  station.now('2026-03-06 09:00');
  await station.desk.catchUp();
  t.match(station.standing(), [{ verdict: 'overdue', stored: null, assumptions: ['store_not_designated'] }]);
  const dedicated = new DeskStation(t, 'haiyan-2017');
  dedicated.open({ designation: { designated: false, document: '' } });
  await dedicated.store(await dedicated.secure(monday), '2026-03-02 19:06');
  await dedicated.desk.catchUp();
  t.match(dedicated.standing(), [{ clause: 'HY-11', verdict: 'on_time' }], 'HY-11 takes any dedicated store');
});

t.test('a regulation that is adopted later does not reach back', async (t) => {
  const station = await stored(t);
  station.now('2026-03-10 08:00');
  await station.open(station.judgeBy('zaozhuang-2019')).catchUp();
  await station.returned('ST01-S000001', '2026-03-02 18:40');
  const docked = { docked: '2026-03-12 19:00', secured: '2026-03-12 19:05' };
  const next = { start: '2026-03-12 18:00', ended: '2026-03-12 18:20', ...docked };
  await station.store(await station.secure(next), '2026-03-12 19:06');
  await station.desk.catchUp();
  t.match(station.standing(), [
    { session: 'ST01-S000001', policy: 'quzhou-2022' },
    { session: 'ST01-S000002', policy: 'zaozhuang-2019' },
  ]);
  t.equal(station.entries('policy.adopted').length, 2);
  await station.open().catchUp();
  t.equal(station.entries('policy.adopted').length, 2, 'the same one is adopted once');
});

t.test(
  'the year’s arrangement arrives: everything open is judged again, and the ledger shows both',
  async (t) => {
    const station = new DeskStation(t, 'zaozhuang-2019');
    const docked = { docked: '2027-01-04 09:00', secured: '2027-01-04 09:05' };
    const newYear = { start: '2026-12-31 18:00', ended: '2026-12-31 18:20', ...docked };
    await station.store(await station.secure(newYear), '2027-01-06 09:00');
    await station.desk.catchUp();
    t.match(station.standing(), [
      {
        verdict: 'overdue',
        provisional: true,
        assumptions: ['year_not_announced'],
        countedDays: ['2027-01-04', '2027-01-05'],
      },
    ]);
    await station.ledger.append([
      {
        type: 'calendar.imported',
        actor: head,
        subject: { kind: 'calendar', id: 'ST01' },
        data: {
          ...{ sha256: '0'.repeat(64), years: [2027], workDays: [] },
          restDays: ['2027-01-01', '2027-01-04', '2027-01-05'],
        },
        personal: { file: '2027.ics' },
      },
    ]);
    station.desk.calendarChanged();
    await station.desk.catchUp();
    t.match(station.standing(), [
      { verdict: 'on_time', provisional: false, countedDays: ['2027-01-06', '2027-01-07'] },
    ]);
    t.strictSame(
      station.given().map(({ verdict, provisional }) => `${verdict} ${provisional}`),
      ['overdue true', 'on_time false'],
    );
    t.equal(station.entries('calendar.adopted').length, 2);
  },
);

t.test('a crash between the calendar and the judging leaves nothing judged by the old one', async (t) => {
  const station = await stored(t, '2026-03-05 09:00', monday, 'zaozhuang-2019');
  t.strictSame(verdicts(station), ['overdue']);
  const ownDays = { restDays: ['2026-03-03', '2026-03-04'], workDays: [], years: [] };
  const desk = station.open({ ownDays });
  const { append } = station.ledger;
  const broken = Object.assign(station.ledger, {
    append: async (...args: Parameters<typeof append>) => {
      if (args[0].some(({ type }) => type === 'verdict.given')) throw new Error('killed');
      return await append(...args);
    },
  });
  await t.rejects(desk.catchUp(), /killed/);
  t.strictSame(verdicts(station), ['overdue']);
  broken.append = append;
  await station.open().catchUp();
  t.strictSame(verdicts(station), ['on_time']);
});

t.test('one alarm a day from 1 December, until the next year is known', async (t) => {
  const station = new DeskStation(t);
  for (const day of ['2026-11-30 23:59', '2026-12-01 00:00', '2026-12-01 18:00', '2026-12-02 09:00']) {
    station.now(day);
    await station.desk.catchUp();
  }
  t.match(station.entries('alarm.raised'), [
    { key: 'calendar_not_announced:2027:2026-12-01' },
    { key: 'calendar_not_announced:2027:2026-12-02' },
  ]);
  t.strictSame(
    station.openAlarms(),
    ['calendar_not_announced:2027:2026-12-02'],
    'it takes the place of the one before',
  );
  station.open({ ownDays: { restDays: ['2027-01-01'], workDays: [], years: [2027] } });
  station.now('2026-12-03 09:00');
  await station.desk.catchUp();
  t.strictSame(station.openAlarms(), []);
  t.equal(station.entries('alarm.raised').length, 2);
});

t.test('a duty that is taken away takes back the return that it gave, and no person’s', async (t) => {
  const station = new DeskStation(t);
  const room = { ledger: station.ledger, book: new RegisterBook(station.lone.db), zone: 'Asia/Shanghai' };
  await enterRow(room, 'officers', { number: '222222', name: '张三' }, officer);
  const duty = {
    ...{ officer: '222222', from: '2026-03-02 14:00', to: '2026-03-02 20:00' },
    returned: '2026-03-02 20:30',
  };
  await enterRow(room, 'rosters', duty, officer);
  await station.store(await station.secure(monday), '2026-03-03 19:06');
  await station.desk.catchUp();
  t.match(station.standing(), [{ returned: at('2026-03-02 20:30').toString(), verdict: 'on_time' }]);
  const key = await removeRow(room, 'rosters', '222222 2026-03-02 14:00', '排班有误', officer);
  t.equal(key, '222222 2026-03-02T06:00:00Z');
  await station.desk.catchUp();
  t.match(station.standing(), [{ returned: null, verdict: 'undetermined' }]);
  await station.desk.catchUp();
  t.equal(station.entries('session.return_taken_back').length, 1, 'once');
  await enterRow(room, 'rosters', duty, officer);
  await station.desk.catchUp();
  t.match(station.standing(), [{ verdict: 'on_time' }], 'entered again, it gives it again');
  await station.returned('ST01-S000001', '2026-03-02 19:50');
  await removeRow(room, 'rosters', key, '排班有误', officer);
  await station.desk.catchUp();
  t.match(station.standing(), [{ returned: at('2026-03-02 19:50').toString() }], 'what a person says stays');
});

t.test('HY-11: a limit that a rest day moves is warned of at the plain date', async (t) => {
  const station = new DeskStation(t, 'haiyan-2017');
  // A Thursday; two days on is a Saturday, so Monday's end counts.
  const docked = { docked: '2026-03-05 19:00', secured: '2026-03-05 19:05' };
  await station.secure({ start: '2026-03-05 18:00', ended: '2026-03-05 18:20', ...docked });
  await station.desk.catchUp();
  t.match(station.standing(), [{ verdict: 'pending', due: at('2026-03-10 00:00').toString() }]);
  t.strictSame(station.openAlarms(), []);
  station.now('2026-03-08 00:00');
  await station.desk.catchUp();
  t.strictSame(station.openAlarms(), ['not_stored_yet:ST01-S000001:HY-11']);
  t.match(station.standing(), [{ verdict: 'pending' }], 'which is a warning and no verdict');
});

t.test(
  'HY-11: a recording is to be labelled with case, party and handler, and its verdict says what lacks',
  async (t) => {
    const station = new DeskStation(t, 'haiyan-2017');
    const one = await station.secure(monday);
    await station.store(one, '2026-03-02 19:06');
    await station.desk.catchUp();
    const missing = (): unknown => station.standing().map(({ assumptions }) => assumptions);
    t.strictSame(missing(), [['label_case_missing', 'label_party_missing', 'label_handler_missing']]);
    const tag = async (field: TagField, values: readonly string[]): Promise<void> => {
      await station.ledger.append([tagDraft(one, field, 'person', values, machine)], [relabelled(one)]);
      await station.desk.catchUp();
    };
    await tag('case', ['C1']);
    await tag('party', ['P1', 'P2']);
    t.strictSame(
      missing(),
      [['label_party_missing', 'label_handler_missing']],
      'two parties at once are none',
    );
    await tag('party', ['P1']);
    await tag('handler', ['333333']);
    t.strictSame(missing(), [[]]);
    t.match(station.standing(), [{ verdict: 'on_time' }]);
    await tag('case', []);
    t.strictSame(missing(), [['label_case_missing']], 'a label that is taken away lacks again');
  },
);

t.test('what is doubtful or unknown of one recording is so of its session', async (t) => {
  const station = new DeskStation(t);
  const docked = { docked: '2026-03-02 19:00', secured: '2026-03-02 19:05' };
  const one = await station.secure({ ...docked, start: '2026-03-02 18:00', ended: '2026-03-02 18:05' });
  const two = await station.secure({ ...docked, start: '2026-03-02 18:10', ended: null, doubtful: true });
  await station.store(one, '2026-03-02 19:06');
  await station.desk.catchUp();
  t.match(station.standing(), [{ stored: null, ended: null, doubtful: true }], 'and not stored until all is');
  await station.store(two, '2026-03-02 19:07');
  await station.desk.catchUp();
  t.match(station.standing(), [{ stored: '2026-03-02T11:07:00.000Z', verdict: 'undetermined' }]);
});

t.test('what an older version has timed is looked at once more, and keeps its times', async (t) => {
  const station = new DeskStation(t);
  const evidence = await station.secure(monday);
  const timed = station.timed(evidence);
  await station.ledger.append([timed]);
  await station.desk.catchUp();
  t.equal(station.entries('recording.timed').length, 1);
  t.match(station.entries('recording.probed'), [{ evidence, fault: 'unreadable' }]);
  await station.desk.catchUp();
  t.equal(station.entries('recording.probed').length, 1);
  t.equal(await station.desk.timeAgain('ST01-D000001'), 1);
  t.equal(station.entries('recording.probed').length, 1, 'and again only where it says something else');
});
