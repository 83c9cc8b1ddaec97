import { type Counting, type Limit, type Term, termFrom } from './counting.ts';
import { type ClockName, type PolicyRule, recordingClocks } from './policy.ts';

/** What is known of one course of enforcement when it is judged. */
export interface Facts {
  readonly clocks: Readonly<Partial<Record<ClockName, Temporal.Instant>>>;
  /** When it was in the store that counts; null while it is not. */
  readonly stored: Temporal.Instant | null;
  readonly reasonAccepted: boolean;
  /** The unit has said in writing that docking is the return. */
  readonly dockingIsReturn: boolean;
  /** The recorder's clock is not to be trusted. */
  readonly doubtful: boolean;
}

export type Verdict = 'undetermined' | 'pending' | 'due_soon' | 'on_time' | 'excused' | 'late' | 'overdue';

/** What was taken for granted, or would decide what is open; each has its sentence in the texts. */
export type Assumption =
  | 'docking_is_return'
  | 'return_unknown'
  | 'return_immaterial'
  | 'end_unknown'
  | 'start_unknown'
  | 'extension_start_unknown'
  | 'clock_doubtful'
  | 'ended_after_docking'
  | 'returned_after_docking'
  | 'year_not_announced';

export interface Judgement {
  readonly clause: string;
  readonly clock: ClockName;
  readonly start: Temporal.Instant | null;
  readonly due: Temporal.Instant | null;
  readonly countedDays: readonly Temporal.PlainDate[];
  readonly extension: {
    readonly clause: string;
    readonly due: Temporal.Instant;
    readonly countedDays: readonly Temporal.PlainDate[];
  } | null;
  readonly verdict: Verdict;
  /** When time alone changes the verdict; null where only a fact does. */
  readonly next: Temporal.Instant | null;
  /** The early warning of a limit that a rest day has moved (`warnUnrolled`). */
  readonly warnAt: Temporal.Instant | null;
  readonly doubtful: boolean;
  readonly provisional: boolean;
  readonly assumptions: readonly Assumption[];
}

const soonHours = 4;

/** Whether a rule speaks of this at all: rules of a case appear only with their clock. */
export function applies(rule: PolicyRule, { clocks }: Facts): boolean {
  return recordingClocks.includes(rule.clock) || clocks[rule.clock] !== undefined;
}

/**
 * Judges by one rule at the instant `now`, which plays no part once something is stored. Pure. An instant equal to
 * the limit is in time.
 */
export function judge(rule: PolicyRule, facts: Facts, now: Temporal.Instant, counting: Counting): Judgement {
  const assumptions = new Set<Assumption>(doubts(facts));
  const start = startOf(
    [rule.clock, ...(rule.notBefore === undefined ? [] : [rule.notBefore])],
    facts,
    assumptions,
  );
  const { extension } = rule;
  const further =
    extension === undefined
      ? null
      : extension.clock === undefined
        ? start
        : startOf([extension.clock], facts, new Set());
  const at = (from: Temporal.Instant | null, limit: Limit | undefined): Term | null =>
    from === null || limit === undefined ? null : termFrom(from, limit, counting);
  const first = at(start.exact, rule.limit);
  const last = at(further?.exact ?? null, extension?.limit);
  if (extension !== undefined && first !== null && last === null) assumptions.add('extension_start_unknown');
  const moment = facts.stored ?? now;
  const latestFirst = first ?? at(start.latest, rule.limit);
  const latestLast = last ?? at(further?.latest ?? null, extension?.limit);
  const bounds = {
    surely: first ?? at(start.earliest, rule.limit),
    // A start of its own may let an extension end before the limit itself: both must have passed.
    never: extension === undefined ? latestFirst : laterOf(latestFirst, latestLast),
  };
  const verdict =
    first === null
      ? between(moment, facts, bounds)
      : // With its clock unknown, an extension ends at the latest where it would, had it begun at the docking.
        known(moment, facts, {
          ...{ first, last, never: latestLast },
          open: extension !== undefined && last === null,
        });
  if ((verdict === 'on_time' || verdict === 'overdue') && assumptions.delete('return_unknown'))
    assumptions.add('return_immaterial');
  const asked = first === null ? [bounds.surely, bounds.never] : [first, last ?? latestLast];
  const provisional = asked.some((term) => term?.provisional === true);
  if (provisional) assumptions.add('year_not_announced');
  const moved = first !== null && !first.unrolled.equals(first.due);
  const warnAt = rule.warnUnrolled === true && moved ? first.unrolled : null;
  return {
    clause: rule.clause,
    clock: rule.clock,
    start: start.exact,
    due: first?.due ?? null,
    countedDays: first?.days ?? [],
    extension:
      extension === undefined || last === null
        ? null
        : { clause: extension.clause, due: last.due, countedDays: last.days },
    next:
      facts.stored === null
        ? nextTurn(now, first, first === null ? [bounds.never] : [last ?? latestLast], warnAt)
        : null,
    warnAt,
    verdict: rule.advisory === true && verdict === 'overdue' ? 'late' : verdict,
    doubtful:
      facts.doubtful || assumptions.has('ended_after_docking') || assumptions.has('returned_after_docking'),
    provisional,
    assumptions: [...assumptions],
  };
}

