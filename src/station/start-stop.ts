import { setTimeout as wait } from 'node:timers/promises';
import type { IntakeRoom } from '../intake/room.ts';

/** What goes to a store is carried on by the next run: a stop waits so long for it, and no longer. */
const storeGraceMs = 5_000;

export async function withinGrace(task: Promise<unknown> | null): Promise<void> {
  const grace = new AbortController();
  const over = wait(storeGraceMs, undefined, { signal: grace.signal }).catch(() => undefined);
  await Promise.race([task, over]).finally(() => grace.abort());
}

/** Enters that the station runs from now on. */
export async function enterStarted({ ledger, actor, settings }: IntakeRoom, version: string): Promise<void> {
  const subject = { kind: 'station', id: settings.stationCode } as const;
  await ledger.append([{ type: 'station.started', actor, subject, data: { version }, personal: {} }]);
}

/** Enters that it was stopped, and not cut off. */
export async function enterStopped({ ledger, actor, settings }: IntakeRoom): Promise<void> {
  const subject = { kind: 'station', id: settings.stationCode } as const;
  await ledger.append([{ type: 'station.stopped', actor, subject, data: {}, personal: {} }]);
}
