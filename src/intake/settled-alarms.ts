import type { RecordingOutcome } from './outcome.ts';
import type { IntakeRoom } from './room.ts';
import type { SpaceGuard } from './space.ts';

/** The card could be listed and its model is known: what was said of it before holds no longer. */
export async function knownNow({ alarms }: IntakeRoom, root: string): Promise<void> {
  await alarms.settle('card_unreadable', root);
  await alarms.settle('card_refused', root);
}

/** A card that was gone through closes the alarms whose causes it has shown to be gone. */
export async function goneThrough(
  { alarms, vault }: IntakeRoom,
  docking: string,
  outcomes: readonly RecordingOutcome[],
  space: SpaceGuard,
): Promise<void> {
  const left = outcomes.map((one) => one.left?.reason);
  if (!left.includes('card_stalled')) await alarms.settle('card_stalled', docking);
  // Only what was written shows that it can be, and no other card may still wait for room.
  const written = outcomes.some(({ state }) => state === 'stored');
  if (!written || space.waitedFor || left.includes('vault_full') || left.includes('vault_unwritable')) return;
  await alarms.settle('vault_full', vault.id);
  await alarms.settle('vault_unwritable', vault.id);
}
