import { constants } from 'node:fs';
import { type FileHandle, link, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { VaultError } from '../errors.ts';
import {
  type Marker,
  markerText,
  mostMarkerBytes,
  parseMarker,
  requireMarkerOf,
  requireVaultId,
} from '../marker-text.ts';
import { readFailure } from './disk-error.ts';
import { makeFolderChain, syncFolder } from './durable.ts';
import { markerName, originalsFolder, stagingFolder, vaultFolders } from './layout.ts';
import { lookAt } from './look.ts';
import { type Act, actsWith, type Steps } from './steps.ts';
import { dropStagedNames, unlinkIfThere, writeDraft } from './write-once.ts';

/**
 * Makes a folder a vault, once. Repeated with the same id it changes nothing (and completes what a crash left);
 * a folder of another vault, or with originals and no marker, is refused. The only code that creates the folder.
 */
export async function createLocalVault(
  folder: string,
  marker: { readonly id: string; readonly created: Temporal.Instant },
  steps: Steps = () => undefined,
): Promise<Marker> {
  requireVaultId(marker.id);
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
  requireMarkerOf(folder, marker, expected);
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
  const text = markerText(marker);
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
