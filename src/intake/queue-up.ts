import { lstat, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { machine } from '../custody/alarms.ts';
import { cardPath } from '../custody/card-path.ts';
import type { SecuredSidecar } from '../custody/entry-kinds.ts';
import { syncFolder } from '../vault/local/durable.ts';
import { journal } from './journal.ts';
import type { IntakeRoom } from './room.ts';
import type { Secured, SecuredFacts } from './secure.ts';

/**
 * Leaves a secured recording to the uploads, and says how far it is. Of equal bytes one staged copy is enough: the one
 * that the ledger names. May be repeated after a crash.
 */
export async function queueUp(
  room: IntakeRoom,
  { kind, standing }: Secured,
  { staged, recording, bytes }: SecuredFacts,
): Promise<'secured' | 'alreadyStored'> {
  switch (kind) {
    case 'new':
      return 'secured';
    case 'stored':
      // The ledger says that it was read back whole and locked; nobody can have taken it out since.
      await dropStaged(room, recording);
      return 'alreadyStored';
    case 'secured':
      if (standing === null) return 'secured';
      if (await isStaged(room, standing, bytes)) await dropStaged(room, recording);
      else await takeItsPlace(room, staged, standing);
      return 'secured';
  }
}

/** Somebody has removed the staged copy that the ledger names: the same bytes are here once more. */
async function takeItsPlace(room: IntakeRoom, staged: string, standing: string): Promise<void> {
  await rename(staged, join(room.staging, standing));
  await syncFolder(room.staging);
}

/**
 * Whether what the ledger knows is kept, so that it need not be read again. Where it goes up by itself, the store is
 * not asked: it may be out of reach for days, and cannot lose what it has locked.
 * @param known.recording names the staged copy of what is not stored yet; null of what is
 */
export async function isKept(
  room: IntakeRoom,
  {
    sha256,
    bytes,
    recording,
  }: { readonly sha256: string; readonly bytes: number; readonly recording: string | null },
): Promise<boolean> {
  if (recording !== null) return await isStaged(room, recording, bytes);
  return room.uploads !== null || (await room.vault.holds(sha256, bytes));
}

/** Commits that a sidecar is staged and verified. */
export async function secureSidecar(room: IntakeRoom, path: Buffer, data: SecuredSidecar): Promise<void> {
  const subject = { kind: 'evidence', id: data.evidence } as const;
  await room.ledger.append(
    [{ type: 'sidecar.secured', actor: machine, subject, data, personal: cardPath(path) }],
    journal.over(data.recording),
  );
}

export async function dropStaged(room: IntakeRoom, recording: string): Promise<void> {
  // One that cannot be removed now is swept at the next start.
  await unlink(join(room.staging, recording)).catch(() => undefined);
}

async function isStaged(room: IntakeRoom, recording: string, bytes: number): Promise<boolean> {
  const found = await lstat(join(room.staging, recording)).catch(() => null);
  return found?.isFile() === true && found.size === bytes;
}
