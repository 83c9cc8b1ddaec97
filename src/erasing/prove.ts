import { setTimeout as wait } from 'node:timers/promises';
import { CopyFailed } from '../intake/copying/copy-job.ts';
import { VaultError } from '../vault/errors.ts';
import { type CardFiles, type HeldFile, Kept } from './card-files.ts';
import type { Placed } from './entries.ts';
import type { ErasingOrder, ErasingRoom } from './room.ts';

/** A card that reads slower than this is taken for one that does not answer. */
const slowestBytesPerMs = 128;

/** A file that is equal to its original on the card and in the vault, held open. */
export interface Proved extends Placed {
  readonly held: HeldFile;
}

/** Nothing more is asked of the card: it or the station has gone in the middle, or it does not answer. */
export class Ended extends Error {
  readonly stalled: boolean;
  constructor(stalled: boolean) {
    super('ended');
    this.stalled = stalled;
  }
}

/**
 * Reads a file on the card and its original in the vault, whole and past every cache, and compares both with the digest
 * that the ledger has of it. Throws `Kept`, or `Ended`.
 */
export async function prove(
  room: ErasingRoom,
  order: ErasingOrder,
  files: CardFiles,
  one: Placed,
): Promise<Proved> {
  const { bytes, blake3, modifiedNs, sha256 } = one.file;
  const held = await files.hold(one.file);
  const read = room.pool.whole(held.at, { bytes, modifiedNs }).catch((error: unknown) => {
    throw error instanceof CopyFailed ? keptByRead(error) : error;
  });
  const onCard = await unlessEnded(read, order, room.stallMs + bytes / slowestBytesPerMs);
  await files.unchanged(held);
  if (onCard !== blake3) throw new Kept('differs_from_original');
  await inVault(room, order, { evidence: one.file.evidence, sha256, blake3, bytes });
  return { ...one, held };
}

async function inVault(
  { vault, alarms, log }: ErasingRoom,
  { recorder }: ErasingOrder,
  { evidence, ...facts }: { evidence: string; sha256: string; blake3: string; bytes: number },
): Promise<void> {
  const { found } = await vault.reread(facts).catch((error: unknown) => {
    if (!(error instanceof VaultError)) throw error;
    log('original not re-read before erasing', { evidence, error: error.message });
    throw new Kept('vault_unreadable', error.cause);
  });
  switch (found) {
    case 'equal':
      return;
    case 'missing':
      await alarms.raise('original_lost', 'critical', evidence, { evidence, recorder });
      throw new Kept('vault_missing');
    case 'altered':
      await alarms.raise('object_differs', 'critical', facts.sha256, { object: facts.sha256 });
      throw new Kept('vault_altered');
  }
}

function keptByRead(error: CopyFailed): Kept {
  const { failure } = error;
  switch (failure.kind) {
    case 'changed':
    case 'not_a_file':
      return new Kept('changed_on_card');
    case 'read':
    case 'write':
      return new Kept('card_unreadable', Object.assign(new Error(error.message), { code: failure.errno }));
    case 'cancelled':
    case 'mismatch':
      return new Kept('card_unreadable');
  }
}

/** What hangs on a dead card is left hanging. */
async function unlessEnded<T>(task: Promise<T>, { signal }: ErasingOrder, patienceMs: number): Promise<T> {
  const done = new AbortController();
  const over = async (): Promise<never> => {
    await wait(patienceMs, undefined, { signal: AbortSignal.any([signal, done.signal]) }).catch(
      () => undefined,
    );
    throw new Ended(!signal.aborted);
  };
  const ended = over();
  // Whichever comes second is nobody's concern.
  ended.catch(() => undefined);
  task.catch(() => undefined);
  try {
    return await Promise.race([task, ended]);
  } finally {
    done.abort();
  }
}
