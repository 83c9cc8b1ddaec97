import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, loadConfig } from '../config.ts';
import { type Db, openReading } from '../custody/database.ts';
import type { Actor } from '../custody/entry.ts';
import { type Places, placesIn, readStationFile, type StationFile } from '../station/data-folder.ts';
import { openStation, type Station } from '../station.ts';
import type { Cli, CommonOptions } from './command.ts';
import { programVersion } from './version.ts';

/** Until there are accounts, the operating system's user is who acts. */
export function personHere(): Actor {
  return { kind: 'person', id: `os:${userInfo().username}` };
}

/** The configuration that comes with the program: the defaults, written out and commented. */
const shipped = fileURLToPath(new URL('../../ingest.config.yaml', import.meta.url));

/** The configuration that a command works with: `--config`, else the data folder's own, else the shipped one. */
export function configFor(cli: Cli, options: CommonOptions): Config {
  const { env, workingFolder } = cli;
  const surroundings = { dataOverride: options.data, env, workingFolder };
  if (options.config !== undefined) return loadConfig(resolve(workingFolder, options.config), surroundings);
  const common = loadConfig(existsSync(shipped) ? shipped : null, surroundings);
  const own = join(common.dataFolder, 'ingest.config.yaml');
  if (!existsSync(own)) return common;
  return loadConfig(own, { ...surroundings, dataOverride: common.dataFolder });
}

/** A station opened for reading: beside a running daemon or without one. */
export interface ReadingStation {
  readonly config: Config;
  readonly places: Places;
  readonly file: StationFile;
  readonly db: Db;
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
    return await read({ config, places, file, db });
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
  const station = await openStation(configFor(cli, options), {
    actor: personHere(),
    version: programVersion,
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
