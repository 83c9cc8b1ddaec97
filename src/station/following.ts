import { Behind } from '../behind.ts';
import type { DeadlineDesk } from '../deadlines/desk.ts';
import type { AlarmWatch } from './alarm-watch.ts';
import type { RetentionDesk } from './retention/retention-desk.ts';

/** How long one round waits for vaults; the daemon's own rounds go on after that. */
const vaultsMs = 2_000;

/**
 * What follows from a person's deed: tags of machines, verdicts, alarms whose cause is gone, locks. Its queues lie in the
 * database, and the daemon's rounds go through the same ones: what a crash has cut short is done at the next start.
 */
export function following(
  {
    desk,
    watch,
    retention,
  }: { readonly desk: DeadlineDesk; readonly watch: AlarmWatch; readonly retention: RetentionDesk },
  log: (message: string, facts: Readonly<Record<string, unknown>>) => void,
): Behind {
  return new Behind(async (signal) => {
    await desk.follow(signal);
    await watch.closeGone();
    await retention.catchUp({ signal, eager: true, withinMs: vaultsMs });
  }, log);
}
