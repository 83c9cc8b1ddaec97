import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Blake3Hasher } from '@napi-rs/blake-hash';
import { loadStationKey, type Signer } from '../../custody/station-key.ts';
import { DocketError, errnoOf } from '../../errors.ts';
import { syncFolder } from '../../vault/local/durable.ts';
import type { Places, StationFile } from '../data-folder.ts';
import { encrypted, newAgePair } from './age-file.ts';
import { type Member, packed } from './archive.ts';
import { BackupError } from './error.ts';
import { backupFileName, type MemberName, unfinishedName, workFolder } from './file-names.ts';
import { type Manifest, manifestVersion, signManifest } from './manifest.ts';
import { proveBackup } from './prove-backup.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';

export interface BackupWish {
  readonly places: Places;
  readonly station: StationFile;
  /** The configuration that the station works with; null where it has none. */
  readonly configFile: string | null;
  /** An existing folder. */
  readonly folder: string;
  readonly recipient: string;
  readonly program: string;
  /** Bytes of the data folder's disk that stay free. */
  readonly reserveBytes: number;
  readonly made: string;
}

/** A backup that stands under its name, read back from its disk and opened again. */
export interface WrittenBackup {
  readonly file: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly size: number;
  readonly root: string;
}

/**
 * Writes one backup: a copy of the ledger as of one moment, then everything encrypted under a name that no finished
 * backup has, on the disk, read back past the cache, opened and compared; only then it gets its name. A crash leaves
 * an unfinished file, which the next backup removes. The copy in clear never leaves the data folder.
 *
 * Errors: `backup.*`, `custody.*`.
 */
export async function writeBackup(wish: BackupWish, step: (point: string) => void): Promise<WrittenBackup> {
  const { places, station, folder } = wish;
  const work = workFolder(places.folder);
  const unfinished = join(folder, unfinishedName(station.origin));
  try {
    await rm(work, { recursive: true, force: true });
    await mkdir(work, { mode: 0o700 });
    const signer = loadStationKey(places.key, station.origin);
    step('backup.snapshot.before');
    const { database } = places;
    const { reserveBytes } = wish;
    const snapshot = await takeSnapshot(
      { database, into: join(work, 'station.db'), reserveBytes },
      signer.vkey,
    );
    step('backup.snapshot.after');
    return await seal(wish, snapshot, signer, unfinished, step);
  } catch (error) {
    if (error instanceof DocketError) throw error;
    const found = errnoOf(error);
    if (found === null) throw error;
    throw new BackupError('backup.write_failed', { folder, found }, { cause: error });
  } finally {
    await rm(work, { recursive: true, force: true });
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

async function seal(
  wish: BackupWish,
  snapshot: Snapshot,
  signer: Signer,
  unfinished: string,
  step: (point: string) => void,
): Promise<WrittenBackup> {
  const made = Temporal.Instant.from(wish.made);
  const members = await membersOf(wish, snapshot, signer);
  // The second recipient lives in this function alone: with it what was written is opened again, as nobody else can.
  const proof = await newAgePair();
  const sealed = await encrypted([wish.recipient, proof.recipient], packed(members, made));
  step('backup.write.before');
  const written = await writeDurably(unfinished, sealed);
  step('backup.write.after');
  const digests = members.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
  await proveBackup({ path: unfinished, ...written }, proof.identity, digests);
  step('backup.proved');
  const path = join(wish.folder, backupFileName(wish.station.origin, made));
  await requireFree(path);
  await rename(unfinished, path);
  step('backup.renamed');
  await syncFolder(wish.folder);
  const { bytes, sha256 } = written;
  return { file: basename(path), path, bytes, sha256, size: snapshot.size, root: snapshot.root };
}

/** A member with the digest that its content must turn out to have. */
type DigestedMember = Member & { readonly name: MemberName; readonly sha256: string };

async function membersOf(
  wish: BackupWish,
  snapshot: Snapshot,
  signer: Signer,
): Promise<readonly DigestedMember[]> {
  const { places, configFile } = wish;
  const config = configFile === null ? null : await readFile(configFile);
  const files = [
    ...(snapshot.checkpoint === null ? [] : [small('checkpoint', Buffer.from(snapshot.checkpoint))]),
    small('station.json', await readFile(places.stationFile)),
    small('station.key', await readFile(places.key)),
    small('station.vkey', await readFile(places.vkey)),
    ...(config === null ? [] : [small('ingest.config.yaml', config)]),
    await large('station.db', snapshot.path),
  ];
  const manifest = signManifest(manifestOf(wish, snapshot, files), signer);
  return [small('manifest.txt', Buffer.from(manifest)), ...files];
}

function manifestOf(
  { places, station, configFile, program, made }: BackupWish,
  { size, root, schema }: Snapshot,
  files: readonly DigestedMember[],
): Manifest {
  return {
    version: manifestVersion,
    made,
    program,
    station: station.code,
    origin: station.origin,
    vault: station.vault,
    vaultFolder: places.vault,
    dataFolder: places.folder,
    config: configFile,
    ledger: { size, root, schema },
    files: Object.fromEntries(files.map(({ name, bytes, sha256 }) => [name, { bytes, sha256 }])),
  };
}

function small(name: MemberName, content: Buffer): DigestedMember {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { name, bytes: content.length, content: [content], sha256 };
}

async function large(name: MemberName, path: string): Promise<DigestedMember> {
  const hash = createHash('sha256');
  const read = () => createReadStream(path, { highWaterMark: 1_048_576 });
  for await (const piece of read()) hash.update(piece);
  const { size: bytes } = await stat(path);
  return {
    name,
    bytes,
    content: { [Symbol.asyncIterator]: () => read()[Symbol.asyncIterator]() },
    sha256: hash.digest('hex'),
  };
}

async function writeDurably(
  path: string,
  content: AsyncIterable<Uint8Array>,
): Promise<{ bytes: number; sha256: string; blake3: string }> {
  await rm(path, { force: true });
  const [sha256, blake3] = [createHash('sha256'), new Blake3Hasher()];
  let bytes = 0;
  // Not over a link that somebody has put there: the folder may be shared.
  await using file = await open(path, 'wx', 0o600);
  for await (const piece of content) {
    sha256.update(piece);
    blake3.update(piece);
    for (let at = 0; at < piece.length; ) at += (await file.write(piece, at, piece.length - at)).bytesWritten;
    bytes += piece.length;
  }
  await file.sync();
  return { bytes, sha256: sha256.digest('hex'), blake3: blake3.digest('hex') };
}

async function requireFree(path: string): Promise<void> {
  const standing = await stat(path).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (standing !== null) throw new BackupError('backup.exists', { path });
}
