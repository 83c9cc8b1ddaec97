import { type Counting, type Limit, type Term, termFrom } from './counting.ts';
import type { Assumption, Facts } from './facts.ts';
import { isBy, latestOf } from './instant-order.ts';
import type { ClockName, PolicyRule } from './policy.ts';

/** When a rule's limits end for one course of enforcement, whenever it is stored. */
export interface Limits {
  /** Null where a clock that starts it is unknown. */
  readonly start: Temporal.Instant | null;
  readonly first: Term | null;
  /** That of the extension. */
  readonly last: Term | null;
  /** What is stored by it is in time, whatever the unknown start was. */
  readonly surely: Term | null;
  /** What is stored after it is overdue, whatever the unknown start was; null where nothing bounds it. */
  readonly never: Term | null;
  /** There is an extension, and nobody knows when it began. */
  readonly open: boolean;
  readonly assumptions: readonly Assumption[];
}

/** Pure. */
export function limitsOf(rule: PolicyRule, facts: Facts, counting: Counting): Limits {
  const assumptions = new Set<Assumption>();
  const { extension } = rule;
  const start = startOf(
    rule.notBefore === undefined ? [rule.clock] : [rule.clock, rule.notBefore],
    facts,
    assumptions,
  );
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
  const open = extension !== undefined && last === null;
  if (open && first !== null) assumptions.add('extension_start_unknown');
  const latestLast = last ?? at(further?.latest ?? null, extension?.limit);
  const latestFirst = first ?? at(start.latest, rule.limit);
  // A start of its own may let an extension end before the limit itself: both must have passed.
  const either = extension === undefined ? latestFirst : laterOf(latestFirst, latestLast);
  return {
    start: start.exact,
    surely: first ?? at(start.earliest, rule.limit),
    // With its clock unknown, an extension ends at the latest where it would, had it begun at the docking.
    never: first === null ? either : latestLast,
    ...{ first, last, open },
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
