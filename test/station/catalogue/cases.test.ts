import t, { type Test } from 'tap';
import { calendarInForce } from '../../../src/deadlines/calendar-in-force.ts';
import { Measures } from '../../../src/deadlines/measures.ts';
import { policyVersions } from '../../../src/deadlines/policy-version.ts';
import { caseDetail, partyDetail } from '../../../src/station/catalogue/case-detail.ts';
import { caseLedger } from '../../../src/station/catalogue/case-ledger.ts';
import { type CaseCount, type CaseFilter, CaseReader } from '../../../src/station/catalogue/case-list.ts';
import { RegisterBook } from '../../../src/tagging/registers/book.ts';
import { enterRow } from '../../../src/tagging/registers/enter.ts';
import type { RegisterName } from '../../../src/tagging/registers/register.ts';
import { tagByHand } from '../../../src/tagging/tag-by-hand.ts';
import { at, DeskStation } from '../../deadlines/desk-station.ts';

const clerk = { kind: 'person', id: 'os:clerk' } as const;
const all: CaseFilter = {
  ...{ handler: null, party: null, unit: null, state: null },
  ...{ order: 'number', after: null, limit: 50 },
};

const rows: readonly (readonly [RegisterName, Readonly<Record<string, string>>])[] = [
  ['units', { code: 'U0', name: '某局' }],
  ['units', { code: 'U1', name: '执法一队', parent: 'U0' }],
  ['officers', { number: '222222', name: '张三', unit: 'U1' }],
  ['officers', { number: '333333', name: '李四', unit: 'U0' }],
  ['parties', { code: 'P1', name: '某公司' }],
  ['parties', { code: 'P2', name: '另一公司' }],
  ['matters', { code: 'M1', matter: '查封扣押', whole: 'yes' }],
  ['cases', { number: '2026-1', title: '甲案', party: 'P1', handler: '222222', closed: '2026-03-10' }],
  ['cases', { number: '2026-2', title: '乙案', party: 'P1', handler: '333333', matter: 'M1' }],
  ['cases', { number: '2026-3', title: '丙案', party: 'P2', handler: '333333', matter: 'M1' }],
  ['cases', { number: '2026-4', title: '丁案', closed: '2026-01-05', archived: '2026-01-20' }],
  [
    'rosters',
    { officer: '222222', from: '2026-03-02 08:00', to: '2026-03-02 11:00', case: '2026-1', place: '某广场' },
  ],
  ['rosters', { officer: '222222', from: '2026-03-02 14:00', to: '2026-03-02 16:00', case: '2026-1' }],
  ['rosters', { officer: '222222', from: '2026-03-02 16:00', to: '2026-03-02 18:00', case: '2026-2' }],
];

/** Two segments of one recording of case 1, one across two duties, one that a person files under case 3. */
async function station(t: Test): Promise<DeskStation> {
  const desk = new DeskStation(t);
  const { ledger, lone } = desk;
  const room = { ledger, book: new RegisterBook(lone.db), zone: 'Asia/Shanghai' };
  await enterRow(room, 'places', { name: '某广场', area: '118.87 28.94', radius: '50' }, clerk);
  for (const [register, values] of rows) await enterRow(room, register, values, clerk);
  const docked = { docked: '2026-03-02 19:00', secured: '2026-03-02 19:05' };
  const named = '2026-03-02T09:00:00';
  for (const one of [
    { start: '2026-03-02 09:10', ended: '2026-03-02 09:20', segment: { named, number: 2 } },
    { start: '2026-03-02 09:00', ended: '2026-03-02 09:10', segment: { named, number: 1 } },
    { start: '2026-03-02 15:50', ended: '2026-03-02 16:10' },
    { start: '2026-03-02 17:00', ended: null },
  ])
    await desk.store(await desk.secure({ ...one, ...docked }), '2026-03-02 19:06');
  await desk.desk.catchUp();
  await tagByHand({ db: lone.db, ledger }, ['ST01-2026-0000004'], 'case', '2026-3', clerk);
  await desk.desk.settle();
  return desk;
}

