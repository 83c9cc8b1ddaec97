import { readFileSync } from 'node:fs';
import { Option } from 'commander';
import { systemClock } from '../clock.ts';
import { openReading } from '../custody/database.ts';
import { faultPoints } from '../fault-points.ts';
import { type Places, placesIn } from '../station/data-folder.ts';
import { type Founded, initStation } from '../station/init.ts';
import { mirrorAway } from '../station/mirror/mirror-away.ts';
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
      const founded = await initStation(
        places,
        config,
        personHere(),
        systemClock,
        step,
        options.newMirror === true,
      );
      const { code, origin, created } = founded.file;
      const known = mirrorPlace(config) === null ? null : mirrorIn(places);
      const mirror = known === null ? null : { ...known, away: await mirrorAway(config, known) };
      const vkey = readFileSync(places.vkey, 'utf8').trim();
      const folder = places.folder;
      return {
        exit: exitCodes.done,
        json: {
          ...{ station: code, data: folder, ledger: origin, publicKey: vkey, created, mirror },
          administrator: shownOnce(founded.administrator),
        },
        text: [
          say(cli.language, 'cli.init.done', { code, folder, origin, vkey }),
          ...(mirror === null ? [] : [mirrorLine(cli, mirror)]),
          ...administratorLine(cli, founded.administrator),
        ].join('\n'),
      };
    });
  },
};

/** The only place where the password is ever said. */
function shownOnce(administrator: Founded['administrator']) {
  if (administrator === null) return null;
  const { account, name, oneTimePassword } = administrator;
  return { account, name, oneTimePassword };
}

function administratorLine({ language }: Cli, administrator: Founded['administrator']): readonly string[] {
  const { name, oneTimePassword: password } = administrator ?? { name: null, oneTimePassword: null };
  if (name === null || password === null) return [];
  return [say(language, 'cli.init.administrator', { name, password })];
}

function mirrorIn({ database }: Places): KnownMirror | null {
  const db = openReading(database);
  try {
    return knownMirrors(db)[0] ?? null;
  } finally {
    db.close();
  }
}

function mirrorLine(
  { language }: Cli,
  { vault, place, away }: KnownMirror & { readonly away: string | null },
): string {
  if (away !== null)
    return say(language, 'cli.init.mirror_away', { place: place ?? '–', vault, found: away });
  return say(language, 'cli.init.mirror', { place: place ?? '–', vault });
}
