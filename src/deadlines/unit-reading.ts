import type { Limit } from './counting.ts';
import type { PolicyRule } from './policy.ts';

/** A rule as the unit reads it: where the clause says 日 without more, the unit's written rule says which days. */
export function asUnitReads(rule: PolicyRule, days: 'calendar' | 'working'): PolicyRule {
  return rule.dayUnitOpen === true ? { ...rule, limit: inDays(rule.limit, days) } : rule;
}

function inDays(limit: Limit, days: 'calendar' | 'working'): Limit {
  if ('hours' in limit) return limit;
  const count = 'calendarDays' in limit ? limit.calendarDays : limit.workingDays;
  return days === 'calendar' ? { calendarDays: count } : { workingDays: count };
}