function countOf({ lone: { db } }: DeskStation, now: string): CaseCount {
  const { calendar } = calendarInForce(null, { restDays: [], workDays: [], years: [] });
  const measures = new Measures(policyVersions(db), calendar, { designated: true, document: '' });
  return { measures, zone: 'Asia/Shanghai', now: at(now) };
}

t.test('cases are listed with what is filed under them, what is missing, and what is due', async (t) => {
  const desk = await station(t);
  const list = (filter: Partial<CaseFilter> = {}) =>
    new CaseReader(desk.lone.db, countOf(desk, '2026-04-20 09:00')).list({ ...all, ...filter });
  const numbers = (filter: Partial<CaseFilter>): readonly string[] =>
    list(filter).cases.map(({ number }) => number);
  t.match(list().cases, [
    {
      ...{ number: '2026-1', title: '甲案', state: 'closed', missing: false },
      party: { number: 'P1', name: '某公司' },
      handler: { number: '222222', name: '张三' },
      unit: { number: 'U1', name: '执法一队' },
      ...{ recordings: 2, candidates: 1, sessions: 1, bytes: 2_000 },
      first: at('2026-03-02 09:00').toString(),
      last: at('2026-03-02 09:20').toString(),
      limits: [{ clause: 'QZ-21-2', deed: 'archived', verdict: 'pending', nearlyDue: true, met: null }],
    },
    { number: '2026-2', state: 'open', recordings: 0, candidates: 1, missing: true, limits: [] },
    { number: '2026-3', recordings: 1, sessions: 1, missing: false, last: at('2026-03-02 17:00').toString() },
    { number: '2026-4', state: 'archived', party: null, limits: [{ verdict: 'on_time', nearlyDue: false }] },
  ]);
  t.equal(list().cases[0]?.limits[0]?.countedDays.at(-1), '2026-04-22');
  t.strictSame(numbers({ party: 'P1' }), ['2026-1', '2026-2']);
  t.strictSame(numbers({ handler: '333333' }), ['2026-2', '2026-3']);
  t.strictSame(numbers({ unit: 'U1' }), ['2026-1']);
  t.strictSame(numbers({ unit: 'U0' }), ['2026-1', '2026-2', '2026-3'], 'with the units below');
  t.strictSame(numbers({ state: 'open' }), ['2026-2', '2026-3']);
  t.strictSame(numbers({ state: 'archived' }), ['2026-4']);
  t.strictSame(numbers({ order: 'last' }), ['2026-3', '2026-1', '2026-2', '2026-4']);
  t.strictSame(numbers({ order: 'recordings' }), ['2026-1', '2026-3', '2026-2', '2026-4']);
  t.strictSame(numbers({ order: 'due', limit: 2 }), ['2026-1', '2026-2']);
  t.match(list({ limit: 2 }), { cases: { length: 2 }, next: '2026-2' });
  t.match(list({ limit: 2, after: '2026-2' }), { cases: [{ number: '2026-3' }, {}], next: null });
});

t.test('a case file has its recordings together, segments in order, candidates marked', async (t) => {
  const desk = await station(t);
  const detail = caseDetail(desk.lone.db, '2026-1', countOf(desk, '2026-03-11 09:00'));
  t.match(detail.courses, [
    {
      session: 'ST01-S000001',
      verdicts: [{ clause: 'QZ-21-1' }],
      recordings: [
        [
          {
            ...{ evidenceId: 'ST01-2026-0000002', segment: 1, candidate: false, filedBy: 'roster' },
            officers: [{ number: '222222', name: '张三' }],
            places: ['某广场'],
            storedAt: /^2026-03-02T11:06/,
          },
          { evidenceId: 'ST01-2026-0000001', segment: 2 },
        ],
      ],
    },
    { recordings: [[{ evidenceId: 'ST01-2026-0000003', candidate: true, places: [] }]] },
  ]);
  const third = caseDetail(desk.lone.db, '2026-3', countOf(desk, '2026-03-11 09:00'));
  t.match(third.courses, [{ recordings: [[{ filedBy: 'person', ended: null }]] }]);
  t.throws(() => caseDetail(desk.lone.db, '2026-9', countOf(desk, '2026-03-11 09:00')), {
    code: 'tagging.row_unknown',
  });
});

