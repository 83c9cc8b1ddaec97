import { errnoOf } from '../../errors.ts';
import { type AlignedSlots, type Slot, slotBytes } from './aligned.ts';
import { CopyFailed } from './copy-job.ts';
import type { OpenFile } from './raw-file.ts';

/** Two outstanding reads keep a card busy; more would only hold more buffers and more pool threads. */
const outstanding = 2;

interface Pending {
  readonly slot: Slot;
  readonly at: number;
  readonly length: Promise<number>;
}

/**
 * Reads `[from, to)` of a file in order, with the next reads already under way. The consumer owns each slot that it
 * gets and gives it back. Throws `CopyFailed` `read` at the first byte that cannot be read; ends early where the
 * file does.
 */
export async function* readAhead(
  file: OpenFile,
  from: number,
  to: number,
  slots: AlignedSlots,
): AsyncGenerator<{ slot: Slot; bytes: Buffer; at: number }> {
  const pending: Pending[] = [];
  let next = from;
  const begin = (slot: Slot): void => {
    const length = file.read(slot.bytes, next);
    length.catch(() => undefined);
    pending.push({ slot, at: next, length });
    next += slotBytes;
  };
  const fill = (): void => {
    while (pending.length < outstanding && next < to) {
      const slot = slots.takeFree();
      if (slot === null) return;
      begin(slot);
    }
  };
  try {
    for (;;) {
      if (pending.length === 0 && next < to) begin(await slots.take());
      fill();
      const first = pending.shift();
      if (first === undefined) return;
      const length = await lengthOrOffset(file, first, slots);
      // Before the consumer keeps this thread with hashing, or the card would wait for it.
      fill();
      const bytes = first.slot.bytes.subarray(0, Math.min(length, to - first.at));
      yield { slot: first.slot, bytes, at: first.at };
      if (length < Math.min(slotBytes, to - first.at)) return;
    }
  } finally {
    for (const left of pending) giveBackWhenDone(left, slots);
  }
}

/** A slot under a read may be written to at any moment, on a hung card also much later: it is free only after that. */
function giveBackWhenDone(left: Pending, slots: AlignedSlots): void {
  left.length.then(
    () => slots.give(left.slot),
    () => slots.give(left.slot),
  );
}

async function lengthOrOffset(file: OpenFile, read: Pending, slots: AlignedSlots): Promise<number> {
  try {
    return await read.length;
  } catch (error) {
    const again = await inSmallSteps(file, read);
    if (again.failedAt === null) return again.length;
    slots.give(read.slot);
    throw new CopyFailed({ kind: 'read', errno: errnoOf(error) ?? 'EIO', offset: again.failedAt }, error);
  }
}

const stepBytes = 4096;

/**
 * A failed read names no place, and one bad sector fails the whole of it: reading again in small steps finds the
 * first byte that cannot be had, and heals a passing fault of the bus.
 */
async function inSmallSteps(
  file: OpenFile,
  read: Pending,
): Promise<{ length: number; failedAt: number | null }> {
  let length = 0;
  while (length < slotBytes) {
    try {
      const got = await file.read(read.slot.bytes.subarray(length, length + stepBytes), read.at + length);
      length += got;
      if (got < stepBytes) break;
    } catch {
      return { length, failedAt: read.at + length };
    }
  }
  return { length, failedAt: null };
}
