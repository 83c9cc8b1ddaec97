import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Test } from 'tap';
import { loadConfig } from '../../src/config.ts';
import type { Watched } from '../../src/station/fixity/fixity-desk.ts';
import { openStation, type Station } from '../../src/station.ts';
import { originalObject } from '../../src/vault/local/layout.ts';
import { gaName, makeCard, type TestCard } from './cards.ts';
import { unlock } from './local-vault.ts';
import { docketHere } from './sound-station.ts';
import { bareStation, type TestConfig, type TestStation } from './stations.ts';
import { clerk } from './tamper-station.ts';

/** A station with a mirror on another folder, and a card whose recordings it has stored. */
export interface MirroredStation {
  readonly station: TestStation;
  readonly card: TestCard;
  /** Folder of the mirror. */
  readonly mirror: string;
  /** Of its recordings, as the card has them. */
  readonly digests: readonly string[];
}

/** Three recordings; the second is marked as important. */
export async function mirroredStation(t: Test, config: TestConfig = {}): Promise<MirroredStation> {
  const station = await bareStation();
  t.teardown(() => station.remove());
  const mirror = join(station.folder, 'mirror');
  const { vault = {}, ...rest } = config as { vault?: Record<string, unknown> };
  await station.configure({
    ...rest,
    vault: { mirror: { kind: 'local', folder: mirror, immutable: 'off' }, ...vault },
  });
  await docketHere(station, ['init']);
  const card = await makeCard(join(station.folder, 'card'), 'mirrored', {
    [gaName(1)]: 70_001,
    [gaName(2, undefined, '_IMP')]: 30_000,
    [gaName(3)]: 1_500_000,
  });
  const { code } = await docketHere(station, ['ingest', card.root]);
  if (code !== 0) throw new Error(`ingest ended with ${code}`);
  return { station, card, mirror, digests: card.recordings.map(({ sha256 }) => sha256) };
}

/** Opens it in this process, without a daemon, and closes it after. */
export async function within<T>(
  { station }: Pick<MirroredStation, 'station'>,
  deed: (opened: Station) => Promise<T>,
): Promise<T> {
  const config = loadConfig(station.config, { dataOverride: station.data, env: {} });
  const opened = await openStation(config, { actor: clerk, version: 'test', log: () => undefined });
  try {
    return await deed(opened);
  } finally {
    await opened.close();
  }
}

/** Nothing else is under way. */
export function quiet(): Watched {
  return { signal: new AbortController().signal, busy: () => false };
}

/** One flipped byte in an object of a vault on a disk, past its every lock; what stood there. */
export function flip(folder: string, sha256: string): Buffer {
  const path = join(folder, originalObject(sha256));
  const whole = readFileSync(path);
  const altered = Buffer.from(whole);
  const at = Math.floor(altered.length / 2);
  altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
  unlock(path);
  rmSync(path);
  writeFileSync(path, altered);
  return altered;
}

/** Takes an object away. */
export function lose(folder: string, sha256: string): void {
  const path = join(folder, originalObject(sha256));
  unlock(path);
  rmSync(path);
}

export function typesIn({ db }: Station, ...types: readonly string[]): readonly string[] {
  return db
    .prepare<[], string>('SELECT type FROM view_entry ORDER BY seq')
    .pluck()
    .all()
    .filter((type) => types.includes(type));
}

export function openAlarmsIn({ db }: Station): readonly string[] {
  return db
    .prepare<[], string>(
      `SELECT code FROM view_alarm JOIN view_alarm_life USING (alarm) WHERE state <> 'closed' ORDER BY view_alarm.rowid`,
    )
    .pluck()
    .all();
}
