import { spanGiven } from '../listing.ts';

/** A report of everything would look at everything: without a beginning it goes back so far. */
const usualDays = 31;

export function reportSpan(query: { readonly since?: string; readonly until?: string }): {
  readonly since: string;
  readonly until: string | null;
} {
  const { since, until } = spanGiven(query);
  const from = until === null ? Temporal.Now.instant() : Temporal.Instant.from(until);
  return { since: since ?? from.subtract({ hours: 24 * usualDays }).toString(), until };
}
