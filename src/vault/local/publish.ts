import { join } from 'node:path';
import { unreachable } from '../../errors.ts';
import type { OriginalFacts, PublishedOriginal } from '../contract.ts';
import { VaultError } from '../errors.ts';
import { requireInStaging, requireStaged } from '../staged.ts';
import { syncFile } from './durable.ts';
import { fanOut, originalObject, originalsFolder, stagingFolder } from './layout.ts';
import { isSameFile, lookAt, requireKind } from './look.ts';
import { rereadOriginal } from './originals.ts';
import { recordRetention, syncRetention } from './retention.ts';
import type { VaultRoom } from './room.ts';
import { dropStagedNames, linkOnce, makeReadOnly } from './write-once.ts';

/**
 * Publishes a staged file. There is one way through, and a crash at any point of it is mended by going through it
 * again: every step finds out for itself whether it is done.
 *
 * The order holds the promises. The final name, its mode and its retention are durable before the staged name goes,
 * so that the bytes always have a durable name. The immutable flag comes after the staged name has gone: no name of
 * an immutable file can be removed.
 */
export async function publishOriginal(
  room: VaultRoom,
  stagedName: string,
  facts: OriginalFacts,
  retainUntil: Temporal.Instant,
): Promise<PublishedOriginal> {
  const { root, act, folders } = room;
  await room.presence.confirm();
  const staging = join(root, stagingFolder);
  const staged = requireInStaging(staging, stagedName);
  const object = originalObject(facts.sha256);
  const final = join(root, object);
  await requireSomething(staged, final, object);

  const made = await act('vault.folders', object, () =>
    folders.make(root, [originalsFolder, ...fanOut(facts.sha256)]),
  );
  await act('vault.link', object, () => standUnderFinalName(room, staged, final, facts));
  await act('vault.mode', object, () => makeReadOnly(final));
  const record = await act('vault.retention', object, () => recordRetention(room, facts.sha256, retainUntil));
  await act('vault.sync', object, async () => {
    await syncFile(final);
    await Promise.all([folders.sync(made.path), folders.settle(made), syncRetention(room, record)]);
  });
  await act('vault.unlink', staged, () => dropStagedNames(staging, staged, final));
  const immutable = await act('vault.flag', object, () => room.flags.set([final, record.path]));
  await act('vault.settle', object, async () => {
    await folders.sync(staging);
    await syncFile(final);
  });
  return { object, location: final, immutable, retainUntil: record.until };
}

/** A publish of nothing must not leave even empty folders. */
async function requireSomething(staged: string, final: string, object: string): Promise<void> {
  if ((await lookAt(staged)) !== null || (await lookAt(final)) !== null) return;
  throw new VaultError('vault.nothing_to_publish', { staged, object });
}

async function standUnderFinalName(
  room: VaultRoom,
  staged: string,
  final: string,
  facts: OriginalFacts,
): Promise<void> {
  const mine = await lookAt(staged);
  if (mine !== null) requireStaged(staged, mine, facts);
  if (mine !== null && (await lookAt(final)) === null && (await linkOnce(staged, final))) return;
  const standing = await lookAt(final);
  if (standing !== null) requireKind(final, standing, 'file');
  if (mine !== null && standing !== null && isSameFile(mine, standing)) return;
  await requireEqual(room, staged, facts);
}

/** What stands under the digest was linked by somebody else, or before a crash: only its bytes speak for it. */
async function requireEqual(room: VaultRoom, staged: string, facts: OriginalFacts): Promise<void> {
  const object = originalObject(facts.sha256);
  const reread = await rereadOriginal(room, facts);
  switch (reread.found) {
    case 'equal':
      return;
    case 'missing':
      throw new VaultError('vault.nothing_to_publish', { staged, object });
    case 'altered':
      throw new VaultError('vault.object_differs', {
        object,
        expected: reread.expected,
        found: reread.actual,
      });
    default:
      unreachable(reread);
  }
}
