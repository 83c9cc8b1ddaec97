import { nmeaTalkers, sumHolds } from '../nmea-sentence.ts';
import { accuracyOf, type Fix, type FixReader, mostFixes, type ReadFixes } from './fix.ts';
import type { Position } from './position.ts';

/** NMEA allows 82 characters; a file without line ends is no log of a receiver. */
const longestLine = 1_024;
/** Text in which no sentence has stood for so long is some other log. */
const mostSilent = 4_194_304;

const sentence = new RegExp(String.raw`\$${nmeaTalkers}(RMC|GGA),([^$*\r\n]*)(\*[0-9A-Fa-f]{2})?`, 'g');

/** Of RMC (NMEA 2.3): autonomous, differential, RTK, precise. Estimated, manual and simulated positions are not measured. */
const measuredModes = ['', 'A', 'D', 'F', 'P', 'R'];
/** The same of GGA. */
const measuredQualities = ['1', '2', '3', '4', '5', '9'];

/** What the two sentences of one moment say together. */
interface Moment {
  /** UTC, `hhmmss.ss` as written. */
  readonly time: string;
  position: Position | null;
  at: Temporal.Instant | null;
  accuracyMeters: number | null;
}

/**
 * Reads fixes out of NMEA 0183 text: RMC says where and when, GGA how exactly (HDOP) and, where there is no RMC of that
 * moment, where. Sentences may stand among other text. One whose check sum is wrong or missing says nothing.
 */
export class NmeaReader implements FixReader {
  readonly #fixes: Fix[] = [];
  #rest = '';
  #silent = 0;
  #badSums = 0;
  #malformed = 0;
  #moment: Moment | null = null;
  #lastDated: Temporal.Instant | null = null;

  write(text: string): boolean {
    const known = this.#rest + text;
    const end = Math.max(known.lastIndexOf('\n'), known.lastIndexOf('\r')) + 1;
    this.#read(known.slice(0, end));
    this.#rest = known.slice(end).slice(-longestLine);
    this.#silent += text.length;
    return this.#fixes.length <= mostFixes && this.#silent < mostSilent;
  }

  end(): ReadFixes {
    this.#read(this.#rest);
    this.#flush();
    const fixes = this.#fixes.slice(0, mostFixes);
    const whole = fixes.length === this.#fixes.length;
    return { fixes, badSums: this.#badSums, malformed: this.#malformed, whole };
  }

  #read(text: string): void {
    for (const [whole, kind, fields = '', sum] of text.matchAll(sentence)) {
      this.#silent = 0;
      if (sum === undefined || !sumHolds(whole)) this.#badSums += 1;
      else if (kind === 'RMC') this.#recommended(fields.split(','));
      else this.#fixData(fields.split(','));
    }
  }

  #recommended(fields: readonly string[]): void {
    const [time = '', status, latitude, north, longitude, east, , , date = '', , , mode = ''] = fields;
    if (status !== 'A' || !measuredModes.includes(mode)) return;
    const position = positionOf(latitude, north, longitude, east);
    const at = instantOf(date, time);
    if (position === null || at === null) this.#malformed += 1;
    if (position === null) return;
    const moment = this.#at(time);
    moment.position = position;
    moment.at = at;
    this.#lastDated = at ?? this.#lastDated;
  }

  #fixData(fields: readonly string[]): void {
    const [time = '', latitude, north, longitude, east, quality = '', , dilution = ''] = fields;
    if (!measuredQualities.includes(quality)) return;
    const position = positionOf(latitude, north, longitude, east);
    if (position === null) {
      this.#malformed += 1;
      return;
    }
    const moment = this.#at(time);
    moment.position ??= position;
    moment.accuracyMeters = /^\d+(?:\.\d+)?$/.test(dilution) ? accuracyOf(Number(dilution)) : null;
  }

  #at(time: string): Moment {
    if (this.#moment?.time !== time) {
      this.#flush();
      this.#moment = { time, position: null, at: null, accuracyMeters: null };
    }
    return this.#moment;
  }

  #flush(): void {
    if (this.#moment === null || this.#moment.position === null) return;
    const { time, position, at, accuracyMeters } = this.#moment;
    const when = at ?? nearest(this.#lastDated, time);
    this.#fixes.push({ ...position, at: when, accuracyMeters });
  }
}

/** `ddmm.mmmm` and `dddmm.mmmm` as degrees. */
function positionOf(
  latitude: string | undefined,
  north: string | undefined,
  longitude: string | undefined,
  east: string | undefined,
): Position | null {
  const up = signed(latitude, 2, north, 'N', 'S');
  const right = signed(longitude, 3, east, 'E', 'W');
  return up === null || right === null ? null : { latitude: up, longitude: right };
}

function signed(
  written: string | undefined,
  digits: 2 | 3,
  side: string | undefined,
  plus: string,
  minus: string,
): number | null {
  const found = /^(\d+)(\d\d(?:\.\d{0,9})?)$/.exec(written ?? '');
  if (found === null || (side !== plus && side !== minus)) return null;
  const [, whole = '', minutes = ''] = found;
  if (whole.length > digits || Number(minutes) >= 60) return null;
  const degrees = Number(whole) + Number(minutes) / 60;
  return side === plus ? degrees : -degrees;
}

/** `ddmmyy` and `hhmmss.ss`; null for a day or hour that is none. */
function instantOf(date: string, time: string): Temporal.Instant | null {
  const day = /^(\d\d)(\d\d)(\d\d)$/.exec(date);
  const hour = /^(\d\d)(\d\d)(\d\d(?:\.\d{1,9})?)$/.exec(time);
  if (day === null || hour === null) return null;
  try {
    return Temporal.Instant.from(`20${day[3]}-${day[2]}-${day[1]}T${hour[1]}:${hour[2]}:${hour[3]}Z`);
  } catch {
    return null;
  }
}

/** GGA knows no date: this time of day on the day of the last moment that had one, or after its midnight. */
function nearest(dated: Temporal.Instant | null, time: string): Temporal.Instant | null {
  if (dated === null) return null;
  const day = dated.toZonedDateTimeISO('UTC');
  const same = instantOf(`${pad(day.day)}${pad(day.month)}${pad(day.year % 100)}`, time);
  if (same === null || same.until(dated).total('hours') < 12) return same;
  return same.add({ hours: 24 });
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
