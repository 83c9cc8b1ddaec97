import { paging } from '../../../../src/api/listing.ts';
import {
  caseNumber,
  dockingId,
  drawn,
  findingId,
  itemsEachDocking,
  type MadePlan,
  officerNumber,
  partyCode,
  recorderNumber,
  requestId,
  sessionId,
} from './made-plan.ts';
import type { AskingRole } from './made-world.ts';

/** One thing that is asked again and again, of other rows each time. */
export interface Question {
  readonly name: string;
  /** `list`: a page of a list; `one`: a thing by its id; `file`: what leaves as a file, bounded in number a minute. */
  readonly kind: 'list' | 'one' | 'file' | 'ingest';
  readonly role: AskingRole;
  readonly paths: readonly string[];
  readonly method?: 'PUT';
  /** One for each path. */
  readonly bodies?: readonly string[];
  /** So many times at most: the route answers no more in a minute. */
  readonly most?: number;
}

/** What lies where in the made-up station, for questions that name something. */
export interface Known {
  readonly plan: MadePlan;
  /** The newest and some others, of all ages. */
  readonly evidence: readonly string[];
  readonly entries: number;
}

type Query = Readonly<Record<string, string | number | boolean>>;

const variants = 24;
const various = Array.from({ length: variants }, (_, i) => i);
const twice = Array.from({ length: 2 * variants }, (_, i) => i);
const list = '/api/v1';

function path(route: string, query: Query): string {
  const parameters = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return `${list}/${route}${parameters.size === 0 ? '' : `?${parameters}`}`;
}

/** The cursor of a page far from either end, as the list itself makes it. */
function deep(name: string, query: Query, usual: string, key: string): string {
  const { limit, sort } = { limit: undefined, sort: undefined, ...query };
  const paged = { ...query, ...(limit === undefined ? {} : { limit: Number(limit) }) };
  const given = sort === undefined ? paged : { ...paged, sort: String(sort) };
  return paging(name, given, usual).page([], key).next ?? '';
}

/** Every list of the interface, with its filters, both orders, and far pages. */
export function listQuestions(known: Known): readonly Question[] {
  return [
    ...evidenceLists(known),
    ...entryLists(known),
    ...sessionLists(known),
    ...caseLists(known),
    ...otherLists(known),
  ];
}

const all = (name: string, route: string, query: Query = {}, role: AskingRole = 'auditor'): Question => ({
  ...{ name, kind: 'list', role },
  paths: [path(route, query)],
});
const each = (
  name: string,
  route: string,
  queryOf: (i: number) => Query,
  role: AskingRole = 'auditor',
): Question => ({ name, kind: 'list', role, paths: various.map((i) => path(route, queryOf(i))) });

