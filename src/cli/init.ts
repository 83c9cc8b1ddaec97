import { readFileSync } from 'node:fs';
import { Option } from 'commander';
import { systemClock } from '../clock.ts';
import { openReading } from '../custody/database.ts';
import { faultPoints } from '../fault-points.ts';
import { type Places, placesIn } from '../station/data-folder.ts';
import { initStation } from '../station/init.ts';
import { mirrorPlace } from '../station/mirror/mirror-settings.ts';
import { say } from '../texts/say.ts';
import { type KnownMirror, knownMirrors } from '../vault/mirror/mirror-book.ts';
import { type Cli, type CommandFile, type CommonOptions, leaf } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { configFor, personHere } from './surroundings.ts';

interface InitOptions extends CommonOptions {
  readonly newMirror?: boolean;
}

export const initCommand: CommandFile = {
  build(cli, run) {
    const command = leaf(cli, 'init', say(cli.language, 'cli.init')).addOption(
      new Option('--new-mirror', say(cli.language, 'cli.init.new_mirror')),
    );
    return run<InitOptions>(command, async (_operands, options) => {
      const config = configFor(cli, options);
      const places = placesIn(config.dataFolder, config.vault.folder);
      const step = faultPoints(cli.env);
      const { code, origin, created } = await initStation(
        places,
        config,
        personHere(),
        systemClock,
        step,
        options.newMirror === true,
      );
      const mirror = mirrorPlace(config) === null ? null : mirrorIn(places);
      const vkey = readFileSync(places.vkey, 'utf8').trim();
      const folder = places.folder;
      return {
        exit: exitCodes.done,
        json: { station: code, data: folder, ledger: origin, publicKey: vkey, created, mirror },
        text: [
          say(cli.language, 'cli.init.done', { code, folder, origin, vkey }),
          ...(mirror === null ? [] : [mirrorLine(cli, mirror)]),
        ].join('\n'),
      };
    });
  },
};

function mirrorIn({ database }: Places): KnownMirror | null {
  const db = openReading(database);
  try {
    return knownMirrors(db)[0] ?? null;
  } finally {
    db.close();
  }
}

function mirrorLine({ language }: Cli, { vault, place }: KnownMirror): string {
  return say(language, 'cli.init.mirror', { place: place ?? '–', vault });
}
