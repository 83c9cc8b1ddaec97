import t from 'tap';
import { openReading } from '../../src/custody/database.ts';
import { retentionClasses } from '../../src/custody/entry-kinds.ts';
import { unseenQuery } from '../../src/deadlines/arrivals.ts';
import { accountRows } from '../../src/station/catalogue/accounts.ts';
import { alarmQuery } from '../../src/station/catalogue/alarm-list.ts';
import { caseRows } from '../../src/station/catalogue/case-list.ts';
import { dockingRows } from '../../src/station/catalogue/dockings.ts';
import { entryPlaces } from '../../src/station/catalogue/entries.ts';
import { termsOf } from '../../src/station/catalogue/entry-search.ts';
import { evidencePlaces, evidenceStates } from '../../src/station/catalogue/evidence-list.ts';
import { marksSql } from '../../src/station/catalogue/evidence-marks.ts';
import { findingRows } from '../../src/station/catalogue/findings.ts';
import { justificationRows } from '../../src/station/catalogue/justifications.ts';
import { recorderRows } from '../../src/station/catalogue/recorders.ts';
import { registerRowsQuery } from '../../src/station/catalogue/register-rows.ts';
import { requestRows } from '../../src/station/catalogue/requests.ts';
import { reviewRows } from '../../src/station/catalogue/reviews.ts';
import { sessionRows } from '../../src/station/catalogue/sessions.ts';
import { type Condition, everything, type Visible } from '../../src/station/catalogue/visible.ts';
import { waitingQuery } from '../../src/tagging/continuity/finder.ts';
import { registerNames } from '../../src/tagging/registers/register.ts';
import { loneLedger } from '../support/tamper-ledger.ts';
import { complaintsIn, planOf } from './plans.ts';

const { path } = loneLedger(t);
const db = openReading(path);
t.teardown(() => db.close());

const seers: Readonly<Record<string, Visible>> = {
  everything,
  own: { all: false, units: [], officer: '222222' },
  units: { all: false, units: ['U1', 'U2'], officer: '222222' },
};

/** A walk through their own key passes in the order of the list, so that LIMIT ends it: their plan says `SCAN` without an index. */
const inOrderOfTheirKey = [
  'v',
  'view_request',
  'r',
  'row',
  'view_register',
  'view_finding',
  'view_account',
  'a',
  'l',
  's',
];
/** What holds a handful of rows: mirrors, recorders, the units below one, the values that were given with the question. */
const small = ['view_mirror', 'view_recorder', 'below', 'json_each'];

const complaints = (condition: Condition): readonly string[] =>
  complaintsIn(planOf(db, condition), [...inOrderOfTheirKey, ...small]);

type Filter = Readonly<Record<string, unknown>>;

/** Every filter alone and every two together; each from the beginning and from a cursor on, both ways round. */
function* filters(choices: readonly Filter[], after: unknown): Generator<Filter> {
  const pairs = choices.flatMap((one, i) => choices.slice(i + 1).map((other) => ({ ...one, ...other })));
  for (const chosen of [{}, ...choices, ...pairs])
    for (const from of [null, after])
      for (const newestFirst of [true, false])
        yield { ...chosen, after: from, newestFirst, descending: newestFirst };
}

/** The list's plans that are wrong, with the filters that lead to them; a few suffice to see why. */
function wrong(
  choices: readonly Filter[],
  after: unknown,
  queryOf: (filter: Filter, visible: Visible) => Condition,
  bounded: (filter: Filter, whose: string) => boolean = () => false,
): readonly string[] {
  return Object.entries(seers)
    .flatMap(([whose, visible]) =>
      [...filters(choices, after)].flatMap((filter) => {
        const found = complaints(queryOf(filter, visible));
        const sorted = found.every((one) => one.includes('ORDER BY')) && bounded(filter, whose);
        return found.length === 0 || sorted
          ? []
          : [`${whose} ${JSON.stringify(filter)}: ${found.join('; ')}`];
      }),
    )
    .slice(0, 5);
}

