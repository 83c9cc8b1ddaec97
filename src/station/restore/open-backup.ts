import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { CustodyError } from '../../custody/error.ts';
import { loadStationKey, type Signer } from '../../custody/station-key.ts';
import { errnoOf } from '../../errors.ts';
import { decrypted } from '../backup/age-file.ts';
import { type Unpacked, unpacked } from '../backup/archive.ts';
import { BackupError } from '../backup/error.ts';
import { isMemberName, type MemberName } from '../backup/file-names.ts';
import { type Manifest, openManifest } from '../backup/manifest.ts';
import { type Places, peekStationFile, type StationFile } from '../data-folder.ts';
import { foreignConfigName } from './restoring-folder.ts';

/** Every file but the ledger is small; whoever packs a larger one means no good. */
const mostSmallBytes = 16 * 1_048_576;

/** What a backup turned out to be: whole, and signed with the key that it holds. Whose key that is, the vault says. */
export interface OpenedBackup {
  readonly file: string;
  /** Of the encrypted file. */
  readonly sha256: string;
  readonly manifest: Manifest;
  readonly station: StationFile;
  readonly signer: Signer;
}

/**
 * Opens a backup into the places of a station that is being restored. Anyone can encrypt to a public key, so nothing in
 * it is believed before its digest stands in a manifest that the station's key has signed.
 *
 * Errors: those of `decrypted`, `backup.unreadable`, `backup.damaged`, `backup.forged`, `backup.newer`.
 */
export async function openBackup(
  file: string,
  identities: readonly string[],
  places: Places,
): Promise<OpenedBackup> {
  const whole = createHash('sha256');
  const found = await unpack(file, identities, whole, places);
  const sha256 = whole.digest('hex');
  const vkey = (await readFile(places.vkey, 'utf8').catch(() => '')).trim();
  const manifest = openManifest(
    file,
    await readFile(pathOf(places, 'manifest.txt')).catch(() => Buffer.alloc(0)),
    vkey,
  );
  requireDigests(file, manifest, found);
  const station = stationOf(file, places, manifest);
  const signer = signerOf(file, places, manifest);
  if (signer.vkey !== vkey) throw new BackupError('backup.forged', { file, found: signer.vkey });
  await settleConfig(places, manifest);
  return { file, sha256, manifest, station, signer };
}

type Digests = ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>;

async function unpack(
  file: string,
  identities: readonly string[],
  whole: Hash,
  places: Places,
): Promise<Digests> {
  const found = new Map<string, { bytes: number; sha256: string }>();
  const plain = await decrypted(file, identities, sealed(file, whole));
  try {
    for await (const member of unpacked(plain)) {
      const name = acceptable(file, member, found);
      found.set(name, await writeMember(pathOf(places, name), member));
    }
  } catch (cause) {
    if (cause instanceof BackupError) throw cause;
    const errno = errnoOf(cause);
    if (errno !== null && /^E(NOSPC|DQUOT|IO|ROFS|FBIG)$/.test(errno))
      throw new BackupError('backup.write_failed', { folder: places.folder, found: errno }, { cause });
    throw new BackupError('backup.damaged', { file, found: String(cause) }, { cause });
  }
  return found;
}

async function* sealed(file: string, whole: Hash): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(file, { highWaterMark: 1_048_576 })) {
      whole.update(piece);
      yield piece;
    }
  } catch (cause) {
    throw new BackupError('backup.unreadable', { path: file, found: errnoOf(cause) ?? '?' }, { cause });
  }
}

/** Only the names that a backup has, each once, plain files: a tar may hold anything. */
function acceptable(
  file: string,
  { name, plain, bytes }: Unpacked,
  found: ReadonlyMap<string, unknown>,
): MemberName {
  const fits = name === 'station.db' || bytes <= mostSmallBytes;
  if (!isMemberName(name) || !plain || !fits || found.has(name))
    throw new BackupError('backup.damaged', { file, found: `${name}, ${bytes} B` });
  return name;
}

function pathOf(places: Places, name: MemberName): string {
  switch (name) {
    case 'station.key':
      return places.key;
    case 'station.vkey':
      return places.vkey;
    case 'station.json':
      return places.stationFile;
    case 'station.db':
      return places.database;
    default:
      return join(places.folder, name);
  }
}

async function writeMember(path: string, { content }: Unpacked): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  await using file = await open(path, 'wx', 0o600);
  for await (const piece of content) {
    hash.update(piece);
    bytes += piece.length;
    for (let at = 0; at < piece.length; ) at += (await file.write(piece, at)).bytesWritten;
  }
  await file.sync();
  return { bytes, sha256: hash.digest('hex') };
}

function requireDigests(file: string, { files }: Manifest, found: Digests): void {
  for (const [name, { bytes, sha256 }] of Object.entries(files)) {
    const is = found.get(name);
    if (is?.bytes !== bytes || is.sha256 !== sha256)
      throw new BackupError('backup.damaged', { file, found: name });
  }
  const surplus = [...found.keys()].find((name) => name !== 'manifest.txt' && !Object.hasOwn(files, name));
  if (surplus !== undefined) throw new BackupError('backup.damaged', { file, found: surplus });
}

function stationOf(file: string, places: Places, { station, origin, vault }: Manifest): StationFile {
  const found = peekStationFile(places);
  const fits =
    found?.complete === true && found.code === station && found.origin === origin && found.vault === vault;
  if (found === null || !fits) throw new BackupError('backup.damaged', { file, found: 'station.json' });
  return found;
}

function signerOf(file: string, { key }: Places, { origin }: Manifest): Signer {
  try {
    return loadStationKey(key, origin);
  } catch (cause) {
    if (!(cause instanceof CustodyError)) throw cause;
    throw new BackupError('backup.damaged', { file, found: cause.message }, { cause });
  }
}

/** A configuration that did not lie in the data folder does not become the data folder's own: its paths are others. */
async function settleConfig({ folder }: Places, { config, dataFolder }: Manifest): Promise<void> {
  if (config === null || config === join(dataFolder, 'ingest.config.yaml')) return;
  await rename(join(folder, 'ingest.config.yaml'), join(folder, foreignConfigName));
}
