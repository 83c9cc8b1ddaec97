import type { Severity } from '../../custody/alarms.ts';
import type { AlarmCode } from '../../texts/alarms.ts';

/** Something that ought to be there and is not, with what its alarm says. */
export interface Missing {
  /** Names it for good: whoever closes the alarm about it has closed this very thing. */
  readonly about: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A part of what there is to be looked at. */
export interface MissingPage {
  readonly missing: readonly Missing[];
  /** From where to go on; null where everything was looked at. */
  readonly next: string | null;
}

/** One kind of thing that may be missing: one file each, beside this one. */
export interface Finder {
  readonly code: Extract<
    AlarmCode,
    | 'duty_not_docked'
    | 'case_without_recording'
    | 'recorder_unseen'
    | 'evidence_without_case'
    | 'emergency_viewing'
    | 'recorder_full'
    | 'ledger_ahead'
  >;
  readonly severity: Severity;
  /** @param after empty for the beginning; a page is small enough to leave the thread to others after it */
  page(after: string, now: Temporal.Instant): MissingPage;
  /** Whether what an open alarm is about is missing still. */
  stands(about: string, now: Temporal.Instant): boolean;
}

/** A usual page takes so many rows. */
export const rowsAtOnce = 500;

/** `next` is the last row looked at, null where there were fewer than `limit`. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => string,
  missing: readonly (Missing | null)[],
): MissingPage {
  const last = rows.at(-1);
  return {
    missing: missing.filter((one) => one !== null),
    next: rows.length < limit || last === undefined ? null : keyOf(last),
  };
}

/** An instant on the station's clock, to the minute: `2026-09-02 18:00`. */
export function localMinute(instant: Temporal.Instant | string, zone: string): string {
  return Temporal.Instant.from(instant.toString())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
}