const page = { after: null, limit: 50, newestFirst: true };
const since = Temporal.Instant.from('2026-01-01T00:00:00Z');
const until = Temporal.Instant.from('2026-02-01T00:00:00Z');
const span = [{ since: since.toString() }, { until: until.toString() }];
const has = (filter: Filter, ...names: readonly string[]): boolean => names.some((name) => name in filter);

t.test('no list of evidence, courses, dockings or findings scans or sorts, whatever is asked', async (t) => {
  const none = {
    ...{ docking: null, recorder: null, officer: null, state: null, case: null, class: null },
    ...{ withoutCase: false, singleCopy: false, unassigned: false, since: null, until: null, ...page },
  };
  const evidence = [
    ...[{ docking: 'D' }, { recorder: '1' }, { officer: '2' }, { case: 'C' }, { withoutCase: true }],
    ...[{ singleCopy: true }, { unassigned: true }, { since }, { until }],
    ...evidenceStates.map((state) => ({ state })),
    ...retentionClasses.map((kept) => ({ class: kept })),
  ];
  // Of one docking, one case or a stretch of time, and a page of each unregistered recorder: what was found is sorted.
  const few = (filter: Filter): boolean =>
    has(filter, 'docking', 'case', 'since', 'until', 'unassigned') || filter['state'] === 'disposed';
  t.same(
    wrong(evidence, 'E', (filter, visible) => evidencePlaces({ ...none, ...filter, visible }), few),
    [],
  );

  const sessions = [
    { recorder: '1' },
    { officer: '2' },
    { verdict: 'late' },
    { verdict: 'on_time' },
    ...span,
  ];
  const noSession = { verdict: null, recorder: null, officer: null, ...page };
  t.same(
    wrong(sessions, 'S', (filter, visible) => sessionRows({ ...noSession, ...filter, visible })),
    [],
  );

  const dockings = [{ recorder: '1' }, { port: '07' }, ...span];
  const noDocking = { recorder: null, port: null, since: null, until: null, ...page };
  // An officer has brought some hundreds.
  const brought = (_: Filter, whose: string): boolean => whose === 'own';
  t.same(
    wrong(dockings, 'D', (filter, visible) => dockingRows({ ...noDocking, ...filter, visible }), brought),
    [],
  );

  const findings = [
    { openOnly: true },
    { evidence: 'E' },
    { session: 'S' },
    { code: 'gap' },
    { recorder: '1' },
    ...span,
  ];
  const noFinding = { openOnly: false, evidence: null, session: null, ...page };
  t.same(
    wrong(findings, 'F', (filter, visible) => findingRows({ ...noFinding, ...filter, visible })),
    [],
  );
});

t.test('no list of cases, registers, requests or reasons does', async (t) => {
  const cases = [
    { handler: '2' },
    { party: 'P' },
    { unit: 'U' },
    ...['open', 'closed', 'archived'].map((state) => ({ state })),
  ];
  const noCase = { handler: null, party: null, unit: null, state: null, order: 'number', ...page } as const;
  t.same(
    wrong(cases, 'C', (filter, visible) => caseRows({ ...noCase, ...filter, visible }, 51)),
    [],
  );

  const registers = registerNames.map((register) => ({ register }));
  const ofRegister = { register: 'units', begins: null, ...page } as const;
  t.same(
    wrong([...registers, { begins: 'A' }], 'K', (filter, visible) =>
      registerRowsQuery({ ...ofRegister, ...filter, visible }),
    ),
    [],
  );

  const ofUnits = planOf(
    db,
    registerRowsQuery({ ...ofRegister, register: 'parties', visible: seers['units'] ?? everything }),
  );
  t.notMatch(ofUnits.join('\n'), 'SCAN filed', 'each party is looked up among the cases');

  const requests = [{ state: 'submitted' }, { of: 'A' }, { evidence: 'E' }, ...span];
  const noRequest = { state: null, of: null, evidence: null, ...page };
  // Of one account or one item there are some, and of an officer's recordings too.
  const own = (filter: Filter, whose: string): boolean => whose === 'own' || has(filter, 'of', 'evidence');
  t.same(
    wrong(requests, 'R', (filter, visible) => requestRows({ ...noRequest, ...filter, visible }), own),
    [],
  );

  const reasons = [{ state: 'submitted' }, { session: 'S' }, ...span];
  const noReason = { session: null, state: null, ...page };
  // An officer's own are a handful, and those of one course too.
  const handful = (filter: Filter, whose: string): boolean => whose === 'own' || has(filter, 'session');
  t.same(
    wrong(reasons, 'J', (filter, visible) => justificationRows({ ...noReason, ...filter, visible }), handful),
    [],
  );
});

