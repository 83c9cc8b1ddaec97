import { byteText } from './card-name.ts';
import { type Claim, type ClaimSource, isUsableNumber } from './identity.ts';
import { linesOf, type MarkerNote, type MarkerReading } from './markers.ts';
import { isPath, whole } from './pattern.ts';
import type { DeviceProfile } from './profile.ts';

export interface ClaimNote {
  readonly path: Buffer;
  readonly note: MarkerNote | 'value_unusable';
}

export interface MarkerClaims {
  readonly claims: readonly Claim[];
  /** Markers that were there but said nothing usable. */
  readonly notes: readonly ClaimNote[];
}

type Found = { readonly claim: Claim } | { readonly note: ClaimNote };

/**
 * What the markers of a card say by its profile. `readings` come from `readMarkers`, its logs newest first.
 * A value is at most 64 printable characters; another is not believed, but noted.
 */
export function markerClaims(profile: DeviceProfile, readings: readonly MarkerReading[]): MarkerClaims {
  const { wholeFiles, iniKeys, newestLogs } = profile.identity;
  const found = [
    ...wholeFiles.flatMap((path) => at(readings, path).flatMap(wholeFile)),
    ...iniKeys.flatMap((key) => at(readings, key.path).flatMap((reading) => iniKey(reading, key))),
    ...newestLogs.flatMap((log) => newestLog(at(readings, log.path), log.line)),
  ];
  return {
    claims: found.flatMap((one) => ('claim' in one ? [one.claim] : [])),
    notes: found.flatMap((one) => ('note' in one ? [one.note] : [])),
  };
}

function at(readings: readonly MarkerReading[], glob: string): readonly MarkerReading[] {
  return readings.filter((reading) => isPath(byteText(reading.path), glob));
}

function wholeFile(reading: MarkerReading): Found[] {
  if (reading.text === null || reading.note !== null) return noted(reading);
  return claimed(reading, 'marker', reading.text.trim());
}

function iniKey(reading: MarkerReading, wanted: { section: string; key: string }): Found[] {
  if (reading.text === null) return noted(reading);
  return iniValues(reading.text, wanted).flatMap((value) => claimed(reading, 'marker', value));
}

/** Every value of a key in a section of an INI file that is not empty, in its order. */
export function iniValues(text: string, wanted: { section: string; key: string }): readonly string[] {
  let section = '';
  const values: string[] = [];
  for (const line of linesOf(text)) {
    const header = /^\[(.*)\]$/.exec(line)?.[1];
    const equals = line.indexOf('=');
    if (header !== undefined) section = header.trim().toLowerCase();
    else if (equals > 0 && section === wanted.section.toLowerCase()) {
      const key = line.slice(0, equals).trim().toLowerCase();
      if (key === wanted.key.toLowerCase()) values.push(line.slice(equals + 1).trim());
    }
  }
  return values.filter((value) => value !== '');
}

/** The newest log that has such a line decides, with its last one: a recorder that is renumbered writes a new line. */
function newestLog(readings: readonly MarkerReading[], pattern: string): Found[] {
  const notes: Found[] = [];
  for (const reading of readings) {
    if (reading.text === null) {
      notes.push(...noted(reading));
      continue;
    }
    // No log line is longer; a longer one was made to keep the pattern busy.
    const lines = linesOf(reading.text).filter((line) => line.length <= 1024);
    const values = lines.flatMap((line) => whole(pattern).exec(line)?.groups?.['device'] ?? []);
    const last = values.at(-1);
    if (last !== undefined) return [...notes, ...claimed(reading, 'log', last)];
  }
  return notes;
}

function noted({ path, note }: MarkerReading): Found[] {
  return note === null ? [] : [{ note: { path, note } }];
}

function claimed({ path }: MarkerReading, source: ClaimSource, value: string): Found[] {
  return isUsableNumber(value)
    ? [{ claim: { source, value } }]
    : [{ note: { path, note: 'value_unusable' } }];
}
