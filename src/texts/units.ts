export { sizeWords, spanWords } from './measures.ts';

/** An instant for people: date and time at the station's zone, to the second. */
export function timeWords(instant: string, zone: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ');
}