function evidenceLists({ plan, evidence }: Known): readonly Question[] {
  const officer = (i: number): number => drawn(plan, `asked officer ${i}`, plan.officers);
  const place = (i: number): number => drawn(plan, `asked docking ${i}`, plan.dockings);
  const at = (i: number): string => evidence[i % evidence.length] ?? '';
  const day = (i: number): Query => ({
    since: `2025-${String(1 + (i % 12)).padStart(2, '0')}-03T00:00:00+08:00`,
    until: `2025-${String(1 + (i % 12)).padStart(2, '0')}-04T00:00:00+08:00`,
  });
  const year = { since: '2024-06-01T00:00:00+08:00', until: '2025-06-01T00:00:00+08:00' };
  return [
    all('evidence, newest', 'evidence'),
    all('evidence, oldest', 'evidence', { sort: 'id' }),
    all('evidence, 500 a page', 'evidence', { limit: 500 }),
    each('evidence, far page', 'evidence', (i) => ({ cursor: deep('evidence', {}, '-id', at(i)) })),
    each('evidence, far page, oldest first', 'evidence', (i) => ({
      ...{ sort: 'id', cursor: deep('evidence', { sort: 'id' }, '-id', at(i)) },
    })),
    each('evidence of a recorder', 'evidence', (i) => ({ recorder: recorderNumber(officer(i)) })),
    each('evidence of an officer', 'evidence', (i) => ({ officer: officerNumber(officer(i)), sort: 'id' })),
    each('evidence of a docking', 'evidence', (i) => ({ docking: dockingId(place(i) + 1) })),
    each('evidence of a case', 'evidence', (i) => ({ case: caseNumber(place(i) + 1) })),
    each('evidence of a recorder without case', 'evidence', (i) => ({
      ...{ recorder: recorderNumber(officer(i)), withoutCase: true },
    })),
    ...(['stored', 'secured', 'disposed'] as const).map((state) =>
      all(`evidence, ${state}`, 'evidence', { state }),
    ),
    ...(['evidence', 'important', 'ordinary', 'unclassified'] as const).map((kept) =>
      all(`evidence, class ${kept}`, 'evidence', { class: kept }),
    ),
    all('evidence without case', 'evidence', { withoutCase: true }),
    all('evidence, single copy', 'evidence', { singleCopy: true, sort: 'id' }),
    all('evidence, unassigned (there is none)', 'evidence', { unassigned: true }),
    each('evidence of a day', 'evidence', day),
    all('evidence of a year', 'evidence', year),
    all('evidence of a year, oldest first', 'evidence', { ...year, sort: 'id' }),
    all('evidence of all years of a head', 'evidence', year, 'department_head'),
    all('evidence of units', 'evidence', {}, 'department_head'),
    all('evidence of units without case', 'evidence', { withoutCase: true }, 'department_head'),
    all('own evidence', 'evidence', {}, 'officer'),
    all('own evidence, oldest first', 'evidence', { sort: 'id' }, 'officer'),
  ];
}

function entryLists({ plan, evidence, entries }: Known): readonly Question[] {
  const seq = (i: number): string => String(drawn(plan, `asked entry ${i}`, entries));
  const officer = (i: number): number => drawn(plan, `asked officer ${i}`, plan.officers);
  const at = (i: number): string => evidence[i % evidence.length] ?? '';
  const route = 'ledger/entries';
  const year = { since: '2024-06-01T00:00:00+08:00', until: '2025-06-01T00:00:00+08:00' };
  return [
    all('entries, newest', route),
    all('entries, oldest', route, { sort: 'seq' }),
    all('entries, 500 a page', route, { limit: 500 }),
    each('entries, far page', route, (i) => ({ cursor: deep('entries', {}, '-seq', seq(i)) })),
    each('entries, far page, oldest first', route, (i) => ({
      ...{ sort: 'seq', cursor: deep('entries', { sort: 'seq' }, '-seq', seq(i)) },
    })),
    all('entries of a common type', route, { type: 'recording.stored' }),
    all('entries of a rare type', route, { type: 'review.drawn', sort: 'seq' }),
    all('entries of a type in a year', route, { type: 'review.entered', ...year }),
    all('entries of an actor', route, { actor: 'os:clerk' }),
    all('entries of an actor and type', route, { actor: 'os:clerk', type: 'alarm.closed' }),
    all('entries of a year', route, year),
    each('entries of an item', route, (i) => ({ evidence: at(i) })),
    each('entries of a recorder', route, (i) => ({ recorder: recorderNumber(officer(i)) })),
    each('entries of a recorder of a type', route, (i) => ({
      ...{ recorder: recorderNumber(officer(i)), type: 'docking.ended' },
    })),
    each('entries of an officer', route, (i) => ({ officer: officerNumber(officer(i)) })),
    each('entries of a case', route, (i) => ({
      case: caseNumber(1 + drawn(plan, `case ${i}`, plan.dockings)),
    })),
    all('entries with a common word', route, { text: '剪映' }),
    all('entries with a common word, oldest first', route, { text: '值班登记', sort: 'seq' }),
    all('entries with a word of their kind', route, { text: '入库' }),
    each('entries with a rare number', route, (i) => ({ text: dockingId(1 + (i % plan.dockings)) })),
    each('entries with a case number', route, (i) => ({
      text: caseNumber(1 + drawn(plan, `words ${i}`, plan.dockings)),
    })),
    all('entries with two common words', route, { text: '核对 现场情况' }),
    each('entries with a common and a rare word', route, (i) => ({
      text: `剪映 ${dockingId(1 + (i % plan.dockings))}`,
    })),
    all('entries with a word nobody wrote', route, { text: '不存在的词语' }),
    all('entries with a word in a year', route, { text: '剪映', ...year }),
  ];
}

