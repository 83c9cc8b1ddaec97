import { nmeaTalkers, sumHolds } from './nmea-sentence.ts';

/** Only this much of a sidecar is looked at: the first fix comes within minutes, and a hostile one may be large. */
export const nmeaHead = 262_144;

const recommended = new RegExp(
  String.raw`\$${nmeaTalkers}RMC,(\d{2})(\d{2})(\d{2})(?:\.\d+)?,A,[^*\r\n]*?,(\d{2})(\d{2})(\d{2}),[^*\r\n]*\*[0-9A-F]{2}`,
  'g',
);

/**
 * The time of the first valid fix in NMEA 0183 text (`RMC`, status A), which the satellites give in UTC: the one clock
 * on a recorder that nobody has set. Null where there is none with a right check sum.
 */
export function nmeaStart(text: string): Temporal.Instant | null {
  for (const found of text.matchAll(recommended)) {
    const [sentence, hour, minute, second, day, month, year] = found;
    if (!sumHolds(sentence)) continue;
    try {
      return Temporal.Instant.from(`20${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    } catch {
      // The 31st of a month that has none: another sentence may be whole.
    }
  }
  return null;
}
