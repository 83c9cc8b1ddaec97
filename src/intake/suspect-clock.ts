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
