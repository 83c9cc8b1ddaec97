import { machine } from '../custody/alarms.ts';
import { cardPath } from '../custody/card-path.ts';
import type { DockingContext } from './docking-context.ts';
import { type Left, leftReasons } from './outcome.ts';

/** Enters that a docking could not bring a recording in, and why. */
export async function recordLeft(
  context: DockingContext,
  path: Buffer,
  bytes: number,
  why: Left,
): Promise<void> {
  const { room, docking, recorder } = context;
  await room.ledger.append([
    {
      type: leftReasons[why.reason] === 'failed' ? 'recording.failed' : 'recording.deferred',
      actor: machine,
      subject: { kind: 'docking', id: docking },
      data: { docking, recorder, bytes, ...why },
      personal: cardPath(path),
    },
  ]);
}
