import { randomUUID } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { constants } from 'node:fs';
import { link, open, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { isSameFile, lookAt } from './look.ts';

export const readOnlyMode = 0o444;
const draftMode = 0o600;
const modeBits = 0o7777n;
/** Drafts share the staging folder with staged recordings, which never begin with a dot. */
const draftPrefix = '.draft-';

/** Writes bytes durably under a name of its own in staging; nobody else ever writes to that file. */
export async function writeDraft(staging: string, bytes: Uint8Array): Promise<string> {
  const draft = join(staging, `${draftPrefix}${randomUUID()}`);
  const file = await open(draft, 'wx', draftMode);
  try {
    await file.writeFile(bytes);
    await file.chmod(readOnlyMode);
    await file.sync();
  } catch (error) {
    // Half a draft would keep the room that the full disk needs.
    await unlinkIfThere(draft).catch(() => undefined);
    throw error;
  } finally {
    await file.close();
  }
  return draft;
}

/** Gives the file its final name. False where the name is taken: it is never replaced. */
export async function linkOnce(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Takes write permission away. An immutable file has been through this, and refuses a second chmod. */
export async function makeReadOnly(path: string): Promise<void> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { mode } = await file.stat({ bigint: true });
    if ((mode & modeBits) !== BigInt(readOnlyMode)) await file.chmod(readOnlyMode);
  } finally {
    await file.close();
  }
}

/**
 * Removes the staged name of a file whose final name is durable, and every other name of it in staging that a crash
 * between link and unlink has left: once the file is immutable, none of its names can be removed any more.
 */
export async function dropStagedNames(staging: string, staged: string | null, final: string): Promise<void> {
  if (staged !== null) await unlinkIfThere(staged);
  const standing = await lookAt(final);
  if (standing === null || standing.nlink === 1n) return;
  for (const name of await readdir(staging)) await dropIfSame(join(staging, name), standing);
}

async function dropIfSame(path: string, standing: BigIntStats): Promise<void> {
  const other = await lookAt(path);
  if (other !== null && isSameFile(other, standing)) await unlinkIfThere(path);
}

/** Removes drafts that a crash has left. Only for the one process that writes to the vault. */
export async function sweepDrafts(staging: string): Promise<void> {
  for (const name of await readdir(staging)) {
    if (name.startsWith(draftPrefix)) await unlinkIfThere(join(staging, name));
  }
}

export async function unlinkIfThere(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}