function sessionLists({ plan, evidence }: Known): readonly Question[] {
  const officer = (i: number): number => drawn(plan, `asked officer ${i}`, plan.officers);
  const sessions = Math.floor(plan.items / 4);
  const session = (i: number): string => sessionId(1 + drawn(plan, `asked session ${i}`, sessions));
  const finding = (i: number): string => findingId(1 + drawn(plan, `asked finding ${i}`, plan.dockings));
  const at = (i: number): string => evidence[i % evidence.length] ?? '';
  return [
    all('sessions, newest', 'sessions'),
    all('sessions, oldest', 'sessions', { sort: 'id' }),
    each('sessions, far page', 'sessions', (i) => ({ cursor: deep('sessions', {}, '-id', session(i)) })),
    ...(['on_time', 'late', 'overdue', 'undetermined', 'pending'] as const).map((verdict) =>
      all(`sessions, ${verdict}`, 'sessions', { verdict }),
    ),
    each('sessions of a recorder', 'sessions', (i) => ({ recorder: recorderNumber(officer(i)) })),
    each('sessions of an officer', 'sessions', (i) => ({ officer: officerNumber(officer(i)) })),
    each('sessions of an officer, late', 'sessions', (i) => ({
      officer: officerNumber(officer(i)),
      verdict: 'late',
    })),
    all('sessions of units', 'sessions', {}, 'department_head'),
    all('sessions of units, overdue', 'sessions', { verdict: 'overdue' }, 'department_head'),
    all('own sessions', 'sessions', {}, 'officer'),
    all('findings, open', 'findings'),
    all('findings, all', 'findings', { all: true }),
    all('findings of a code', 'findings', { all: true, code: 'edited', sort: 'id' }),
    all('findings of a code (there is none)', 'findings', { all: true, code: 'gap' }),
    each('findings, far page', 'findings', (i) => ({
      ...{ all: true, cursor: deep('findings', { all: true }, '-id', finding(i)) },
    })),
    each('findings of a recorder', 'findings', (i) => ({ all: true, recorder: recorderNumber(officer(i)) })),
    each('findings of an item', 'findings', (i) => ({ all: true, evidence: at(i) })),
    each('findings of a session', 'findings', (i) => ({ all: true, session: session(i) })),
    all('findings of units', 'findings', {}, 'department_head'),
    all('own findings', 'findings', { all: true }, 'officer'),
    all('justifications, newest', 'justifications'),
    all('justifications, submitted', 'justifications', { state: 'submitted' }),
    all('justifications, withdrawn (there is none)', 'justifications', { state: 'withdrawn' }),
    each('justifications of a session', 'justifications', (i) => ({ session: session(i) })),
    all('justifications of units', 'justifications', {}, 'department_head'),
    all('own justifications', 'justifications', {}, 'officer'),
  ];
}

