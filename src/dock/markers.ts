import { errnoOf } from '../errors.ts';
import { abortable } from './abortable.ts';
import type { CardFile } from './card.ts';
import { type ByteText, byteText, lastPart } from './card-name.ts';
import type { ListOptions } from './list-card.ts';
import { isPath } from './pattern.ts';
import { firstBytes, lastBytes } from './plain-read.ts';
import type { DeviceProfile } from './profile.ts';

/** Why a marker file says nothing, or less than it holds. */
export type MarkerNote = 'not_a_file' | 'unreadable' | 'not_text' | 'too_long';

/** A marker or log file as read: text null where it could not be had. */
export interface MarkerReading {
  readonly path: Buffer;
  readonly text: string | null;
  readonly note: MarkerNote | null;
}

const mostMarkerBytes = 4 * 1024;
const mostLogBytes = 64 * 1024;
/** Of the marker files of a listing at most so many are read, and so many of each profile's logs, newest first. */
const mostMarkers = 64;
const mostLogs = 16;

/** Reads every file of the listing that some profile takes for a marker or a log. Never throws for what a card holds. */
export async function readMarkers(
  root: string,
  files: readonly CardFile[],
  profiles: readonly DeviceProfile[],
  { signal, answered }: Pick<ListOptions, 'signal' | 'answered'> = {},
): Promise<readonly MarkerReading[]> {
  const readings: MarkerReading[] = [];
  for (const { file, log } of wanted(files, profiles)) {
    readings.push(await read(root, file, log, signal));
    answered?.();
  }
  return readings;
}

/** Whether a path is one that the profile takes for a marker or log. */
export function isMarker(path: string, profile: DeviceProfile): boolean {
  const { markers = [] } = profile.know;
  const { wholeFiles, iniKeys, newestLogs } = profile.identity;
  const named = [...markers, ...iniKeys, ...newestLogs, ...(profile.marks ?? [])];
  const globs = [...wholeFiles, ...named.map((marker) => marker.path)];
  return globs.some((glob) => isPath(path, glob));
}

/** Newest first: by the dates in the names where all have one, else by modification time, then by name. */
export function newestFirst(logs: readonly CardFile[]): readonly CardFile[] {
  const dated = logs.map((file) => ({ file, date: /\d{8,}/.exec(lastPart(byteText(file.path)))?.[0] }));
  const byName = dated.every(({ date }) => date !== undefined);
  return dated
    .toSorted((a, b) => {
      const names = byName ? compare(b.date ?? '', a.date ?? '') : 0;
      return (
        names ||
        Temporal.Instant.compare(b.file.modified, a.file.modified) ||
        Buffer.compare(b.file.path, a.file.path)
      );
    })
    .map(({ file }) => file);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Wanted {
  readonly file: CardFile;
  readonly log: boolean;
}

function wanted(listed: readonly CardFile[], profiles: readonly DeviceProfile[]): readonly Wanted[] {
  const files = listed.map((file) => ({ file, path: byteText(file.path) }));
  const logGlobs = new Set(profiles.flatMap(({ identity }) => identity.newestLogs.map((log) => log.path)));
  const logs = new Set(
    [...logGlobs].flatMap((glob) => newestFirst(matching(files, glob)).slice(0, mostLogs)),
  );
  const globs = new Set(
    profiles.flatMap(({ know, identity, marks = [] }) => [
      ...(know.markers ?? []).map((marker) => marker.path),
      ...identity.wholeFiles,
      ...[...identity.iniKeys, ...marks].map((key) => key.path),
    ]),
  );
  const markers = [...globs]
    .filter((glob) => !logGlobs.has(glob))
    .flatMap((glob) => matching(files, glob))
    .slice(0, mostMarkers);
  return [
    ...[...logs].map((file) => ({ file, log: true })),
    ...[...new Set(markers)].filter((file) => !logs.has(file)).map((file) => ({ file, log: false })),
  ];
}

function matching(
  files: readonly { readonly file: CardFile; readonly path: ByteText }[],
  glob: string,
): readonly CardFile[] {
  return files.filter(({ path }) => isPath(path, glob)).map(({ file }) => file);
}

async function read(
  root: string,
  file: CardFile,
  log: boolean,
  signal: AbortSignal | undefined,
): Promise<MarkerReading> {
  if (file.kind !== 'file') return { path: file.path, text: null, note: 'not_a_file' };
  try {
    const path = Buffer.concat([Buffer.from(`${root}/`), file.path]);
    const end = await abortable(
      log ? lastBytes(path, mostLogBytes) : firstBytes(path, mostMarkerBytes),
      signal,
    );
    if (end === null) return { path: file.path, text: null, note: 'not_a_file' };
    const text = decoded(end.bytes);
    if (text === null) return { path: file.path, text: null, note: 'not_text' };
    return { path: file.path, text, note: end.cut && !log ? 'too_long' : null };
  } catch (error) {
    signal?.throwIfAborted();
    if (errnoOf(error) === null) throw error;
    return { path: file.path, text: null, note: 'unreadable' };
  }
}

/** UTF-16 by its mark, else UTF-8, else GB 18030 (which recorders of the mainland write), else null. */
function decoded(bytes: Buffer): string | null {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of utf16 ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding; the next one may fit.
    }
  }
  return null;
}

/** The lines of a marker or log, trimmed. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/).map((line) => line.trim());
}
