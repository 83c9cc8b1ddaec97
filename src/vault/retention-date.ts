import { VaultError } from './errors.ts';

const stamp = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
const first = Temporal.Instant.from('1970-01-01T00:00:00Z');
const last = Temporal.Instant.from('9999-12-31T23:59:59Z');

/** A lock counts in whole seconds (S3 Object Lock does too). Rounded up, so that it is never shorter than asked. */
export function lockableUntil(until: Temporal.Instant): Temporal.Instant {
  const refused = () => new VaultError('vault.retention_out_of_range', { until: until.toString() });
  if (Temporal.Instant.compare(until, first) < 0 || Temporal.Instant.compare(until, last) > 0)
    throw refused();
  return until.round({ smallestUnit: 'second', roundingMode: 'ceil' });
}

/** ISO 8601 basic format in UTC: sorts as text, and has no character that a file system minds. */
export function retentionStamp(until: Temporal.Instant): string {
  return until.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}

/** The instant a stamp stands for, or null for any other name. */
export function readRetentionStamp(name: string): Temporal.Instant | null {
  if (!stamp.test(name)) return null;
  try {
    const until = Temporal.Instant.from(name);
    return retentionStamp(until) === name ? until : null;
  } catch {
    return null;
  }
}

export function laterOf(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b;
}