t.test('what a person files elsewhere is not of the case that the roster names', async (t) => {
  const desk = await station(t);
  const count = countOf(desk, '2026-03-11 09:00');
  const second = caseDetail(desk.lone.db, '2026-2', count);
  t.match(
    second.courses.flatMap(({ recordings }) => recordings.flat()),
    [{ evidenceId: 'ST01-2026-0000003', candidate: true }],
  );
  const room = { db: desk.lone.db, ledger: desk.ledger };
  await tagByHand(room, ['ST01-2026-0000003'], 'case', '2026-2', clerk);
  await desk.desk.settle();
  t.match(new CaseReader(desk.lone.db, count).one('2026-2'), {
    recordings: 1,
    candidates: 0,
    missing: false,
  });
  t.match(new CaseReader(desk.lone.db, count).one('2026-1'), { recordings: 2, candidates: 0 });
});

t.test('a party has its cases and all of their recordings, and no other’s', async (t) => {
  const desk = await station(t);
  const count = countOf(desk, '2026-03-11 09:00');
  t.match(partyDetail(desk.lone.db, 'P1', count), {
    name: '某公司',
    cases: [{ number: '2026-1' }, { number: '2026-2' }],
    recordings: [
      { evidenceId: 'ST01-2026-0000002', candidate: false },
      { evidenceId: 'ST01-2026-0000001' },
      { evidenceId: 'ST01-2026-0000003', candidate: true },
    ],
  });
  t.match(partyDetail(desk.lone.db, 'P2', count).recordings, [{ evidenceId: 'ST01-2026-0000004' }]);
  t.throws(() => partyDetail(desk.lone.db, 'P9', count), { code: 'tagging.row_unknown' });
});

t.test('the ledger lists each case with its recordings, and one without them all the same', async (t) => {
  const desk = await station(t);
  const count = countOf(desk, '2026-03-11 09:00');
  const lines = (wanted: Parameters<typeof caseLedger>[1]): readonly string[] =>
    [...caseLedger(desk.lone.db, wanted, count)].map(
      (line) => `${line.case?.number ?? '–'} ${line.recording?.evidenceId.slice(-1) ?? '–'}`,
    );
  t.strictSame(lines({ of: 'all', key: null }), [
    ...['2026-1 2', '2026-1 1', '2026-1 3', '2026-2 3', '2026-3 4', '2026-4 –'],
  ]);
  t.strictSame(lines({ of: 'case', key: '2026-1' }), ['2026-1 2', '2026-1 1', '2026-1 3']);
  const room = { db: desk.lone.db, ledger: desk.ledger };
  await tagByHand(room, ['ST01-2026-0000004'], 'party', 'P1', clerk);
  t.strictSame(
    lines({ of: 'party', key: 'P1' }),
    ['2026-1 2', '2026-1 1', '2026-1 3', '2026-2 3', '– 4'],
    'also what a person says is this party’s, of whatever case',
  );
});

t.test('what is looked for by case, party or handler is found by index, however much there is', async (t) => {
  const desk = await station(t);
  const plan = (sql: string): string =>
    desk.lone.db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
      .join('; ');
  const seen: string[] = [];
  const { db } = desk.lone;
  const spied = new Proxy(db, {
    get(target, name) {
      if (name !== 'prepare') return Reflect.get(target, name, target);
      return (sql: string) => {
        seen.push(sql);
        return target.prepare(sql);
      };
    },
  });
  const count = countOf(desk, '2026-03-11 09:00');
  caseDetail(spied, '2026-1', count);
  partyDetail(spied, 'P1', count);
  new CaseReader(spied, count).list({ ...all, handler: '222222' });
  const plans = seen.map((sql) => plan(sql.replaceAll('?', "'x'")));
  t.ok(seen.length > 10);
  for (const [i, one] of plans.entries())
    t.notMatch(one, /SCAN (?!CONSTANT|below|json_each|[js]\b)/, `${seen[i]}\n${one}`);
  t.ok(plans.some((one) => one.includes('view_register_case_party')));
  t.ok(plans.some((one) => one.includes('view_register_case_handler')));
});