/** A start that is known, or between which moments it must lie. */
interface Start {
  readonly exact: Temporal.Instant | null;
  readonly earliest: Temporal.Instant | null;
  readonly latest: Temporal.Instant | null;
}

/** The latest of some clocks. A return, and the end of a recording, lie before the docking. */
function startOf(names: readonly ClockName[], facts: Facts, assumptions: Set<Assumption>): Start {
  const { clocks, dockingIsReturn } = facts;
  const known: Temporal.Instant[] = [];
  let missing = false;
  for (const name of names) {
    const read = clocks[name];
    if (read !== undefined) known.push(read);
    else if (name === 'returned' && dockingIsReturn && clocks.docked !== undefined) {
      known.push(clocks.docked);
      assumptions.add('docking_is_return');
    } else {
      missing = true;
      assumptions.add(
        name === 'returned' ? 'return_unknown' : name === 'ended' ? 'end_unknown' : 'start_unknown',
      );
    }
  }
  const earliest = latestOf(known);
  if (!missing) return { exact: earliest, earliest, latest: earliest };
  const docked = names.includes('docked') ? undefined : clocks.docked;
  const latest = latestOf([...known, ...(docked === undefined ? [] : [docked])]);
  // What began before the docking has an end by it; without a docking nothing bounds it.
  return { exact: null, earliest, latest: docked === undefined ? null : latest };
}

/** Null where one of them is not bounded. */
function laterOf(a: Term | null, b: Term | null): Term | null {
  if (a === null || b === null) return null;
  return isBy(a.due, b.due) ? b : a;
}

/** The first instant after `now` at which a verdict turns, or is to be warned of: nearly due, or past a term. */
function nextTurn(
  now: Temporal.Instant,
  first: Term | null,
  later: readonly (Term | null)[],
  warnAt: Temporal.Instant | null,
): Temporal.Instant | null {
  const past = [first, ...later].flatMap((term) =>
    term === null ? [] : [term.due.add({ milliseconds: 1 })],
  );
  const soon = first === null ? [] : [first.due.subtract({ hours: soonHours })];
  const turns = [...past, ...soon, ...(warnAt === null ? [] : [warnAt])];
  return turns.reduce<Temporal.Instant | null>(
    (next, one) => (isBy(one, now) || (next !== null && isBy(next, one)) ? next : one),
    null,
  );
}

function isBy(moment: Temporal.Instant, due: Temporal.Instant): boolean {
  // Of a million comparisons few fall into one millisecond; reading it costs a twentieth of comparing.
  const [a, b] = [moment.epochMilliseconds, due.epochMilliseconds];
  return a === b ? Temporal.Instant.compare(moment, due) <= 0 : a < b;
}

function latestOf(instants: readonly Temporal.Instant[]): Temporal.Instant | null {
  return instants.reduce<Temporal.Instant | null>(
    (latest, one) => (latest === null || isBy(latest, one) ? one : latest),
    null,
  );
}

function known(
  moment: Temporal.Instant,
  { stored, reasonAccepted }: Facts,
  terms: {
    readonly first: Term;
    readonly last: Term | null;
    readonly open: boolean;
    readonly never: Term | null;
  },
): Verdict {
  const { first, last, open, never } = terms;
  if (isBy(moment, first.due)) {
    if (stored !== null) return 'on_time';
    return isBy(first.due.subtract({ hours: soonHours }), moment) ? 'due_soon' : 'pending';
  }
  if (last !== null) {
    if (!isBy(moment, last.due)) return 'overdue';
    return reasonAccepted ? 'excused' : 'late';
  }
  if (!open) return 'overdue';
  return never !== null && !isBy(moment, never.due) ? 'overdue' : 'undetermined';
}

/** The start is unknown: in time where the earliest one says so, overdue where the latest one does. */
function between(
  moment: Temporal.Instant,
  { stored }: Facts,
  { surely, never }: { readonly surely: Term | null; readonly never: Term | null },
): Verdict {
  if (stored !== null && surely !== null && isBy(moment, surely.due)) return 'on_time';
  if (never !== null && !isBy(moment, never.due)) return 'overdue';
  return 'undetermined';
}

function doubts({ clocks, doubtful }: Facts): readonly Assumption[] {
  const after = (one: Temporal.Instant | undefined): boolean =>
    one !== undefined && clocks.docked !== undefined && !isBy(one, clocks.docked);
  return [
    ...(doubtful ? (['clock_doubtful'] as const) : []),
    ...(after(clocks.ended) ? (['ended_after_docking'] as const) : []),
    ...(after(clocks.returned) ? (['returned_after_docking'] as const) : []),
  ];
}
