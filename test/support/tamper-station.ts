import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blake3 } from '@napi-rs/blake-hash';
import type { Test } from 'tap';
import { type Clock, systemClock } from '../../src/clock.ts';
import { type Config, loadConfig } from '../../src/config.ts';
import { machine } from '../../src/custody/alarms.ts';
import { cardInFolder } from '../../src/dock/card.ts';
import { type Places, placesIn, readStationFile, type StationFile } from '../../src/station/data-folder.ts';
import { Dockings } from '../../src/station/dockings.ts';
import { initStation } from '../../src/station/init.ts';
import { type Verification, verifyStation } from '../../src/station/verify.ts';
import type { VerifyWish } from '../../src/station/verify-wish.ts';
import { openStation, type Station } from '../../src/station.ts';
import { type Content, gaName, makeCard, sha256Of } from './cards.ts';
import { unlock } from './local-vault.ts';

/** A data folder that a test may spoil. */
export interface SpoilableStation {
  readonly folder: string;
  readonly config: Config;
  readonly places: Places;
  readonly file: StationFile;
}

export const clerk = { kind: 'person', id: 'os:clerk' } as const;

/** A folder that goes when the test ends. */
export function tamperFolder(t: Test): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'docket-tamper-'));
  t.teardown(async () => {
    unlock(folder);
    await rm(folder, { recursive: true });
  });
  return folder;
}

/** An initialised station at `folder/data`, its vault within unless one is named; `more` of the vault's settings. */
export async function initialised(
  folder: string,
  vault: string | null = null,
  more: Readonly<Record<string, unknown>> = {},
  clock: Clock = systemClock,
): Promise<SpoilableStation> {
  const written = { version: 1, vault: { reserveMebibytes: 1, immutable: 'off', folder: vault, ...more } };
  // YAML holds JSON.
  writeFileSync(join(folder, 'config.yaml'), JSON.stringify(written));
  const made = stationAt(join(folder, 'data'), join(folder, 'config.yaml'));
  await initStation(made.places, made.config, clerk, clock);
  return { ...made, file: readStationFile(made.places) };
}

function stationAt(data: string, configFile: string): Omit<SpoilableStation, 'file'> {
  const config = loadConfig(configFile, { dataOverride: data, env: {} });
  return { folder: data, config, places: placesIn(data, config.vault.folder) };
}

/** Opens the station, does something with it and closes it as a daemon would. */
export async function working<T>(
  made: SpoilableStation,
  deed: (station: Station, dockings: Dockings) => Promise<T>,
): Promise<T> {
  const station = await opened(made);
  try {
    return await deed(station, dockingsOf(station));
  } finally {
    await station.close();
  }
}

export function opened({ config }: SpoilableStation): Promise<Station> {
  return openStation(config, { actor: clerk, version: 'test', log: () => undefined });
}

export function dockingsOf(station: Station): Dockings {
  return new Dockings(
    station,
    () => undefined,
    (error) => {
      throw error;
    },
  );
}

/** Takes a card in as one docking. */
export async function dock(
  dockings: Dockings,
  root: string,
  device: string,
  files: Readonly<Record<string, Content>>,
): Promise<void> {
  await makeCard(root, device, files);
  await dockings.ingest(cardInFolder('07', root, true), null, () => undefined);
}

/** So many tiny recordings of one recorder; the first has a sidecar. */
export function tinyRecordings(device: string, count: number): Readonly<Record<string, Content>> {
  const names = Array.from({ length: count }, (_, i) => gaName(i, device));
  const [first = ''] = names;
  return {
    ...Object.fromEntries(names.map((name, i) => [name, 600 + i])),
    [first.replace(/\.mp4$/, '.nmea')]: 77,
  };
}

/** What a station has behind it that has lived, by places in its ledger. */
export const life = {
  size: 506,
  newest: 505,
  /** The sizes of its first signed head, and of the newest but one. */
  firstHead: 5,
  head: 504,
  /** The first docking's start, which names the card's root. */
  root: 5,
} as const;

/** A size in the name of a log object. */
export function padded(size: number): string {
  return String(size).padStart(12, '0');
}

/**
 * A station with a life behind it: two dockings, over 500 entries, several checkpoints, a row in every view, and one
 * recording that is secured and not stored yet.
 */
export async function livedIn(folder: string): Promise<SpoilableStation> {
  const made = await initialised(folder);
  await working(made, async (station, dockings) => {
    await station.checkpoint();
    await dock(dockings, join(folder, 'card-1'), '1234567', tinyRecordings('1234567', 90));
    await otherKinds(station);
    await station.checkpoint();
    await dock(dockings, join(folder, 'card-2'), '7654321', tinyRecordings('7654321', 70));
    await secureOne(station);
  });
  return made;
}

async function otherKinds({ room }: Station): Promise<void> {
  await room.ledger.append([
    {
      type: 'recorder.registered',
      actor: clerk,
      subject: { kind: 'recorder', id: '1234567' },
      data: { recorder: '1234567', profile: null },
      personal: { holder: '张三' },
    },
    {
      type: 'recording.failed',
      actor: machine,
      subject: { kind: 'docking', id: 'ST01-D000001' },
      data: {
        docking: 'ST01-D000001',
        recorder: '1234567',
        bytes: 9,
        reason: 'read_error',
        offset: 4096,
        errno: 'EIO',
      },
      personal: { path: 'DCIM/VIDEO/bad.mp4' },
    },
  ]);
  await room.alarms.raise('log_unpublished', 'warning', 'vault', { found: 'EIO' });
}

/** As a run leaves it that was killed between securing and storing. */
async function secureOne({ room }: Station): Promise<void> {
  const recording = randomUUID();
  const content = Buffer.alloc(5_000, 'secured');
  writeFileSync(join(room.staging, recording), content);
  const digest = blake3(content).toString('hex');
  await room.ledger.append([
    {
      type: 'recording.secured',
      actor: machine,
      subject: { kind: 'evidence', id: 'ST01-2026-0000999' },
      data: {
        docking: 'ST01-D000002',
        recorder: '7654321',
        evidence: 'ST01-2026-0000999',
        recording,
        bytes: content.length,
        modified: '2026-09-02T10:01:18Z',
        resumed: false,
        named: null,
        sha256: sha256Of(content),
        blake3: digest,
        sm3: null,
        headBlake3: digest,
        tailBlake3: digest,
      },
      personal: { path: 'DCIM/VIDEO/late.mp4' },
    },
  ]);
}

/** A copy of a station's data folder, configured alike. */
export function copyOf({ places }: SpoilableStation, folder: string, name: string): SpoilableStation {
  const data = join(folder, name);
  execFileSync('cp', ['-a', '--reflink=auto', places.folder, data]);
  const made = stationAt(data, join(folder, 'config.yaml'));
  return { ...made, file: readStationFile(made.places) };
}

export async function removeCopy({ folder }: SpoilableStation): Promise<void> {
  await rm(folder, { recursive: true });
}

/** What `docket verify` finds, without a process of its own. */
export function verified(
  { config, places, file }: SpoilableStation,
  wish: Partial<VerifyWish> = {},
): Promise<Verification> {
  const whole: VerifyWish = { vault: 'full', checkpoint: null, replay: true, onProgress: () => undefined };
  return verifyStation(places, file, { ...whole, ...wish }, config);
}

/** The damage as `code place`, lowest first. */
export async function found(made: SpoilableStation, wish: Partial<VerifyWish> = {}): Promise<string[]> {
  const { damage } = await verified(made, wish);
  return damage.map(({ code, place }) => `${code} ${place}`);
}
