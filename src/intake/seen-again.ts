import type { DockingContext } from './docking-context.ts';
import { outcomeOf, type RecordingOutcome } from './outcome.ts';

/**
 * A recording that was disposed of still lies on its recorder. It does not come in again as if nothing had been decided,
 * and is not touched either: it is named, and a person is told.
 */
export async function seenAgain(
  { room, recorder }: DockingContext,
  path: Buffer,
  bytes: number,
  evidence: string,
): Promise<RecordingOutcome> {
  await room.alarms.raise('disposed_on_recorder', 'notice', evidence, { evidence, recorder });
  return { ...outcomeOf(path, bytes, 'ignored'), evidence, ignored: 'disposed' };
}
