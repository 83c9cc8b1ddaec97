import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import { factsNow, sameFacts } from './card-file-facts.ts';
import type { CardControl } from './control.ts';
import type { SourceFacts } from './copying/copy-job.ts';
import type { StallGuard } from './stall-guard.ts';

/** Where and how patiently a file is looked at. */
export interface Settling {
  readonly root: string;
  /** A card mounted read-only cannot change. */
  readonly readOnly: boolean | null;
  readonly settleMs: number;
  readonly clock: Clock;
  readonly control: CardControl;
  readonly stall: StallGuard;
}

/**
 * Whether a file may still be under the recorder's pen: written within the settling time by the station's clock. A
 * recorder's own clock may be wrong by years, so an old time proves nothing; the copy's check of size and time before
 * and after catches what this look misses.
 */
export function fresh(facts: SourceFacts, settling: Settling): boolean {
  if (settling.readOnly === true) return false;
  const age = settling.clock.now().epochMilliseconds - Number(BigInt(facts.modifiedNs) / 1_000_000n);
  return age >= 0 && age < settling.settleMs;
}

/** Waits until two looks, a settling time apart, agree. Null where they never do within `attempts` looks. */
export async function settled(
  path: Buffer,
  settling: Settling,
  attempts: number,
): Promise<SourceFacts | null> {
  const { root, settleMs, control, stall } = settling;
  const look = () => stall.during(control.unlessGivenUp(factsNow(root, path)));
  let before = await look();
  for (let attempt = 0; attempt < attempts; attempt++) {
    await control.unlessGivenUp(wait(settleMs, undefined, { ref: true }));
    const now = await look();
    if (sameFacts(before, now)) return now;
    before = now;
  }
  return null;
}
