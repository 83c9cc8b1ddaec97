import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beginCopy } from './begin-copy.ts';
import { absolute } from './card-file-facts.ts';
import { GivenUp } from './control.ts';
import { type CopyEvent, CopyFailed, type CopyResult, type SourceFacts, voids } from './copying/copy-job.ts';
import type { DockingContext } from './docking-context.ts';
import { journal } from './journal.ts';
import { settled } from './settle.ts';

/** A file that is whole in staging: read once, durable, read back and equal. */
export interface Brought {
  /** Names the staged file; taken in `room.copying` until its journal is over. */
  readonly recording: string;
  readonly staged: string;
  readonly facts: SourceFacts;
  readonly result: CopyResult;
}

/** What the caller hears of while a copy runs. */
export interface CopyListener {
  progress(bytes: number): void;
  /** The card is no longer needed for this file. */
  cardFree(): void;
}

/**
 * Copies a file from the card into staging. A file that changes under the copy is waited for and copied anew; a copy
 * that the disk does not give back as it was written is made once more. Throws `CopyFailed` or `GivenUp`.
 */
export async function copyFromCard(
  context: DockingContext,
  path: Buffer,
  listed: SourceFacts,
  listener: CopyListener,
): Promise<Brought> {
  const { changeAttempts } = context.room.settings;
  let facts = listed;
  let differed = false;
  for (let attempt = 1; ; attempt++) {
    try {
      return await copyOnce(context, path, facts, listener);
    } catch (error) {
      if (!(error instanceof CopyFailed)) throw error;
      if (error.failure.kind === 'mismatch' && !differed) {
        differed = true;
        continue;
      }
      if (error.failure.kind !== 'changed' || attempt >= changeAttempts) throw error;
      const now = await settled(path, context.settling, changeAttempts);
      if (now === null) throw error;
      facts = now;
    }
  }
}

async function copyOnce(
  context: DockingContext,
  path: Buffer,
  expected: SourceFacts,
  listener: CopyListener,
): Promise<Brought> {
  const { room, control, stall } = context;
  const { recording, pieces, journalled } = await beginCopy(context, path, expected);
  const staged = join(room.staging, recording);
  const over = stall.reading();
  let reading = true;
  let read = 0;
  const onEvent = (event: CopyEvent): void => {
    switch (event.on) {
      case 'progress':
        stall.sign();
        read = event.bytes;
        listener.progress(event.bytes);
        return;
      case 'piece':
        stall.sign();
        if (!journalled) return;
        // Not waited for: a piece that the journal misses is only read again.
        room.ledger.append([], [journal.piece(recording, event.index, event.blake3)]).catch(() => undefined);
        return;
      case 'read':
        reading = false;
        over();
        listener.cardFree();
    }
  };
  const source = absolute(context.root, path);
  const job = { source, staged, expected, sm3: room.settings.sm3, journalled, pieces };
  const copy = room.pool.copy(job, onEvent);
  const release = control.holds(copy);
  try {
    // While the card is read it may hang for ever; afterwards only this machine's own disk is waited for.
    const result = await Promise.race([
      copy.done,
      control
        .unlessGivenUp(copy.done)
        .catch((error: unknown) => (reading ? Promise.reject(error) : copy.done)),
    ]);
    return { recording, staged, facts: expected, result };
  } catch (error) {
    // A copy that hangs may still write: its file stays taken until it answers.
    const free = (): boolean => room.copying.delete(recording);
    copy.done.then(free, free);
    // Of a short file nothing is kept, also where the worker that would remove it hangs.
    if (!journalled) await unlink(staged).catch(() => undefined);
    if (journalled && voids(error)) await room.ledger.append([], journal.over(recording));
    throw error instanceof GivenUp ? new GivenUp(error.because, read) : error;
  } finally {
    over();
    release();
  }
}
