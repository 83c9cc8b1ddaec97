import type { ClockSource } from '../custody/entry-kinds.ts';
import type { CardRecording } from '../dock/recordings.ts';

/** Body-worn recorders of this kind did not exist before: 1970, 1980 and 2000 are what a dead battery leaves. */
const firstYear = 2010;

/** The starts (from names, else file times) that cannot be true: before recorders existed, or in the future. */
export function suspectTimes(
  recordings: readonly CardRecording[],
  now: Temporal.Instant,
  zone: string,
): readonly string[] {
  const local = now.toZonedDateTimeISO(zone).toPlainDateTime();
  const latest = local.add({ hours: 24 });
  return recordings
    .map(({ named, file }) =>
      named?.start
        ? Temporal.PlainDateTime.from(named.start)
        : file.modified.toZonedDateTimeISO(zone).toPlainDateTime(),
    )
    .filter((start) => start.year < firstYear || Temporal.PlainDateTime.compare(start, latest) > 0)
    .map((start) => start.toString({ smallestUnit: 'second' }));
}

/** What the newest start says of the recorder's clock; null where there is nothing against it. */
export interface ClockFinding {
  /** Seconds that it is ahead, at least; null where it had been reset, so that nothing can be told. */
  readonly offsetSeconds: number | null;
  readonly source: ClockSource;
}

/** FAT keeps local time without a zone: a file time may be half a day off on a clock that is right. */
const fileTimeSlackHours = 14;

/**
 * How far a recorder's clock is off, from what lies on its card: nothing on it can begin after it was docked, or before
 * such recorders existed. Names are trusted to the minute, file times only beyond what zones explain.
 */
export function clockFinding(
  recordings: readonly CardRecording[],
  now: Temporal.Instant,
  zone: string,
): ClockFinding | null {
  let ahead = 0;
  let reset = false;
  for (const { named, file } of recordings) {
    const start = named?.start
      ? Temporal.PlainDateTime.from(named.start).toZonedDateTime(zone)
      : file.modified.toZonedDateTimeISO(zone);
    reset ||= start.year < firstYear;
    const slack = named?.start ? 0 : fileTimeSlackHours * 3_600;
    ahead = Math.max(ahead, now.until(start.toInstant()).total('seconds') - slack);
  }
  if (reset) return { offsetSeconds: null, source: 'reset' };
  return ahead <= 0 ? null : { offsetSeconds: Math.ceil(ahead), source: 'newest_file' };
}
