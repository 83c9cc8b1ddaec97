import type { Db } from '../../custody/database.ts';
import { type Leaf, parseLeaf } from '../../custody/parse-leaf.ts';
import { Conditions, pageOf } from './conditions.ts';
import { entryArms, type WalkedBy } from './entry-arms.ts';
import type { Condition } from './visible.ts';

/** A ledger entry as it stands, with the personal values that lie beside it (none where they were erased). */
export interface StandingEntry extends Leaf {
  readonly personal: Readonly<Record<string, string>>;
}

export interface EntryFilter extends WalkedBy {
  readonly type: string | null;
  /** `kind:id` */
  readonly subject: string | null;
  readonly actor: string | null;
  /** About this recorder, its dockings and what they brought. */
  readonly recorder?: string | null;
  /** About this officer and their recordings, or done under their number. */
  readonly officer?: string | null;
  /** About this case and what is filed under it. */
  readonly case?: string | null;
  readonly evidence?: string | null;
  /** From `since` up to, but without, `until`. */
  readonly since: Temporal.Instant | null;
  readonly until: Temporal.Instant | null;
  /** The place after which the list goes on. */
  readonly after: number | null;
  readonly newestFirst: boolean;
  readonly limit: number;
}

/** Entries in the ledger's order. Error: `custody.leaf_malformed` where one cannot be read. */
export function entryList(
  db: Db,
  filter: EntryFilter,
): { readonly entries: readonly StandingEntry[]; readonly next: number | null } {
  const { limit } = filter;
  const { sql, parameters } = entryPlaces(filter);
  const places = db
    .prepare<unknown[], number>(sql)
    .pluck()
    .all(...parameters);
  const page = pageOf(places, limit, String);
  return { entries: entriesAt(db, page.rows), next: page.next === null ? null : Number(page.next) };
}

/** The places of a page and one more. */
export function entryPlaces(filter: EntryFilter): Condition {
  const { newestFirst, limit } = filter;
  const found = entryArms(filter);
  const arms = found.arms.map(({ from, place, condition }) => {
    const conditions = new Conditions().and(condition).and(found.others).and(asked(filter, place));
    return {
      sql: `SELECT ${place} AS seq FROM ${from}${conditions.where}`,
      parameters: conditions.parameters,
    };
  });
  return {
    sql: `${arms.map(({ sql }) => sql).join(' UNION ')} ORDER BY seq${newestFirst ? ' DESC' : ''} LIMIT ?`,
    parameters: [...arms.flatMap(({ parameters }) => parameters), limit + 1],
  };
}

/** @param place where an entry stands, by the table that is walked through */
function asked(filter: EntryFilter, place: string): Condition | null {
  const { type, subject, actor, since, until, after, newestFirst } = filter;
  const { recorder = null, officer = null, case: filed = null, evidence = null } = filter;
  return new Conditions()
    .add('v.type = ?', type)
    .add('v.subject = ?', subject)
    .add('v.actor = ?', actor)
    .add('v.subject = ?', evidence === null ? null : `evidence:${evidence}`)
    .add(`v.subject IN (${aboutRecorder})`, recorder)
    .add(`v.subject IN (${aboutOfficer})`, officer)
    .add(`v.subject IN (${aboutCase})`, filed)
    .add(`${place} >= (${placeAt})`, atText(since))
    .add(`${place} < coalesce((${placeAt}), ${Number.MAX_SAFE_INTEGER})`, atText(until))
    .add(newestFirst ? `${place} < ?` : `${place} > ?`, after).all;
}

/** Entries never go back in time: a moment is a place, and every index that ends in places can use it. */
const placeAt =
  'SELECT first.seq FROM view_entry first WHERE first.at >= ? ORDER BY first.at, first.seq LIMIT 1';

/** As entries write their time, to the millisecond. */
function atText(instant: Temporal.Instant | null): string | null {
  return instant?.toString({ fractionalSecondDigits: 3, roundingMode: 'ceil' }) ?? null;
}

