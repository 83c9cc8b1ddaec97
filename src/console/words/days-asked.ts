import { dayIn } from './days-left.ts';
import { dayBegins } from './moments.ts';
import { greeting } from './station.ts';

/** Moments (RFC 3339), the first and the first after the last. */
export interface Span {
  readonly since?: string;
  readonly until?: string;
}

/** The first and the last day that the address asks, as the moments from and up to which the station is asked. Pure. */
export function spanIn(search: URLSearchParams): Span {
  const [since, until] = [momentOf(search.get('since'), 0), momentOf(search.get('until'), 1)];
  return { ...(since === null ? {} : { since }), ...(until === null ? {} : { until }) };
}

function momentOf(day: string | null, daysLater: number): string | null {
  return day === null || !/^\d{4}-\d\d-\d\d$/.test(day) ? null : dayBegins(day, greeting.zone, daysLater);
}

/** The other way round: a question that was kept, its days (`2026-11-28`) as they stand in the address. Pure. */
export function daysOf({ since, until }: Readonly<Record<string, unknown>>): Span {
  const days = { since: dayOf(since, 0), until: dayOf(until, 1) };
  return {
    ...(days.since === null ? {} : { since: days.since }),
    ...(days.until === null ? {} : { until: days.until }),
  };
}

/** The moment up to which it was asked is the first of the day after. */
function dayOf(instant: unknown, msEarlier: number): string | null {
  const ms = typeof instant === 'string' ? Date.parse(instant) : Number.NaN;
  return Number.isNaN(ms) ? null : dayIn(new Date(ms - msEarlier).toISOString(), greeting.zone);
}