function caseLists({ plan }: Known): readonly Question[] {
  const officer = (i: number): number => drawn(plan, `asked officer ${i}`, plan.officers);
  const place = (i: number): number => drawn(plan, `asked docking ${i}`, plan.dockings);
  return [
    all('cases, first', 'cases'),
    all('cases, last', 'cases', { sort: '-number' }),
    each('cases, far page', 'cases', (i) => ({
      cursor: deep('cases', {}, 'number', caseNumber(place(i) + 1)),
    })),
    each('cases of a handler', 'cases', (i) => ({ handler: officerNumber(officer(i)) })),
    each('cases of a party', 'cases', (i) => ({ party: partyCode(Math.floor(place(i) / 2)) })),
    all('cases of a unit', 'cases', { unit: 'U001' }),
    all('cases of the uppermost unit', 'cases', { unit: 'U000' }),
    ...(['open', 'closed', 'archived'] as const).map((state) => all(`cases, ${state}`, 'cases', { state })),
    all('cases of units', 'cases', {}, 'department_head'),
    all('cases of units, last', 'cases', { sort: '-number' }, 'department_head'),
    all('own cases', 'cases', {}, 'officer'),
    ...(['units', 'officers', 'recorders', 'parties', 'cases', 'places', 'matters', 'rosters'] as const).map(
      (register) => all(`register ${register}`, `registers/${register}`),
    ),
    each('register of cases, by its beginning', 'registers/cases', (i) => ({
      begins: caseNumber(place(i) + 1).slice(0, 12),
    })),
    all('register of cases, from the end', 'registers/cases', { sort: '-key' }),
    ...(['officers', 'recorders', 'parties', 'cases'] as const).map((register) =>
      all(`register ${register} of units`, `registers/${register}`, {}, 'department_head'),
    ),
  ];
}

function otherLists({ plan, evidence }: Known): readonly Question[] {
  const officer = (i: number): number => drawn(plan, `asked officer ${i}`, plan.officers);
  const place = (i: number): number => drawn(plan, `asked docking ${i}`, plan.dockings);
  const at = (i: number): string => evidence[i % evidence.length] ?? '';
  const year = { since: '2024-06-01T00:00:00+08:00', until: '2025-06-01T00:00:00+08:00' };
  return [
    all('dockings, newest', 'dockings'),
    all('dockings, oldest', 'dockings', { sort: 'id' }),
    each('dockings, far page', 'dockings', (i) => ({
      cursor: deep('dockings', {}, '-id', dockingId(place(i) + 1)),
    })),
    each('dockings at a port', 'dockings', (i) => ({ port: String(1 + (i % 30)).padStart(2, '0') })),
    each('dockings of a recorder', 'dockings', (i) => ({ recorder: recorderNumber(officer(i)) })),
    all('dockings of a year', 'dockings', year),
    all('dockings of a year, oldest first', 'dockings', { ...year, sort: 'id' }),
    all('dockings of units', 'dockings', {}, 'department_head'),
    all('own dockings', 'dockings', {}, 'officer'),
    all('recorders', 'recorders', {}, 'administrator'),
    all('recorders, last first', 'recorders', { sort: '-recorder' }, 'administrator'),
    all('ports', 'ports'),
    all('alarms, open', 'alarms'),
    all('alarms, all', 'alarms', { all: true }),
    all('alarms, closed, oldest first', 'alarms', { state: 'closed', sort: 'id' }),
    all('alarms, handled (there is none)', 'alarms', { state: 'handled' }),
    all('alarms, critical', 'alarms', { all: true, severity: 'critical' }),
    all('alarms, notice (there are few)', 'alarms', { all: true, severity: 'notice' }),
    all('alarms of a code', 'alarms', { all: true, code: 'card_refused' }),
    all('alarms of a year', 'alarms', { all: true, ...year }),
    all('requests, newest', 'requests'),
    ...(['submitted', 'approved', 'rejected', 'expired'] as const).map((state) =>
      all(`requests, ${state}`, 'requests', { state }),
    ),
    each('requests, far page', 'requests', (i) => ({
      cursor: deep('requests', {}, '-id', requestId(1 + Math.floor(place(i) / 3))),
    })),
    each('requests for an item', 'requests', (i) => ({ evidence: at(i) })),
    each('requests of an account', 'requests', (i) => ({
      of: `ST01-U${String(100 + officer(i)).padStart(6, '0')}`,
    })),
    all('requests of units', 'requests', {}, 'department_head'),
    all('own requests', 'requests', {}, 'officer'),
    all('reviews', 'reviews'),
    all('proposals, all', 'proposals', { all: true }, 'administrator'),
    all('accounts', 'accounts', {}, 'administrator'),
    all('tokens', 'tokens', {}, 'administrator'),
    each(
      'tokens of an account',
      'tokens',
      (i) => ({ account: `ST01-U${String(100 + officer(i)).padStart(6, '0')}` }),
      'administrator',
    ),
    all('roles', 'roles', {}, 'administrator'),
    all('imports', 'imports'),
  ];
}

