import sax, { type Tag } from 'sax';
import { accuracyOf, type Fix, type FixReader, mostFixes, type ReadFixes } from './fix.ts';

/** A GPX file nests six deep, its makers' extensions a few more. */
const deepest = 32;
const mostAttributes = 64;
const longestText = 64;

interface Point {
  readonly longitude: number;
  readonly latitude: number;
  /** Of the elements that are open; its parts stand one deeper. */
  readonly depth: number;
  time: string;
  hdop: string;
}

/**
 * Reads the points of GPX tracks (`trkpt`), of any version and prefix; planned routes and marked waypoints are no places
 * where somebody was. The parser reads piece by piece, replaces no entities that a file declares, and holds at most 64 KiB
 * of any text. What stands before the place where a file breaks off or stops being XML is read.
 */
export class GpxReader implements FixReader {
  readonly #fixes: Fix[] = [];
  readonly #parser = new sax.SAXParser(true);
  #depth = 0;
  #attributes = 0;
  #point: Point | null = null;
  /** Which part of the point is being read; its text may come in pieces. */
  #part: 'time' | 'hdop' | null = null;
  #malformed = 0;
  #whole = true;

  constructor() {
    this.#parser.onattribute = () => {
      this.#attributes += 1;
    };
    this.#parser.onopentag = (tag) => this.#open(tag as Tag);
    this.#parser.onclosetag = (name) => this.#close(localName(name));
    this.#parser.ontext = (text) => this.#text(text);
    this.#parser.onerror = () => {
      this.#whole = false;
    };
  }

  write(text: string): boolean {
    if (!this.#whole) return false;
    this.#parser.write(text);
    const tooMuch = this.#depth > deepest || this.#attributes > mostAttributes;
    if (tooMuch || this.#fixes.length > mostFixes) this.#whole = false;
    return this.#whole;
  }

  end(): ReadFixes {
    // To the parser an element that is still open is no error until it is closed.
    const whole = this.#whole && this.#depth === 0;
    return { fixes: this.#fixes.slice(0, mostFixes), badSums: 0, malformed: this.#malformed, whole };
  }

  #open({ name, attributes }: Tag): void {
    this.#attributes = 0;
    this.#depth += 1;
    this.#part = null;
    // The parser goes on to the end of its piece when it has met what is no XML.
    if (!this.#whole) return;
    const local = localName(name);
    if (local === 'trkpt') this.#begin(attributes['lon'], attributes['lat']);
    else if ((local === 'time' || local === 'hdop') && this.#depth === (this.#point?.depth ?? 0) + 1)
      this.#part = local;
  }

  #begin(lon: string | undefined, lat: string | undefined): void {
    const [longitude, latitude] = [decimal(lon), decimal(lat)];
    this.#point = null;
    if (longitude === null || latitude === null) this.#malformed += 1;
    else this.#point = { longitude, latitude, depth: this.#depth, time: '', hdop: '' };
  }

  #text(text: string): void {
    if (this.#point === null || this.#part === null) return;
    this.#point[this.#part] = (this.#point[this.#part] + text).slice(0, longestText);
  }

  #close(local: string): void {
    this.#depth -= 1;
    this.#part = null;
    if (local !== 'trkpt' || this.#point === null || !this.#whole) return;
    const { longitude, latitude, time, hdop } = this.#point;
    const dilution = decimal(hdop);
    const accuracyMeters = dilution === null ? null : accuracyOf(dilution);
    this.#fixes.push({ longitude, latitude, at: instantOf(time.trim()), accuracyMeters });
    this.#point = null;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** XML Schema's decimal, which has no exponent. */
function decimal(written: string | undefined): number | null {
  return /^\s*[+-]?(?:\d{1,9}(?:\.\d{0,20})?|\.\d{1,20})\s*$/.test(written ?? '') ? Number(written) : null;
}

/** A time without a zone is in nobody knows which. */
function instantOf(written: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(written);
  } catch {
    return null;
  }
}
