import { accessSync, constants, existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigBook } from '../access/configuration/config-book.ts';
import { type Config, loadConfig } from '../config.ts';
import { type Db, openReading } from '../custody/database.ts';
import type { Actor } from '../custody/entry.ts';
import { type Places, placesIn, readStationFile, type StationFile } from '../station/data-folder.ts';
import type { Station } from '../station.ts';
import type { Cli, CommonOptions } from './command.ts';
import { programVersion } from './version.ts';

/** Where no account signs, the operating system's user is who acts. */
export function personHere(): Actor {
  return { kind: 'person', id: `os:${userInfo().username}` };
}

/** The configuration that comes with the program: the defaults, written out and commented. */
export const shipped = fileURLToPath(new URL('../../ingest.config.yaml', import.meta.url));

/** The configuration that a command works with: `--config`, else the data folder's own, else the shipped one. */
export function configFor(cli: Cli, options: CommonOptions): Config {
  const { env, workingFolder } = cli;
  const file = configFileFor(cli, options);
  // The data folder's own file must not lead to another data folder.
  const own = options.config === undefined && file !== null && file !== shipped;
  const dataOverride = own ? dirname(file) : options.data;
  return loadConfig(file, { dataOverride, env, workingFolder });
}

/**
 * The absolute path of that configuration's file; the shipped one where there is no other, null where not even that one
 * is there. Errors: those of `loadConfig`, where the shipped one is wrong.
 */
export function configFileFor(cli: Cli, options: CommonOptions): string | null {
  const { env, workingFolder } = cli;
  if (options.config !== undefined) return resolve(workingFolder, options.config);
  const standing = existsSync(shipped) ? shipped : null;
  const common = loadConfig(standing, { dataOverride: options.data, env, workingFolder });
  const own = join(common.dataFolder, 'ingest.config.yaml');
  return existsSync(own) ? own : standing;
}

/** A station opened for reading: beside a running daemon or without one. */
export interface ReadingStation {
  /** By which the station acts: what waits in the file for a second person is not in it. */
  readonly config: Config;
  readonly places: Places;
  readonly file: StationFile;
  readonly db: Db;
}

/** Whether whoever runs this may look into the data folder. */
export function mayRead(cli: Cli, options: CommonOptions): boolean {
  const { dataFolder, vault } = configFor(cli, options);
  try {
    accessSync(placesIn(dataFolder, vault.folder).database, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** Opens the catalogue for a command that only reads, and closes it after. */
export async function reading<T>(
  cli: Cli,
  options: CommonOptions,
  read: (station: ReadingStation) => T,
): Promise<Awaited<T>> {
  const config = configFor(cli, options);
  const places = placesIn(config.dataFolder, config.vault.folder);
  const file = readStationFile(places);
  const db = openReading(places.database);
  try {
    return await read({ config: new ConfigBook(db).inForce(config), places, file, db });
  } finally {
    db.close();
  }
}

/** Opens the station for a command that writes, without a daemon, and closes it after. */
export async function writing<T>(
  cli: Cli,
  options: CommonOptions,
  write: (station: Station) => Promise<T>,
): Promise<T> {
  // Reading all the rooms takes longer than most commands, which only ask or hand an order to the daemon.
  const { openStation } = await import('../station.ts');
  const station = await openStation(configFor(cli, options), {
    actor: personHere(),
    version: programVersion,
    configFile: configFileFor(cli, options),
    log: (message, facts) => {
      if (cli.env['DOCKET_DEBUG']) cli.note(`${message} ${JSON.stringify(facts)}`);
    },
  });
  try {
    return await write(station);
  } finally {
    await station.close();
  }
}
