import type { Counting, Term } from './counting.ts';
import type { Assumption, Facts } from './facts.ts';
import { isBy } from './instant-order.ts';
import { type Limits, limitsOf } from './limits.ts';
import { type ClockName, type PolicyRule, recordingClocks } from './policy.ts';

export type Verdict = 'undetermined' | 'pending' | 'due_soon' | 'on_time' | 'excused' | 'late' | 'overdue';

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
  return judgeBy(rule, limitsOf(rule, facts, counting), facts, now);
}

/** The same, where the limits have been counted already. */
export function judgeBy(rule: PolicyRule, limits: Limits, facts: Facts, now: Temporal.Instant): Judgement {
  const { start, first, last, surely, never } = limits;
  const verdict = verdictBy(rule, limits, facts, now);
  const assumptions = new Set<Assumption>([...doubts(facts), ...limits.assumptions]);
  if ((verdict === 'on_time' || verdict === 'overdue') && assumptions.delete('return_unknown'))
    assumptions.add('return_immaterial');
  const provisional = surely?.provisional === true || never?.provisional === true;
  if (provisional) assumptions.add('year_not_announced');
  const moved = first !== null && !first.unrolled.equals(first.due);
  const warnAt = rule.warnUnrolled === true && moved ? first.unrolled : null;
  return {
    clause: rule.clause,
    clock: rule.clock,
    start,
    due: first?.due ?? null,
    countedDays: first?.days ?? [],
    extension:
      rule.extension === undefined || last === null
        ? null
        : { clause: rule.extension.clause, due: last.due, countedDays: last.days },
    next: facts.stored === null ? nextTurn(now, first, never, warnAt) : null,
    warnAt,
    verdict,
    doubtful:
      facts.doubtful || assumptions.has('ended_after_docking') || assumptions.has('returned_after_docking'),
    provisional,
    assumptions: [...assumptions],
  };
}

/** The verdict alone. */
export function verdictBy(
  rule: PolicyRule,
  limits: Limits,
  facts: Pick<Facts, 'stored' | 'reasonAccepted'>,
  now: Temporal.Instant,
): Verdict {
  const moment = facts.stored ?? now;
  const { first } = limits;
  const verdict =
    first === null ? between(moment, facts, limits) : known(moment, facts, { ...limits, first });
  return rule.advisory === true && verdict === 'overdue' ? 'late' : verdict;
}

/** The first instant after `now` at which a verdict turns, or is to be warned of: nearly due, or past a term. */
function nextTurn(
  now: Temporal.Instant,
  first: Term | null,
  never: Term | null,
  warnAt: Temporal.Instant | null,
): Temporal.Instant | null {
  const past = [first, never].flatMap((term) => (term === null ? [] : [term.due.add({ milliseconds: 1 })]));
  const soon = first === null ? [] : [first.due.subtract({ hours: soonHours })];
  const turns = [...past, ...soon, ...(warnAt === null ? [] : [warnAt])];
  return turns.reduce<Temporal.Instant | null>(
    (next, one) => (isBy(one, now) || (next !== null && isBy(next, one)) ? next : one),
    null,
  );
}

function known(
  moment: Temporal.Instant,
  { stored, reasonAccepted }: Pick<Facts, 'stored' | 'reasonAccepted'>,
  { first, last, open, never }: Limits & { readonly first: Term },
): Verdict {
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
  { stored }: Pick<Facts, 'stored'>,
  { surely, never }: Limits,
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
