import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { VaultError } from '../errors.ts';
import { tombstoneText } from '../tombstone.ts';
import { chattrOff } from './chattr.ts';
import { syncFolder } from './durable.ts';
import { isHeld } from './holds.ts';
import { damagedFolder, originalObject, stagingFolder } from './layout.ts';
import { getLogObject, putLogObject } from './log.ts';
import { lookAt, requireKind } from './look.ts';
import { missing } from './originals.ts';
import { latestRetention } from './retention.ts';
import type { VaultRoom } from './room.ts';
import { dropStagedNames, unlinkIfThere } from './write-once.ts';

/**
 * Removes an original whose time is over. The log object that says so is durable before the first byte goes, so that
 * the vault never has a hole that it does not know of; a crash after that is mended by going through it again.
 */
export async function disposeOriginal(room: VaultRoom, sha256: string, tombstone: string): Promise<void> {
  const { root, act } = room;
  await room.presence.confirm();
  const object = originalObject(sha256);
  const path = join(root, object);
  const standing = await lookAt(path);
  if (standing === null) {
    if ((await getLogObject(room, tombstone)) === null) throw await missing(room, object);
  } else {
    requireKind(path, standing, 'file');
    await requireDisposable(room, sha256, object);
  }
  await putLogObject(room, tombstone, tombstoneText(tombstone));
  await act('vault.dispose.unflag', object, () =>
    standing === null ? Promise.resolve(false) : chattrOff(path),
  );
  await act('vault.dispose.unlink', object, async () => {
    // A name in staging, left by a crash, would keep the bytes.
    await dropStagedNames(join(root, stagingFolder), null, path);
    await unlinkIfThere(path);
    await removeSetAside(join(root, damagedFolder), sha256);
  });
  await act('vault.dispose.sync', object, () =>
    standing === null ? Promise.resolve() : room.folders.sync(dirname(path)),
  );
}

/** What was damaged once and kept beside a repair goes with the original: it is the same footage. */
async function removeSetAside(folder: string, sha256: string): Promise<void> {
  if ((await lookAt(folder)) === null) return;
  const kept = (await readdir(folder)).filter((name) => name.startsWith(`${sha256}.`));
  for (const name of kept) {
    const path = join(folder, name);
    const aside = await lookAt(path);
    // A folder that stood in its place has no byte of it, and may be anybody's.
    if (aside === null || aside.isDirectory()) continue;
    if (aside.isFile()) await chattrOff(path);
    await unlinkIfThere(path);
  }
  if (kept.length > 0) await syncFolder(folder);
}

/** Errors: `vault.on_hold`, `vault.still_locked`, also where no date is on record: nobody knows until when. */
async function requireDisposable(room: VaultRoom, sha256: string, object: string): Promise<void> {
  if (await isHeld(room.root, sha256)) throw new VaultError('vault.on_hold', { object });
  const until = await latestRetention(room.root, sha256);
  if (until !== null && Temporal.Instant.compare(until, room.now()) <= 0) return;
  throw new VaultError('vault.still_locked', { object, until: until?.toString() ?? '?' });
}
