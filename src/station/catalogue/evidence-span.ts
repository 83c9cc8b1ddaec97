import type { Db } from '../../custody/database.ts';

/** Ids between which everything of a span lies: `from` on, up to but without `to`. Null: no bound is known. */
export interface IdSpan {
  readonly from: string | null;
  readonly to: string | null;
}

export const anyId: IdSpan = { from: null, to: null };

/** Behind every id. */
const beyond = '\u{10ffff}';
/** Beyond it numbers become longer, and texts of them do not sort as they do. */
const mostSortable = 9_999_999;

/**
 * The ids that a span of time can hold. Items get their numbers as they are secured, so that a time is a place among them:
 * every list that is in the order of its ids can begin there, where an index of times would have to be sorted. A station
 * whose clock once went back into an earlier year, or that has run out of digits, has ids out of order: then none is known.
 */
export function idsWithin(db: Db, since: Temporal.Instant | null, until: Temporal.Instant | null): IdSpan {
  if ((since === null && until === null) || !isInOrder(db)) return anyId;
  const first = db
    .prepare<[string], string>(
      'SELECT evidence FROM view_evidence WHERE secured >= ? ORDER BY secured, rowid LIMIT 1',
    )
    .pluck();
  const placeOf = (instant: Temporal.Instant): string => first.get(atText(instant)) ?? beyond;
  return { from: since === null ? null : placeOf(since), to: until === null ? null : placeOf(until) };
}

/** As entries write their time, to the millisecond. */
function atText(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3, roundingMode: 'ceil' });
}

/** Whether ids sort as they were given: within a year they do, so that the years are looked at. */
function isInOrder(db: Db): boolean {
  const next = db
    .prepare<[string], string>(
      'SELECT evidence FROM view_evidence WHERE evidence > ? ORDER BY evidence LIMIT 1',
    )
    .pluck();
  const last = db
    .prepare<[string], string>(
      'SELECT evidence FROM view_evidence WHERE evidence < ? ORDER BY evidence DESC LIMIT 1',
    )
    .pluck();
  let before = 0;
  for (let id = next.get(''); id !== undefined; id = next.get(endOfYear(id))) {
    if (numberOf(id) <= before) return false;
    before = numberOf(last.get(endOfYear(id)) ?? id);
  }
  const newest = db
    .prepare<[], string>('SELECT evidence FROM view_evidence ORDER BY rowid DESC LIMIT 1')
    .pluck();
  return numberOf(newest.get() ?? '') <= mostSortable;
}

/** Behind every id of the year of this one: `.` comes after `-`. */
function endOfYear(id: string): string {
  return `${id.slice(0, id.lastIndexOf('-'))}.`;
}

function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}
