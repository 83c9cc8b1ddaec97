import { randomUUID } from 'node:crypto';
import { stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../errors.ts';
import type { SourceFacts } from './copying/copy-job.ts';
import { pieceBytes } from './copying/digests.ts';
import type { DockingContext } from './docking-context.ts';
import { journal } from './journal.ts';
import type { IntakeRoom } from './room.ts';

/** Where a copy goes, and what of it is there already. */
export interface BegunCopy {
  /** Names the staged file; taken in `room.copying` until the caller frees it. */
  readonly recording: string;
  readonly pieces: readonly string[];
  readonly journalled: boolean;
}

/**
 * Takes up the journalled copy of exactly this file, or begins one. Short files are not worth a journal. A part of
 * another version of the file is voided: no later copy can carry it on.
 */
export async function beginCopy(
  { room, recorder }: Pick<DockingContext, 'room' | 'recorder'>,
  path: Buffer,
  expected: SourceFacts,
): Promise<BegunCopy> {
  const standing = room.catalogue.interrupted(recorder, path);
  const mine = standing.filter(
    ({ bytes, modifiedNs }) => bytes === expected.bytes && modifiedNs === expected.modifiedNs,
  );
  // The same recorder at two ports at once: two copies must never write one staged file.
  const free = mine.find(({ recording }) => !room.copying.has(recording));
  const recording = free?.recording ?? randomUUID();
  room.copying.add(recording);
  const stale = standing.filter((one) => !mine.includes(one) && !room.copying.has(one.recording));
  for (const one of stale) await voidCopy(room, one.recording);
  if (free !== undefined) {
    return { recording, pieces: room.catalogue.pieces(recording), journalled: true };
  }
  if (expected.bytes < pieceBytes || mine.length > 0) return { recording, pieces: [], journalled: false };
  const at = room.clock.now().toString();
  await room.ledger.append([], [journal.begun(recording, recorder, path, expected, at)]);
  return { recording, pieces: [], journalled: true };
}

/** Bytes of the disk that an interrupted copy of exactly this file takes up already. */
export async function partOf(
  { room, recorder }: Pick<DockingContext, 'room' | 'recorder'>,
  path: Buffer,
  { bytes, modifiedNs }: SourceFacts,
): Promise<number> {
  const part = room.catalogue
    .interrupted(recorder, path)
    .find((one) => one.bytes === bytes && one.modifiedNs === modifiedNs);
  if (part === undefined || room.copying.has(part.recording)) return 0;
  const file = await stat(join(room.staging, part.recording)).catch(() => null);
  return file === null ? 0 : file.blocks * 512;
}

/** The file goes before its journal: after a crash in between, start-up ends a journal without a file. */
async function voidCopy(room: IntakeRoom, recording: string): Promise<void> {
  await unlink(join(room.staging, recording)).catch((error: unknown) => {
    if (errnoOf(error) !== 'ENOENT') room.log('void copy not removed', { recording, error: String(error) });
  });
  await room.ledger.append([], journal.over(recording));
}
