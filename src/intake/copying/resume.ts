import { randomInt } from 'node:crypto';
import type { AlignedSlots } from './aligned.ts';
import { CopyFailed, type CopyJob } from './copy-job.ts';
import { pieceBytes, RecordingDigests } from './digests.ts';
import type { OpenFile } from './raw-file.ts';
import { readAhead } from './read-ahead.ts';
import { digestOfRange } from './source.ts';

/** How many pieces beside the first and the last are compared with the card, drawn anew each time. */
const drawn = 3;

export interface ProvedPrefix {
  /** Already fed with the proved bytes. */
  readonly digests: RecordingDigests;
  readonly resumedFrom: number;
}

export interface ProvingTools {
  readonly slots: AlignedSlots;
  /**
   * Called while the proof goes on, with the bytes proved so far: a long prefix takes minutes, which must not look
   * like a card that hangs. Waits where the copy is paused, rejects where it is given up.
   */
  readonly proved: (bytes: number) => Promise<void>;
}

/**
 * What of an interrupted copy can be kept. The staged bytes are hashed again and must give each journalled digest;
 * then the first, the last and some random pieces are read from the card and must equal the staged ones. Whatever
 * does not hold is read from the card again: a half-copied file is proved, never trusted.
 */
export async function provedPrefix(
  job: CopyJob,
  source: OpenFile,
  staged: OpenFile,
  tools: ProvingTools,
): Promise<ProvedPrefix> {
  let pieces = job.pieces.slice(0, Math.floor(job.expected.bytes / pieceBytes));
  while (pieces.length > 0) {
    const { digests, good } = await rehash(job, pieces, staged, tools);
    if (good < pieces.length) {
      pieces = pieces.slice(0, good);
      continue;
    }
    if (await equalOnCard(good, source, staged, tools)) return { digests, resumedFrom: good * pieceBytes };
    break;
  }
  return { digests: new RecordingDigests(job.expected.bytes, job.sm3), resumedFrom: 0 };
}

async function rehash(
  job: CopyJob,
  pieces: readonly string[],
  staged: OpenFile,
  { slots, proved }: ProvingTools,
): Promise<{ digests: RecordingDigests; good: number }> {
  const digests = new RecordingDigests(job.expected.bytes, job.sm3);
  let good = 0;
  try {
    for await (const { slot, bytes } of readAhead(staged, 0, pieces.length * pieceBytes, slots)) {
      const prefix = digests.feed(bytes);
      slots.give(slot);
      await proved(digests.fed);
      if (prefix === null) continue;
      if (prefix !== pieces[good]) break;
      good += 1;
    }
  } catch (error) {
    notOfThisDisk(error);
  }
  return { digests, good };
}

async function equalOnCard(
  pieces: number,
  source: OpenFile,
  staged: OpenFile,
  { slots, proved }: ProvingTools,
): Promise<boolean> {
  const looked = new Set([0, pieces - 1, ...Array.from({ length: drawn }, () => randomInt(pieces))]);
  for (const piece of looked) {
    const from = piece * pieceBytes;
    const onCard = await digestOfRange(source, from, from + pieceBytes, slots);
    await proved(pieces * pieceBytes);
    const onDisk = await digestOfRange(staged, from, from + pieceBytes, slots).catch(notOfThisDisk);
    if (onCard !== onDisk) return false;
  }
  return true;
}

/** What this machine's disk does not give back is not the card's fault: it is read from the card again. */
function notOfThisDisk(error: unknown): null {
  if (error instanceof CopyFailed && error.failure.kind === 'read') return null;
  throw error;
}