const aboutRecorder = `SELECT 'recorder:' || ? UNION SELECT 'register:recorders/' || ?
  UNION SELECT 'docking:' || docking FROM view_docking WHERE recorder = ?
  UNION SELECT 'evidence:' || evidence FROM view_evidence WHERE recorder = ?`;
const aboutOfficer = `SELECT 'register:officers/' || ?
  UNION SELECT 'evidence:' || evidence FROM view_owner WHERE officer = ?`;
const aboutCase = `SELECT 'register:cases/' || ?
  UNION SELECT 'evidence:' || evidence FROM view_filed WHERE field = 'case' AND value = ?`;

/** The entries at these places, in this order; a place that the ledger does not have is left out. */
export function entriesAt(db: Db, places: readonly number[]): readonly StandingEntry[] {
  const leaf = db.prepare<[number], Buffer>('SELECT leaf FROM ledger_entry WHERE seq = ?').pluck();
  const values = db.prepare<[number], { field: string; value: string }>(
    'SELECT field, value FROM ledger_personal WHERE seq = ? ORDER BY field',
  );
  return places.flatMap((seq) => {
    const bytes = leaf.get(seq);
    if (bytes === undefined) return [];
    const personal = Object.fromEntries(values.all(seq).map(({ field, value }) => [field, value]));
    return [{ ...parseLeaf(bytes), personal }];
  });
}

/** @param subject `kind:id` */
export function entriesAbout(db: Db, subject: string): readonly StandingEntry[] {
  const places = db
    .prepare<[string], number>('SELECT seq FROM view_entry WHERE subject = ? ORDER BY seq')
    .pluck()
    .all(subject);
  return entriesAt(db, places);
}

/**
 * Everything that the ledger says of one evidence item: the entries about it, how its card was handed in, what kept its original
 * and who proposed and decided on its disposal, and the later dockings that knew it again, which name up to 1,000 items in one entry.
 */
export function custodyHistory(db: Db, evidence: string, recorder: string): readonly StandingEntry[] {
  const own = db
    .prepare<[string], number>('SELECT seq FROM view_entry WHERE subject = ?')
    .pluck()
    .all(`evidence:${evidence}`);
  const came = db
    .prepare<[string], number>(
      `SELECT v.seq FROM view_evidence e JOIN view_entry v ON v.subject = 'docking:' || e.docking
       WHERE e.evidence = ? AND v.type IN ('docking.handed_in', 'docking.marked')`,
    )
    .pluck()
    .all(evidence);
  const again = db
    .prepare<[string, string], number>(
      `SELECT e.seq FROM view_docking d JOIN view_entry v ON v.subject = 'docking:' || d.docking
       JOIN ledger_entry e ON e.seq = v.seq
       WHERE d.recorder = ? AND v.type IN ('recordings.recognised', 'recordings.seen_again') AND instr(CAST(e.leaf AS TEXT), ?) > 0`,
    )
    .pluck()
    .all(recorder, JSON.stringify(evidence));
  return entriesAt(
    db,
    [...new Set([...own, ...came, ...again, ...keeping(db, evidence)])].sort((a, b) => a - b),
  );
}

/** Locks and holds of its original, holds of its cases, and disposals that name it. */
function keeping(db: Db, evidence: string): readonly number[] {
  return db
    .prepare<[string, string, string], number>(
      `SELECT v.seq FROM view_evidence e JOIN view_entry v ON v.subject = 'original:' || e.sha256
       WHERE e.evidence = ? AND v.type IN ('original.retained', 'original.held', 'original.released')
       UNION ALL SELECT v.seq FROM view_hold_item i JOIN view_entry v ON v.subject = 'hold:' || i.hold
       WHERE i.evidence = ?
       UNION ALL SELECT v.seq FROM view_disposal_item i JOIN view_entry v ON v.subject = 'disposal:' || i.disposal
       WHERE i.evidence = ?`,
    )
    .pluck()
    .all(evidence, evidence, evidence);
}