t.test('no list of what belongs to nobody does', async (t) => {
  const entries = [
    ...[{ type: 'recording.stored' }, { subject: 'evidence:E' }, { actor: 'os:clerk' }, { evidence: 'E' }],
    ...[
      { recorder: '1' },
      { officer: '2' },
      { case: 'C' },
      { address: '192.0.2.7' },
      { result: 'failed' },
      { word: termsOf('张三')[0] },
      { word: termsOf('ST01-D000001')[0], numbered: true },
      { since },
      { until },
    ],
  ];
  const noEntry = { type: null, subject: null, actor: null, since: null, until: null, ...page };
  // About one thing, recorder, officer or case, from one address, and what has one word: what was found is sorted.
  const about = (filter: Filter): boolean =>
    has(filter, 'recorder', 'officer', 'case', 'word', 'subject', 'evidence', 'address');
  t.same(
    wrong(entries, 7, (filter) => entryPlaces({ ...noEntry, after: null, ...filter }), about),
    [],
  );

  const alarms = [
    ...[{ openOnly: true }, { severity: 'critical' }, { code: 'vault_full' }, ...span],
    ...['raised', 'acknowledged', 'handled', 'closed'].map((state) => ({ state })),
  ];
  const noAlarm = {
    state: null,
    severity: null,
    code: null,
    since: null,
    until: null,
    openOnly: false,
    ...page,
  };
  t.same(
    wrong(alarms, 'A', (filter, visible) =>
      alarmQuery({ ...noAlarm, ...filter, visible } as Parameters<typeof alarmQuery>[0]),
    ),
    [],
  );
  t.same(
    wrong([], 'R', (filter) => recorderRows({ ...page, ...filter, after: null })),
    [],
  );
  const turned = { limit: 50, descending: true };
  const accounts = [{ role: 'clerk' }, { state: 'active' }];
  t.same(
    wrong(accounts, 'A', (filter) =>
      accountRows({ ...turned, ...filter } as Parameters<typeof accountRows>[0]),
    ),
    [],
  );
  const reviews = [{ unit: 'U' }, { reviewer: 'A' }];
  t.same(
    wrong(reviews, 'V', (filter) => reviewRows({ ...turned, ...filter } as Parameters<typeof reviewRows>[0])),
    [],
  );
});

t.test('what a page says of its rows is found by their keys, not by a state that many have', async (t) => {
  const plan = planOf(db, { sql: marksSql, parameters: ['["E"]'] });
  for (const step of plan.filter((one) => one.startsWith('SEARCH ')))
    t.match(step, /\b(?:evidence|sha256|session|finding)=\?/);
});

t.test('what machines ask once a second begins with what waits, not with all that there is', async (t) => {
  for (const sql of [unseenQuery, waitingQuery]) {
    const [first = ''] = planOf(db, { sql, parameters: sql.includes('?') ? [1] : [] });
    t.match(first, /^SCAN (view_unprobed|w)\b/);
  }
});
