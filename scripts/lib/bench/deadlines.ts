import { join } from 'node:path';
import chineseDays from 'chinese-days';
import { createDatabase, type Db } from '../../../src/custody/database.ts';
import { calendarInForce } from '../../../src/deadlines/calendar-in-force.ts';
import { judgeSession, measureOf } from '../../../src/deadlines/judge-session.ts';
import { loadPolicies, policyNamed } from '../../../src/deadlines/load-policies.ts';
import { SessionFactsReader } from '../../../src/deadlines/session-facts.ts';
import { freshFolder, removeFolder } from './contenders.ts';
import { type Machine, machineWith } from './machine.ts';

export interface DeadlinesWish {
  readonly folder: string;
  readonly items: number;
  readonly rounds: number;
  readonly say: (line: string) => void;
}

export interface DeadlinesRun {
  /** Every session read from the catalogue, judged, and compared with its standing verdict. */
  readonly passSeconds: number;
  /** The judging alone, facts in memory. */
  readonly judgeSeconds: number;
  /** `chinese-days` counting three working days from each session's end, and nothing else. */
  readonly peerSeconds: number;
}

export interface DeadlinesResult {
  readonly benchmark: 'deadlines';
  readonly machine: Machine;
  readonly items: number;
  readonly sessions: number;
  readonly policy: string;
  readonly runs: readonly DeadlinesRun[];
}

/** A course of enforcement is some recordings long: recorders begin a new file every few minutes. */
export const itemsEach = 4;
const atOnce = 500;
const now = Temporal.Instant.from('2026-11-01T00:00:00Z');
const first = Temporal.Instant.from('2024-01-01T00:00:00Z').epochMilliseconds;
/** Spread over three years. */
const spanMs = 3 * 365 * 86_400_000;

export async function benchDeadlines({
  folder,
  items,
  rounds,
  say,
}: DeadlinesWish): Promise<DeadlinesResult> {
  const into = freshFolder(join(folder, 'deadlines'));
  const machine = machineWith(into);
  const db = createDatabase(join(into, 'station.db'));
  const sessions = Math.ceil(items / itemsEach);
  const policy = policyNamed(await loadPolicies(null), 'quzhou-2022');
  const { calendar } = calendarInForce(null, { restDays: [], workDays: [], years: [] });
  const content = { policy, openDays: 'calendar', dockingIsReturn: false, endOfDay: null } as const;
  const version = { digest: '0'.repeat(64), adopted: now, content };
  const designation = { designated: true, document: '测试〔2026〕1号' };
  fillCatalogue(db, sessions);
  giveVerdicts(db, measureOf(version, calendar, designation));
  say(`${items} recordings in ${sessions} sessions lie in the catalogue`);
  const runs: DeadlinesRun[] = [];
  for (let round = 0; round < rounds; round++) {
    // Made anew each time: what it has counted before it remembers.
    const measure = () => measureOf(version, calendar, designation);
    const run = {
      passSeconds: seconds(() => pass(db, measure())),
      judgeSeconds: seconds(() => judgeAll(sessions, measure())),
      peerSeconds: seconds(() => peerAll(sessions)),
    };
    say(
      `round ${round + 1}: pass ${run.passSeconds.toFixed(2)} s, judging alone ${run.judgeSeconds.toFixed(2)} s, chinese-days alone ${run.peerSeconds.toFixed(2)} s`,
    );
    runs.push(run);
  }
  db.close();
  removeFolder(into);
  return { benchmark: 'deadlines', machine, items, sessions, policy: policy.id, runs };
}

type Measure = ReturnType<typeof measureOf>;

/** As the desk does it when the calendar has changed and no verdict with it. */
function pass(db: Db, measure: Measure): number {
  const facts = new SessionFactsReader(db);
  const standing = db
    .prepare<[string, number], string>('SELECT judgement FROM view_verdict WHERE session = ? AND rule = ?')
    .pluck();
  let judged = 0;
  for (let from = -1; ; ) {
    const reach = facts.reach(from, atOnce);
    if (reach === null) return judged;
    for (const { facts: one } of facts.changedAfter(from, atOnce))
      for (const { given } of judgeSession(one, measure, now, [])) {
        if (standing.get(given.session, given.rule) !== JSON.stringify(given))
          throw new Error(`the same facts gave another verdict: ${given.session}`);
        judged += 1;
      }
    from = reach;
  }
}

function judgeAll(sessions: number, measure: Measure): number {
  let verdicts = 0;
  for (let i = 0; i < sessions; i++) {
    const { ended, docked, secured, stored } = timesOf(i, sessions);
    const facts = { session: `ST01-S${i}`, ended, returned: ended, docked, secured, stored };
    verdicts += judgeSession({ ...facts, doubtful: false, justification: 'none' }, measure, now, []).length;
  }
  return verdicts;
}

function peerAll(sessions: number): number {
  let sum = 0;
  for (let i = 0; i < sessions; i++)
    sum += chineseDays.findWorkday(3, timesOf(i, sessions).ended.slice(0, 10)).length;
  return sum;
}

function timesOf(i: number, sessions: number) {
  const start = first + Math.floor((i / sessions) * spanMs);
  // As the ledger writes instants: no zeros at the end.
  const at = (hours: number): string =>
    new Date(start + hours * 3_600_000).toISOString().replace(/\.?0*Z$/, 'Z');
  return { ended: at(0), docked: at(2), secured: at(2.1), stored: at(3 + (i % 100)) };
}

function fillCatalogue(db: Db, sessions: number): void {
  const session = db.prepare(
    'INSERT INTO view_session (session, recorder, fixed, returned, changed) VALUES (?, ?, 0, ?, ?)',
  );
  const item = db.prepare(
    `INSERT INTO view_session_item (evidence, session, recorder, officer, docking, start, ended, claims, offset_s,
       doubtful, docked, secured, stored) VALUES (?, ?, ?, '222222', 'ST01-D000001', ?, ?, '[]', 0, 0, ?, ?, ?)`,
  );
  db.transaction(() => {
    for (let i = 0; i < sessions; i++) {
      const id = `ST01-S${String(i).padStart(6, '0')}`;
      const { ended, docked, secured, stored } = timesOf(i, sessions);
      session.run(id, '2222222', i % 3 === 0 ? null : ended, i);
      for (let part = 0; part < itemsEach; part++)
        item.run(`ST01-2026-${i * itemsEach + part}`, id, '2222222', ended, ended, docked, secured, stored);
    }
  })();
}

/** The standing verdicts, with which a pass compares. */
function giveVerdicts(db: Db, measure: Measure): void {
  const facts = new SessionFactsReader(db);
  const give = db.prepare(
    `INSERT INTO view_verdict (session, rule, policy, digest, clause, verdict, justification, doubtful, provisional,
       by_system, due, last_due, stored, judgement, seq) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, 0)`,
  );
  for (let from = -1, reach = facts.reach(from, atOnce); reach !== null; reach = facts.reach(from, atOnce)) {
    const some = facts.changedAfter(from, atOnce).flatMap((one) => judgeSession(one.facts, measure, now, []));
    db.transaction(() => {
      for (const { given } of some) {
        const { session, rule, policy, digest, clause, verdict, justification, due, lastDue, stored } = given;
        const named = [session, rule, policy, digest, clause, verdict, justification];
        give.run(...named, due, lastDue, stored, JSON.stringify(given));
      }
    })();
    from = reach;
  }
}

function seconds(action: () => number): number {
  const from = performance.now();
  const done = action();
  if (done === 0) throw new Error('nothing was counted');
  return (performance.now() - from) / 1_000;
}