/** Single things, and what leaves as a file of bounded size. */
export function otherQuestions({ plan, evidence, entries }: Known): readonly Question[] {
  const place = (i: number): number => drawn(plan, `asked docking ${i}`, plan.dockings);
  const at = (i: number): string => evidence[i % evidence.length] ?? '';
  const one = (name: string, routeOf: (i: number) => string): Question => ({
    ...{ name, kind: 'one', role: 'auditor' },
    paths: various.map((i) => path(routeOf(i), {})),
  });
  const file = (name: string, route: string, queryOf: (i: number) => Query, role: AskingRole): Question => ({
    ...{ name, kind: 'file', role, most: 20 },
    paths: various.map((i) => path(route, queryOf(i))),
  });
  const ofCase = (i: number): string => caseNumber(place(i) + 1);
  const month = { since: '2025-05-01T00:00:00+08:00', until: '2025-06-01T00:00:00+08:00' };
  const number = (i: number): string => encodeURIComponent(ofCase(i));
  return [
    one('an item', (i) => `evidence/${at(i)}`),
    one('the story of an item', (i) => `evidence/${at(i)}/story`),
    one('a session', (i) => `sessions/${sessionId(1 + place(i) * (itemsEachDocking / 4))}`),
    one('a case', (i) => `cases/${number(i)}`),
    one('a docking', (i) => `dockings/${dockingId(place(i) + 1)}`),
    one('a finding', (i) => `findings/${findingId(place(i) + 1)}`),
    one('an entry', (i) => `ledger/entries/${drawn(plan, `one entry ${i}`, entries)}`),
    one('proof of an entry', (i) => `ledger/entries/${drawn(plan, `one entry ${i}`, entries - 1)}/proof`),
    one('the checkpoint', () => 'ledger/checkpoint'),
    one('the station', () => 'station'),
    { name: 'metrics', kind: 'one', role: 'auditor', paths: ['/metrics'] },
    file('entries of a case as CSV', 'ledger/export', (i) => ({ case: ofCase(i), format: 'csv' }), 'auditor'),
    file(
      'case ledger of a case as CSV',
      'case-ledger',
      (i) => ({ of: 'case', key: ofCase(i), format: 'csv' }),
      'clerk',
    ),
    file(
      'punctuality of a month as CSV',
      'reports/punctuality',
      () => ({ ...month, format: 'csv' }),
      'auditor',
    ),
    file('supervision of a month', 'reports/supervision', () => month, 'auditor'),
  ];
}

/** What screens at the dock ask while recordings come in. Tagging waits for its commit; the others wait for none. */
export function ingestQuestions({ evidence }: Known): readonly Question[] {
  const at = (i: number): string => evidence[i % evidence.length] ?? '';
  const get = (name: string, route: string): Question => ({
    ...{ name, kind: 'ingest', role: 'auditor', paths: [path(route, {})] },
  });
  return [
    get('live dockings', 'dockings/live'),
    get('the station', 'station'),
    get('dockings, newest', 'dockings'),
    get('evidence, newest', 'evidence'),
    get('alarms, open', 'alarms'),
    get('sessions, newest', 'sessions'),
    { name: 'ready', kind: 'ingest', role: 'auditor', paths: ['/readyz'] },
    {
      ...{ name: 'tagging (waits for a commit)', kind: 'ingest', role: 'clerk', method: 'PUT' },
      paths: twice.map((i) => path(`evidence/${at(i % variants)}/tags/note`, {})),
      // The second time round another one: what is said already is no news.
      bodies: twice.map((i) => JSON.stringify({ value: i < variants ? '已核对' : '再次核对' })),
    },
  ];
}
