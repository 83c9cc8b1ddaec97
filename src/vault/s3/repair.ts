import type { RepairedOriginal } from '../contract.ts';
import { VaultError } from '../errors.ts';
import { directReread } from '../local/direct-reread.ts';
import { readFailure } from '../local/disk-error.ts';
import { originalObject } from '../local/layout.ts';
import { compareReread } from '../rereader.ts';
import { requireInStaging } from '../staged.ts';
import { equalVersion, standing } from './originals.ts';
import { type Order, publishOriginal } from './publish.ts';
import type { S3Room } from './room.ts';

/**
 * Puts a new version beside a damaged one and locks it. Nobody can remove the damaged one before its time, and nothing
 * here tries to: from now on the digest finds the new one. It is the way of every publishing, gone again after a crash.
 */
export async function repairOriginal(
  room: S3Room,
  stagedName: string,
  order: Omit<Order, 'staged'>,
): Promise<RepairedOriginal> {
  const { presence, store, staging } = room;
  const { facts } = order;
  await presence.confirm();
  if ('version' in (await equalVersion(store, facts)))
    return { ...(await publishOriginal(room, stagedName, order)), kept: null };
  const path = requireInStaging(staging, stagedName);
  const copy = compareReread(
    facts,
    await directReread(path, facts.bytes).catch((error: unknown) => {
      throw readFailure(error, path);
    }),
  );
  if (copy.found === 'altered')
    throw new VaultError('vault.staged_differs', { path, expected: copy.expected, found: copy.actual });
  const [damaged] = await standing(store, facts.sha256);
  const kept = damaged === undefined ? null : `${originalObject(facts.sha256)}?versionId=${damaged.id}`;
  return { ...(await publishOriginal(room, stagedName, order, 'beside')), kept };
}
