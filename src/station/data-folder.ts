import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { errnoOf } from '../errors.ts';
import { StationError } from './error.ts';

/** The newest layout of a data folder that this program knows. */
export const knownDataVersion = 1;

const StationFile = Type.Object({
  version: Type.Integer(),
  code: Type.String(),
  /** Name of the ledger and of its key. */
  origin: Type.String(),
  vault: Type.String(),
  created: Type.String(),
  /** False while `docket init` is at work: only then may it create what is missing. */
  complete: Type.Boolean(),
});
export type StationFile = Static<typeof StationFile>;

/** Where everything lies in a data folder. */
export function placesIn(folder: string, vaultFolder: string | null) {
  return {
    folder,
    stationFile: join(folder, 'station.json'),
    lock: join(folder, 'station.lock'),
    database: join(folder, 'station.db'),
    keys: join(folder, 'keys'),
    key: join(folder, 'keys', 'station.key'),
    vkey: join(folder, 'keys', 'station.vkey'),
    /** The station's own authority, and the certificate by which it is reached. */
    tls: join(folder, 'keys', 'tls'),
    /** What the doctor has proved of the store. */
    storeProof: join(folder, 'store-proof.json'),
    socket: join(folder, 'docket.sock'),
    /** Where a station is put together that is being restored. */
    restoring: join(folder, '.restoring'),
    /** Viewing copies: nothing in it is evidence, and all of it can be made again. */
    viewing: join(folder, 'viewing'),
    vault: vaultFolder ?? join(folder, 'vault'),
  } as const;
}
export type Places = ReturnType<typeof placesIn>;

/** Reads who this station is. Errors: `station.not_initialised`, `station.no_permission`, `station.file_damaged`, `station.newer`. */
export function readStationFile(places: Places): StationFile {
  const file = peekStationFile(places);
  if (file === null || !file.complete)
    throw new StationError('station.not_initialised', { folder: places.folder });
  return file;
}

/** The same, also while `docket init` has not come to its end; null where there is none. */
export function peekStationFile(places: Places): StationFile | null {
  const path = places.stationFile;
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'ENOENT' || errno === 'ENOTDIR') return null;
    // Whether it is there cannot even be seen by another user: that is no reason to tell them to make one.
    if (errno === 'EACCES' || errno === 'EPERM')
      throw new StationError('station.no_permission', { folder: places.folder }, { cause: error });
    throw new StationError('station.file_damaged', { path, found: String(error) }, { cause: error });
  }
  if (!Value.Check(StationFile, found))
    throw new StationError('station.file_damaged', { path, found: 'wrong shape' });
  if (found.version > knownDataVersion) {
    const { version } = found;
    throw new StationError('station.newer', { folder: places.folder, version, known: knownDataVersion });
  }
  return found;
}

export function writeStationFile(places: Places, file: StationFile): void {
  writeDurably(places.stationFile, `${JSON.stringify(file, null, 2)}\n`);
}

/** Replaces a small file as a whole: after a crash there is the old one or the new one. */
export function writeDurably(path: string, text: string, mode = 0o600): void {
  const fd = openSync(`${path}.new`, 'w', mode);
  try {
    writeSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(`${path}.new`, path);
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
