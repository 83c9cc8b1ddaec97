import type { HoldReason, RetentionClass } from '../../custody/entry-kinds.ts';
import { laterOf } from '../retention-date.ts';

/** Of one evidence item, what decides how long its originals are kept. */
export interface ItemFacts {
  /** When it was stored; of what is about to be, now. */
  readonly stored: Temporal.Instant;
  /** As whoever is believed most says; null where nobody does. */
  readonly importance: 'important' | 'ordinary' | null;
  /** Every case that it belongs to, those between which nobody has decided too: when it was closed, null while open. */
  readonly cases: readonly { readonly closed: Temporal.Instant | null }[];
  /** A person's hold stands on it, or on a case of it. */
  readonly heldByPerson: boolean;
}

/** For how long each class is locked, in days of the unit's zone. */
export interface RetentionTerms {
  readonly zone: string;
  readonly days: Readonly<Record<RetentionClass, number>>;
}

/** How an original is to be kept. */
export interface Kept {
  readonly until: Temporal.Instant;
  /** Why a legal hold is to stand on it; none: no hold. */
  readonly because: readonly HoldReason[];
}

/**
 * The class that an item is shown under. Ordinary is what somebody has called so, never what nobody has looked at: a
 * default category that expires takes evidence with it.
 */
export function classOf({ importance, cases }: ItemFacts): RetentionClass {
  if (cases.length > 0) return 'evidence';
  return importance ?? 'unclassified';
}

/**
 * How an item's originals are to be kept: until the last day of every class that it is of and, of a case (ZZ-27), of the
 * days from its closing too. Pure.
 */
export function keptFor(item: ItemFacts, terms: RetentionTerms): Kept {
  const { stored, importance, cases, heldByPerson } = item;
  const classes = new Set<RetentionClass>([
    classOf(item),
    ...(importance === 'important' ? [importance] : []),
  ]);
  const closings = cases.flatMap(({ closed }) => closed ?? []);
  const dates = [
    ...[...classes].map((one) => lastDay(stored, one, terms)),
    ...closings.map((closed) => lastDay(closed, 'evidence', terms)),
  ];
  const reasons: readonly (readonly [HoldReason, boolean])[] = [
    ['unclassified', classes.has('unclassified')],
    ['case_open', cases.some(({ closed }) => closed === null)],
    ['person', heldByPerson],
  ];
  return {
    until: dates.reduce(laterOf),
    because: reasons.flatMap(([reason, stands]) => (stands ? [reason] : [])),
  };
}

/** Of an original that several items share, the longest wins, and whatever holds one of them holds it. Pure. */
export function longestOf([first, ...others]: readonly [Kept, ...Kept[]]): Kept {
  return others.reduce(
    (a, b) => ({
      until: laterOf(a.until, b.until),
      because: [...new Set([...a.because, ...b.because])].toSorted(),
    }),
    { ...first, because: first.because.toSorted() },
  );
}

/** What the station itself writes down about evidence (statements, attached documents) is kept like the longest class. */
export function keptForRecords(stored: Temporal.Instant, terms: RetentionTerms): Kept {
  const all = Object.keys(terms.days).map((one) => lastDay(stored, one as RetentionClass, terms));
  return { until: all.reduce(laterOf), because: [] };
}

/** Days are counted from the day after, and the last one ends at 24:00 (Civil Code arts. 201, 203). */
function lastDay(
  from: Temporal.Instant,
  of: RetentionClass,
  { zone, days }: RetentionTerms,
): Temporal.Instant {
  const day = from.toZonedDateTimeISO(zone).toPlainDate();
  return day
    .add({ days: days[of] + 1 })
    .toZonedDateTime(zone)
    .toInstant();
}
