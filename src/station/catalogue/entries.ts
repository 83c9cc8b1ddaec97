import type { Db } from '../../custody/database.ts';
import { type Leaf, parseLeaf } from '../../custody/parse-leaf.ts';
import { Conditions, entryTime, pageOf } from './conditions.ts';
import { entryArms, type WalkedBy } from './entry-arms.ts';
import { says, type Term, termsOf } from './entry-search.ts';
import type { Condition } from './visible.ts';

/** A ledger entry as it stands, with the personal values that lie beside it (none where they were erased). */
export interface StandingEntry extends Leaf {
  readonly personal: Readonly<Record<string, string>>;
}

export interface EntryFilter extends WalkedBy {
  /** Words of entries, in either language. */
  readonly text?: string | null;
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

/**
 * Entries in the ledger's order. Where words are asked for a page may hold fewer than its limit, or none, and the list go on:
 * so many are looked at for one page and no more. Error: `custody.leaf_malformed` where one cannot be read.
 */
export function entryList(
  db: Db,
  filter: EntryFilter,
): { readonly entries: readonly StandingEntry[]; readonly next: number | null } {
  const { text = null, limit } = filter;
  const terms = text === null ? [] : termsOf(text);
  if (terms.length > 0) return entriesSaying(db, filter, terms);
  const page = pageOf(placesIn(db, entryPlaces(filter)), limit, String);
  return { entries: entriesAt(db, page.rows), next: page.next === null ? null : Number(page.next) };
}

/** By how many words' hits at once, and how many are read for one page. */
const atOnce = 250;
const mostRead = 1_000;

/**
 * The rarest word leads through the entries, and what else is asked is asked of each that it leads to: together they may be
 * found nowhere among millions. Of one thing, one officer or one case there are few, which lead by themselves.
 */
function entriesSaying(db: Db, filter: EntryFilter, terms: readonly Term[]): ReturnType<typeof entryList> {
  const walk = walkOf(filter, terms, isNumbered(db));
  const fits = (entry: StandingEntry): boolean =>
    (filter.type === null || entry.type === filter.type) &&
    (filter.actor === null || entry.actor.id === filter.actor) &&
    walk.terms.every((term) => says(entry, term));
  const found: StandingEntry[] = [];
  let { after } = filter;
  for (let read = 0; read < mostRead; read += atOnce) {
    const places = placesIn(db, entryPlaces({ ...walk.filter, after, limit: atOnce }));
    const lot = places.slice(0, atOnce);
    found.push(...entriesAt(db, lot).filter(fits));
    const last = found[filter.limit - 1];
    if (last !== undefined && (found.length > filter.limit || places.length > lot.length))
      return { entries: found.slice(0, filter.limit), next: last.seq };
    if (places.length <= lot.length) return { entries: found, next: null };
    after = lot.at(-1) ?? after;
  }
  return { entries: found, next: after };
}

function walkOf(filter: EntryFilter, terms: readonly Term[], numbered: boolean) {
  if (isAboutFew(filter)) return { filter: { ...filter, text: null }, terms };
  const [word = null, ...others] = terms;
  return { filter: { ...filter, type: null, actor: null, word, numbered }, terms: others };
}

function isAboutFew({ subject, evidence, recorder, officer, case: filed }: EntryFilter): boolean {
  return [subject, evidence, recorder, officer, filed].some((one) => (one ?? null) !== null);
}

/** The index of numbers follows that of words where a station had none of it before. */
function isNumbered(db: Db): boolean {
  const at = db.prepare<[string], number>('SELECT value FROM work_cursor WHERE name = ?').pluck();
  return (at.get('numbered') ?? 0) >= (at.get('searched') ?? 0);
}

function placesIn(db: Db, { sql, parameters }: Condition): readonly number[] {
  return db
    .prepare<unknown[], number>(sql)
    .pluck()
    .all(...parameters);
}

/** The places of a page and one more. */
export function entryPlaces(filter: EntryFilter): Condition {
  const { newestFirst, limit } = filter;
  const found = entryArms({ ...filter, aboutFew: isAboutFew(filter) });
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
    .add(`${place} >= (${placeAt})`, since === null ? null : entryTime(since))
    .add(
      `${place} < coalesce((${placeAt}), ${Number.MAX_SAFE_INTEGER})`,
      until === null ? null : entryTime(until),
    )
    .add(newestFirst ? `${place} < ?` : `${place} > ?`, after).all;
}

/** Entries never go back in time: a moment is a place, and every index that ends in places can use it. */
const placeAt =
  'SELECT first.seq FROM view_entry first WHERE first.at >= ? ORDER BY first.at, first.seq LIMIT 1';

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
