import { rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { OriginalFacts, RepairedOriginal, Reread } from '../contract.ts';
import { passes, VaultError } from '../errors.ts';
import { compareReread } from '../rereader.ts';
import { retentionStamp } from '../retention-date.ts';
import { requireInStaging, requireStaged } from '../staged.ts';
import { chattrOff } from './chattr.ts';
import { readFailure } from './disk-error.ts';
import { syncFolder } from './durable.ts';
import { damagedFolder, originalObject, stagingFolder } from './layout.ts';
import { lookAt } from './look.ts';
import { rereadOriginal } from './originals.ts';
import { publishOriginal } from './publish.ts';
import type { VaultRoom } from './room.ts';
import { makeReadOnly } from './write-once.ts';

/**
 * Publishes a staged file where a damaged original stands. The copy is proved before anything is touched. What is
 * damaged then goes aside by one rename, so that a crash finds it under one name or the other and never under none;
 * from there on the way is that of every publishing, and is gone again after a crash.
 */
export async function repairOriginal(
  room: VaultRoom,
  stagedName: string,
  facts: OriginalFacts,
  retainUntil: Temporal.Instant,
): Promise<RepairedOriginal> {
  await room.presence.confirm();
  const staged = requireInStaging(join(room.root, stagingFolder), stagedName);
  const standing = await standingThere(room, facts);
  if (standing.found === 'equal')
    return { ...(await publishOriginal(room, stagedName, facts, retainUntil)), kept: null };
  await requireSound(room, staged, facts);
  const kept = standing.found === 'missing' ? null : await setAside(room, facts.sha256);
  return { ...(await publishOriginal(room, stagedName, facts, retainUntil)), kept };
}

/** What cannot be read back is damaged too. */
async function standingThere(room: VaultRoom, facts: OriginalFacts): Promise<Reread> {
  return await rereadOriginal(room, facts).catch((error: unknown): Reread => {
    if (passes(error) || !(error instanceof VaultError) || error.code !== 'vault.unreadable') throw error;
    return { found: 'altered', expected: 'a readable object', actual: error.message };
  });
}

async function requireSound(room: VaultRoom, path: string, facts: OriginalFacts): Promise<void> {
  const mine = await lookAt(path);
  if (mine === null)
    throw new VaultError('vault.nothing_to_publish', { staged: path, object: originalObject(facts.sha256) });
  requireStaged(path, mine, facts);
  const reread = compareReread(
    facts,
    await room.reread(path, facts.bytes).catch((error: unknown) => {
      throw readFailure(error, path);
    }),
  );
  if (reread.found !== 'altered') return;
  throw new VaultError('vault.staged_differs', { path, expected: reread.expected, found: reread.actual });
}

/** Moves it into the folder of what is damaged, by digest and time. It is kept there, read-only and immutable again. */
async function setAside({ root, act, folders, flags }: VaultRoom, sha256: string): Promise<string> {
  const object = originalObject(sha256);
  const from = join(root, object);
  const kept = await act('vault.repair.aside', object, async () => {
    const made = await folders.make(root, [damagedFolder]);
    await folders.settle(made);
    const to = await freeName(made.path, sha256);
    await takeFlagAway(from);
    await rename(from, to);
    // The new name first: lost together with the old one, nothing would show what was found.
    await syncFolder(made.path);
    await syncFolder(dirname(from));
    return to;
  });
  await act('vault.repair.keep', object, async () => {
    if ((await lookAt(kept))?.isFile() !== true) return;
    await makeReadOnly(kept);
    await flags.set([kept]);
  });
  return [damagedFolder, basename(kept)].join('/');
}

/** A rename would replace what has the name already. */
async function freeName(folder: string, sha256: string): Promise<string> {
  const stem = join(folder, `${sha256}.${retentionStamp(Temporal.Now.instant())}`);
  for (let count = 1; ; count++) {
    const path = count === 1 ? stem : `${stem}-${count}`;
    if ((await lookAt(path)) === null) return path;
  }
}

/** Where it cannot be taken away, the rename says why. */
async function takeFlagAway(path: string): Promise<void> {
  if ((await lookAt(path))?.isFile() === true) await chattrOff(path);
}
