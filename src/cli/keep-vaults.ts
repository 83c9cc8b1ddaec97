import { setTimeout as wait } from 'node:timers/promises';
import type { DockingSnapshot } from '../intake/progress.ts';
import type { Dockings } from '../station/dockings.ts';
import { watchSingles } from '../station/mirror/single-watch.ts';
import type { Station } from '../station.ts';

const watchEveryMs = 60_000;

/** Second copies are made and copies are read back while no card is read: neither may slow down a docking. */
export async function keepVaults(station: Station, dockings: Dockings, signal: AbortSignal): Promise<void> {
  const { mirror, fixity } = station;
  const watched = { signal, busy: () => dockings.snapshots().some(isReading) };
  await Promise.all([mirror.run(watched), fixity.run(watched), watchAll(station, signal)]);
}

async function watchAll({ room, db, config, file }: Station, signal: AbortSignal): Promise<void> {
  const { alarms, clock } = room;
  while (!signal.aborted) {
    await watchSingles({ db, alarms, clock }, file.code, config.vault.mirror.alarmDays);
    await wait(watchEveryMs, undefined, { signal }).catch(() => undefined);
  }
}

function isReading({ phase }: DockingSnapshot): boolean {
  return phase === 'looking' || phase === 'copying' || phase === 'finishing';
}
