import { unlink } from 'node:fs/promises';
import { errnoOf } from '../../errors.ts';
import { directReread } from '../../vault/local/direct-reread.ts';
import type { AlignedSlots, Slot } from './aligned.ts';
import {
  type CopyControl,
  type CopyEvent,
  CopyFailed,
  type CopyJob,
  type CopyResult,
  voids,
} from './copy-job.ts';
import { pieceBytes, type RecordingDigests } from './digests.ts';
import type { OpenFile } from './raw-file.ts';
import { readAhead } from './read-ahead.ts';
import { provedPrefix } from './resume.ts';
import { factsOf, openSource } from './source.ts';
import { StagedFile } from './staged-file.ts';

/** One write at the disk and one behind it, so that the disk does not wait while this thread is hashing; one in a crowd. */
const writesAtOnce = 2;

export interface CopyTools {
  readonly slots: AlignedSlots;
  readonly control: CopyControl;
  readonly emit: (event: CopyEvent) => void;
  /** Named fault points; nothing in normal service. */
  readonly step: (name: string) => void;
}

/**
 * Copies one file from a card into staging: reads it once, hashes while reading, makes it durable, then reads the
 * staged bytes back past the page cache and compares. The source must be the same file, of the same size and time,
 * before and after; otherwise the recorder was still writing it. What a copy leaves that nobody can carry on is
 * removed. Throws `CopyFailed`.
 */
export async function copyRecording(job: CopyJob, tools: CopyTools): Promise<CopyResult> {
  const source = await openSource(Buffer.from(job.source), job.expected);
  try {
    tools.step('intake.stage.before');
    const staged = await StagedFile.open(job.staged, job.pieces.length === 0);
    tools.step('intake.stage.after');
    try {
      return await copyInto(job, source, staged, tools);
    } catch (error) {
      if (!job.journalled || voids(error)) await unlink(job.staged).catch(() => undefined);
      throw error;
    } finally {
      await staged.close();
    }
  } finally {
    // A hung card keeps its descriptor busy: closing it must not keep the copy's failure from being told.
    source.close().catch(() => undefined);
  }
}

async function copyInto(
  job: CopyJob,
  source: OpenFile,
  staged: StagedFile,
  tools: CopyTools,
): Promise<CopyResult> {
  const { slots, control } = tools;
  const proved = (bytes: number): Promise<void> => {
    tools.emit({ on: 'progress', bytes });
    return control.gate();
  };
  const { digests, resumedFrom } = await provedPrefix(job, source, staged.file, { slots, proved });
  tools.emit({ on: 'progress', bytes: resumedFrom });
  await pump(job, source, staged, digests, tools);
  const after = await factsOf(source.fd);
  if (digests.fed !== job.expected.bytes || !sameFacts(after, job.expected)) {
    throw new CopyFailed({ kind: 'changed', bytes: after.bytes });
  }
  tools.emit({ on: 'read' });
  tools.step('intake.seal.before');
  await staged.seal(digests.fed);
  tools.step('intake.seal.after');
  const made = digests.finish();
  await compareWithDisk(job.staged, digests.fed, made.blake3);
  tools.step('intake.verified');
  return { digests: made, bytes: digests.fed, resumedFrom };
}

async function pump(
  job: CopyJob,
  source: OpenFile,
  staged: StagedFile,
  digests: RecordingDigests,
  tools: CopyTools,
): Promise<void> {
  const { slots, control, emit } = tools;
  const writing: Promise<void>[] = [];
  for await (const { slot, bytes, at } of readAhead(source, digests.fed, job.expected.bytes, slots)) {
    await before(slot, slots, control, writing);
    const written = staged.write(slot.bytes, bytes.length, at);
    const done = (): void => slots.give(slot);
    written.then(done, done);
    writing.push(written);
    const piece = digests.feed(bytes);
    emit({ on: 'progress', bytes: digests.fed });
    if (piece !== null) {
      await Promise.all(writing);
      emit({ on: 'piece', index: digests.fed / pieceBytes - 1, blake3: piece });
      tools.step('intake.piece');
    }
  }
  await Promise.all(writing);
}

/** Pauses, gives up or fails before the next bytes are written; what was read for them is given back. */
async function before(
  slot: Slot,
  slots: AlignedSlots,
  control: CopyControl,
  writing: Promise<void>[],
): Promise<void> {
  try {
    await control.gate();
    while (writing.length >= (slots.scarce ? 1 : writesAtOnce)) await writing.shift();
  } catch (error) {
    slots.give(slot);
    throw error;
  }
}

function sameFacts(a: CopyJob['expected'], b: CopyJob['expected']): boolean {
  return a.bytes === b.bytes && a.modifiedNs === b.modifiedNs;
}

async function compareWithDisk(path: string, bytes: number, blake3: string): Promise<void> {
  const back = await directReread(path, bytes).catch((error: unknown) => {
    throw new CopyFailed({ kind: 'write', errno: errnoOf(error) ?? 'EIO' }, error);
  });
  if (back.bytes !== bytes || back.blake3 !== blake3) {
    throw new CopyFailed({ kind: 'mismatch', expected: blake3, actual: back.blake3 });
  }
}
