import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Test } from 'tap';
import { systemClock } from '../../src/clock.ts';
import { type Config, loadConfig } from '../../src/config.ts';
import type { AnyDraft } from '../../src/custody/entry.ts';
import { type AgePair, newAgePair } from '../../src/station/backup/age-file.ts';
import { type BackupWish, writeBackup } from '../../src/station/backup/write-backup.ts';
import { type Places, placesIn, readStationFile } from '../../src/station/data-folder.ts';
import { initStation } from '../../src/station/init.ts';
import { type Restored, type RestoreWish, restoreStation } from '../../src/station/restore/restore.ts';
import { openStation, type Station } from '../../src/station.ts';
import { unlock } from './local-vault.ts';
import { clerk } from './tamper-station.ts';

/** A station with a vault and a folder for backups outside its data folder, and who can open them. */
export interface BackedUpStation {
  /** Holds everything. */
  readonly home: string;
  readonly data: string;
  readonly vault: string;
  readonly backups: string;
  readonly config: Config;
  readonly configFile: string;
  readonly places: Places;
  readonly pair: AgePair;
}

export async function backedUpStation(
  t: Test,
  backup: Record<string, unknown> = {},
  more: Record<string, unknown> = {},
): Promise<BackedUpStation> {
  const home = await mkdtemp(join(await realpath(tmpdir()), 'docket-backup-'));
  t.teardown(async () => {
    unlock(home);
    await rm(home, { recursive: true });
  });
  const [data, vault, backups] = ['data', 'vault', 'backups'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(backups);
  const pair = await newAgePair();
  const configFile = join(home, 'config.yaml');
  const written = {
    version: 1,
    vault: { folder: vault, reserveMebibytes: 1, immutable: 'off', ...more },
    backup: { folder: backups, recipient: pair.recipient, ...backup },
  };
  // YAML holds JSON.
  writeFileSync(configFile, JSON.stringify(written));
  writeFileSync(join(home, 'identity.txt'), `# kept elsewhere\n${pair.identity}\n`);
  const config = loadConfig(configFile, { dataOverride: data, env: {} });
  const places = placesIn(data, config.vault.folder);
  await initStation(places, config, clerk, systemClock);
  return { home, data, vault, backups, config, configFile, places, pair };
}

/** Opens the station, does something with it and closes it as a daemon would. */
export async function at<T>(made: BackedUpStation, deed: (station: Station) => Promise<T>): Promise<T> {
  const { config, configFile } = made;
  const station = await openStation(config, {
    actor: clerk,
    version: 'test',
    configFile,
    log: () => undefined,
  });
  try {
    return await deed(station);
  } finally {
    await station.close();
  }
}

/** What one backup of this station is to be. */
export function wishOf(made: BackedUpStation, over: Partial<BackupWish> = {}): BackupWish {
  const { places, configFile, backups, pair } = made;
  return {
    ...{ places, configFile, program: 'test', reserveBytes: 1_048_576 },
    station: readStationFile(places),
    folder: backups,
    recipient: pair.recipient,
    made: '2026-11-22T02:15:00Z',
    ...over,
  };
}

/** A backup of a station that nobody else writes to now; its path. */
export async function backUp(made: BackedUpStation, over: Partial<BackupWish> = {}): Promise<string> {
  return (await writeBackup(wishOf(made, over), () => undefined)).path;
}

/** Restores into `home/restored`, or elsewhere. */
export async function restore(
  { home, pair }: BackedUpStation,
  file: string,
  over: Partial<RestoreWish> = {},
): Promise<Restored> {
  const wish = {
    file,
    identities: [pair.identity],
    folder: join(home, 'restored'),
    vault: null,
    store: null,
    checkpoint: null,
  };
  return await restoreStation({ ...wish, ...over }, clerk, systemClock);
}

/** Names in the folder for backups. */
export function filesOf({ backups }: BackedUpStation): readonly string[] {
  return readdirSync(backups).sort();
}

/** Takes a backup apart with the tools that everyone has; the folder with its files. */
export function apart({ home }: BackedUpStation, file: string): string {
  const into = join(home, 'apart');
  mkdirSync(into, { recursive: true });
  execFileSync('sh', [
    '-c',
    'age -d -i "$1" "$2" | tar -x -C "$3"',
    'sh',
    join(home, 'identity.txt'),
    file,
    into,
  ]);
  return into;
}

/** Makes a backup of files again, as anyone can who knows the public key. */
export function together(made: BackedUpStation, folder: string, names: readonly string[]): string {
  const file = join(dirname(folder), 'together.tar.age');
  const script = 'out=$1 to=$2 from=$3; shift 3; tar -P -c -C "$from" "$@" | age -r "$to" > "$out"';
  execFileSync('sh', ['-c', script, 'sh', file, made.pair.recipient, folder, ...names]);
  return file;
}

/** So many entries, each an append of its own. */
export async function append(station: Station, from: number, count: number): Promise<void> {
  for (let n = from; n < from + count; n++) await station.room.ledger.append([drafted(n)]);
}

function drafted(n: number): AnyDraft {
  return {
    type: 'recorder.registered',
    actor: clerk,
    subject: { kind: 'recorder', id: `R${n}` },
    data: { recorder: `R${n}`, profile: null },
    personal: { holder: `张三 ${n}` },
  };
}
