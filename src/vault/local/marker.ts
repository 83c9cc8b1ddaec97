import { constants } from 'node:fs';
import { type FileHandle, link, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { VaultError } from '../errors.ts';
import { readFailure } from './disk-error.ts';
import { makeFolderChain, syncFolder } from './durable.ts';
import { markerName, originalsFolder, stagingFolder, vaultFolders } from './layout.ts';
import { lookAt } from './look.ts';
import { type Act, actsWith, type Steps } from './steps.ts';
import { dropStagedNames, unlinkIfThere, writeDraft } from './write-once.ts';

/** What makes a folder a vault. */
export interface Marker {
  readonly id: string;
  /** RFC 3339, UTC. */
  readonly created: string;
}

const markerVersion = 1;
const mostMarkerBytes = 65_536;
const idShape = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * Makes a folder a vault, once. Repeated with the same id it changes nothing (and completes what a crash left);
 * a folder of another vault, or with originals and no marker, is refused. The only code that creates the folder.
 */
export async function createLocalVault(
  folder: string,
  marker: { readonly id: string; readonly created: Temporal.Instant },
  steps: Steps = () => undefined,
): Promise<Marker> {
  if (!idShape.test(marker.id)) {
    const expected = '1 to 64 of A-Z a-z 0-9 . _ -';
    throw new VaultError('vault.facts_malformed', { what: 'vault id', expected, found: marker.id });
  }
  if ((await lookAt(join(folder, markerName))) === null) {
    await requireNoOriginals(folder);
    await writeMarker(folder, { id: marker.id, created: marker.created.toString() }, actsWith(steps));
  }
  const standing = await readMarker(folder, marker.id);
  await dropStagedNames(join(folder, stagingFolder), null, join(folder, markerName));
  await syncFolder(folder);
  return standing;
}

/** Reads a vault's marker. `expected` is the id it must have; null takes any. */
export async function readMarker(folder: string, expected: string | null): Promise<Marker> {
  const file = join(folder, markerName);
  const stats = await lookAt(file);
  if (stats === null) throw new VaultError('vault.marker_missing', { folder });
  if (!stats.isFile()) throw new VaultError('vault.marker_broken', { file, found: 'not a file' });
  const marker = parseMarker(file, await readSmall(file));
  if (expected !== null && marker.id !== expected) {
    throw new VaultError('vault.marker_other', { folder, expected, found: marker.id });
  }
  return marker;
}

async function requireNoOriginals(folder: string): Promise<void> {
  const names = await readdir(join(folder, originalsFolder)).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return [];
    throw readFailure(error, folder);
  });
  if (names.length > 0) throw new VaultError('vault.marker_lost', { folder });
}

/** The marker comes last, and whole: a crash before it leaves a folder that is no vault yet. */
async function writeMarker(folder: string, marker: Marker, act: Act): Promise<void> {
  const text = `${JSON.stringify({ docket: 'vault', version: markerVersion, ...marker }, null, 2)}\n`;
  const file = join(folder, markerName);
  await act('vault.create.folders', folder, async () => {
    await makeFolderChain(folder);
    for (const name of vaultFolders) await makeFolderChain(join(folder, name));
  });
  const draft = await act('vault.create.write', file, () =>
    writeDraft(join(folder, stagingFolder), Buffer.from(text)),
  );
  try {
    await act('vault.create.link', file, () => linkMarker(folder, draft, file));
  } finally {
    await act('vault.create.unlink', draft, () => unlinkIfThere(draft));
  }
  await act('vault.create.sync', folder, () => syncFolder(folder));
}

/** FAT and exFAT answer EPERM. Somebody else's marker that came first stays; reading it says whose it is. */
async function linkMarker(folder: string, draft: string, file: string): Promise<void> {
  try {
    await link(draft, file);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'EEXIST') return;
    if (errno !== 'EPERM' && errno !== 'ENOTSUP' && errno !== 'EOPNOTSUPP') throw error;
    throw new VaultError('vault.no_links', { folder, errno }, { cause: error });
  }
}

async function readSmall(file: string): Promise<string> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(mostMarkerBytes), 0, mostMarkerBytes, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } catch (error) {
    throw readFailure(error, file);
  } finally {
    await handle?.close();
  }
}

function parseMarker(file: string, text: string): Marker {
  const broken = (found: string) => new VaultError('vault.marker_broken', { file, found });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw broken('not JSON');
  }
  if (typeof value !== 'object' || value === null) throw broken('not an object');
  const { docket, version, id, created } = { docket: null, version: null, id: null, created: null, ...value };
  if (docket !== 'vault') throw broken('not a vault marker');
  if (version !== markerVersion) throw broken(`of version ${String(version)}, not ${markerVersion}`);
  if (typeof id !== 'string' || !idShape.test(id) || typeof created !== 'string')
    throw broken('without an id');
  return { id, created };
}
