import { termFrom } from '../counting.ts';
import type { Measure } from '../judge-session.ts';
import { recordingClocks } from '../policy.ts';

/**
 * When what was recorded on a duty is due, at the earliest, by a regulation's first limits. A recording made on it ended
 * when the officer was back at the latest, so that moment starts every clock; a limit from the docking starts none, and an
 * aim (BX-AV) is no limit. Null where the regulation has none. Pure.
 */
export function firstLimit(
  { rules, counting }: Measure,
  back: Temporal.Instant,
): { readonly clause: string; readonly due: Temporal.Instant } | null {
  const limits = rules.flatMap(({ rule }) => {
    const counts = recordingClocks.includes(rule.clock) && rule.clock !== 'docked' && rule.advisory !== true;
    return counts ? [{ clause: rule.clause, due: termFrom(back, rule.limit, counting).due }] : [];
  });
  return limits.toSorted((a, b) => Temporal.Instant.compare(a.due, b.due))[0] ?? null;
}
