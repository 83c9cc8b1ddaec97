import { accuracyOf, type Fix } from './fix.ts';

/** What ExifTool found in one file. */
export interface ExifFixes {
  /** Where the whole file says it was taken; null where it does not. */
  readonly container: Fix | null;
  /** Samples along its course. */
  readonly embedded: readonly Fix[];
}

export const nothingInside: ExifFixes = { container: null, embedded: [] };

/** Values of one document by tag and group; the file itself is the document without a number. */
type Document = Map<string, Map<string, unknown>>;

/**
 * Reads ExifTool's JSON (`-ee -j -n -G3:0`). Its keys are `Doc12:QuickTime:GPSLatitude` for the twelfth sample and
 * `Composite:GPSLatitude` for the file. Whatever is odd counts as not said.
 */
export function readExif(json: string): ExifFixes {
  const documents = documentsOf(json);
  const own = documents.get('');
  const samples = [...documents].filter(([name]) => name !== '').map(([, one]) => one);
  return {
    container: own === undefined ? null : fixOf(own),
    embedded: samples.map(fixOf).filter((one) => one !== null),
  };
}

function documentsOf(json: string): ReadonlyMap<string, Document> {
  const documents = new Map<string, Document>();
  for (const [key, value] of Object.entries(firstFile(json))) {
    const found = /^(?:Doc([\d-]+):)?([A-Za-z0-9]+):([A-Za-z]+)$/.exec(key);
    if (found === null) continue;
    const [, number = '', group = '', tag = ''] = found;
    const document: Document = documents.get(number) ?? new Map();
    documents.set(number, document);
    document.set(tag, (document.get(tag) ?? new Map()).set(group, value));
  }
  return documents;
}

function firstFile(json: string): object {
  try {
    const files: unknown = JSON.parse(json);
    const [first] = Array.isArray(files) ? files : [];
    return typeof first === 'object' && first !== null ? first : {};
  } catch {
    return {};
  }
}

function fixOf(document: Document): Fix | null {
  if (saidOf(document, 'GPSStatus') === 'V') return null;
  const position = positionOf(document);
  if (position === null) return null;
  const meters =
    numberOf(document, 'GPSHPositioningError') ?? numberOf(document, 'LocationAccuracyHorizontal');
  const dilution = numberOf(document, 'GPSDOP');
  const stated = meters !== null && meters > 0 ? meters : null;
  return {
    ...position,
    at: instantOf(saidOf(document, 'GPSDateTime')),
    accuracyMeters: stated ?? (dilution === null ? null : accuracyOf(dilution)),
  };
}

function positionOf(document: Document): { longitude: number; latitude: number } | null {
  const [latitude, longitude] = [numberOf(document, 'GPSLatitude'), numberOf(document, 'GPSLongitude')];
  if (latitude !== null && longitude !== null) return { longitude, latitude };
  // Samples of a telephone's track: latitude, longitude, altitude in one text.
  const [north, east] = String(saidOf(document, 'GPSCoordinates') ?? '').split(' ');
  const both = [north, east].map((one) => (one === undefined || one === '' ? Number.NaN : Number(one)));
  const [up = Number.NaN, right = Number.NaN] = both;
  return Number.isFinite(up) && Number.isFinite(right) ? { longitude: right, latitude: up } : null;
}

function numberOf(document: Document, tag: string): number | null {
  const value = saidOf(document, tag);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** EXIF's own latitude has no sign, its hemisphere stands apart: ExifTool's composite of both is the one that counts. */
function saidOf(document: Document, tag: string): unknown {
  const groups = document.get(tag);
  if (groups === undefined) return undefined;
  if (groups.has('Composite')) return groups.get('Composite');
  return [...groups].find(([group]) => group !== 'EXIF' || !/^GPSL(?:at|ong)itude$/.test(tag))?.[1];
}

/** `2026:09:02 10:01:58.5Z`; one without a zone is in nobody knows which. */
function instantOf(value: unknown): Temporal.Instant | null {
  const found = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:\d\d)$/.exec(String(value));
  if (found === null) return null;
  const [, year, month, day, time, zone] = found;
  try {
    return Temporal.Instant.from(`${year}-${month}-${day}T${time}${zone}`);
  } catch {
    return null;
  }
}
