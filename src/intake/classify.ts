import { DockError } from '../dock/error.ts';
import { errnoOf } from '../errors.ts';
import { VaultError } from '../vault/errors.ts';
import { GivenUp } from './control.ts';
import { CopyFailed, type CopyFailure } from './copying/copy-job.ts';
import type { DockingContext } from './docking-context.ts';
import { type Left, left } from './outcome.ts';
import { vaultFullAlarm } from './space.ts';

/**
 * What a failure means for its recording, and for the whole docking where the card or the vault is at fault. Errors
 * that are neither the card's nor the vault's (the ledger cannot be written, a defect) are thrown on.
 */
export async function leftBy(context: DockingContext, error: unknown): Promise<Left> {
  if (error instanceof GivenUp) return left(error.because, null, error.offset);
  if (error instanceof CopyFailed) return await leftByCopy(context, error.failure);
  if (error instanceof VaultError) return await leftByVault(context, error);
  if (error instanceof DockError) return await leftByListing(context, error);
  const errno = errnoOf(error);
  if (errno !== null && /^E[A-Z0-9]+$/.test(errno)) return await leftByCard(context, errno, null);
  throw error;
}

async function leftByCopy(context: DockingContext, failure: CopyFailure): Promise<Left> {
  switch (failure.kind) {
    case 'cancelled':
      return left(context.control.because ?? 'cancelled');
    case 'read':
      return await leftByCard(context, failure.errno, failure.offset);
    case 'changed':
      return left('still_changing');
    case 'not_a_file':
      return left('not_a_file');
    case 'mismatch':
      return left('copy_differs');
    case 'write':
      return await leftByDisk(context, failure.errno);
  }
}

/** "Empty" or "gone" must not be believed of a card that is itself gone: what was on it waits for the next docking. */
async function leftByCard(context: DockingContext, errno: string, offset: number | null): Promise<Left> {
  if (!(await context.present())) {
    context.control.giveUp('card_detached');
    return left('card_detached', errno, offset);
  }
  if (errno === 'ENOENT') return left('file_vanished', errno);
  return left('read_error', errno, offset);
}

/** A part of the card could not be listed: recordings may lie in it, unless the whole card has gone. */
export async function unreadable(context: DockingContext): Promise<Left> {
  const why = await leftByCard(context, 'EIO', null);
  return why.reason === 'card_detached' ? why : left('unreadable_folder');
}

/** The card's root could not be listed: gone, or not to be read. */
async function leftByListing(context: DockingContext, error: DockError): Promise<Left> {
  const why = await leftByCard(context, errnoOf(error.cause) ?? error.code, null);
  if (why.reason === 'card_detached') return why;
  const { root, room } = context;
  await room.alarms.raise('card_unreadable', 'warning', root, { root, found: error.message });
  return left('unreadable_folder', why.errno);
}

async function leftByDisk(context: DockingContext, errno: string): Promise<Left> {
  const { room, control } = context;
  if (errno === 'ENOSPC' || errno === 'EDQUOT') {
    const space = await room.vault.space().catch(() => ({ freeBytes: 0 }));
    await vaultFullAlarm(room, space.freeBytes);
    if (!context.patient) control.giveUp('vault_full');
    return left('vault_full', errno);
  }
  control.giveUp('vault_unwritable');
  await room.alarms.raise('vault_unwritable', 'critical', room.vault.id, { found: errno });
  return left('vault_unwritable', errno);
}

async function leftByVault(context: DockingContext, error: VaultError): Promise<Left> {
  if (error.code === 'vault.object_differs') {
    const object = String(error.params['object'] ?? error.message);
    await context.room.alarms.raise('object_differs', 'critical', object, { object });
    return left('object_differs');
  }
  const cause = errnoOf(error.cause);
  return await leftByDisk(context, error.code === 'vault.full' ? 'ENOSPC' : (cause ?? error.code));
}
