import { readFileSync } from 'node:fs';
import { systemClock } from '../clock.ts';
import { faultPoints } from '../fault-points.ts';
import { placesIn } from '../station/data-folder.ts';
import { type Founded, initStation } from '../station/init.ts';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, leaf } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { configFor, personHere } from './surroundings.ts';

export const initCommand: CommandFile = {
  build(cli, run) {
    return run(leaf(cli, 'init', say(cli.language, 'cli.init')), async (_operands, options) => {
      const config = configFor(cli, options);
      const places = placesIn(config.dataFolder, config.vault.folder);
      const step = faultPoints(cli.env);
      const founded = await initStation(places, config, personHere(), systemClock, step);
      const { code, origin, created } = founded.file;
      const vkey = readFileSync(places.vkey, 'utf8').trim();
      const folder = places.folder;
      return {
        exit: exitCodes.done,
        json: {
          ...{ station: code, data: folder, ledger: origin, publicKey: vkey, created },
          administrator: shownOnce(founded.administrator),
        },
        text: [
          say(cli.language, 'cli.init.done', { code, folder, origin, vkey }),
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
