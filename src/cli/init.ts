import { readFileSync } from 'node:fs';
import { systemClock } from '../clock.ts';
import { faultPoints } from '../fault-points.ts';
import { placesIn } from '../station/data-folder.ts';
import { initStation } from '../station/init.ts';
import { say } from '../texts/say.ts';
import { type CommandFile, leaf } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { configFor, personHere } from './surroundings.ts';

export const initCommand: CommandFile = {
  build(cli, run) {
    return run(leaf(cli, 'init', say(cli.language, 'cli.init')), async (_operands, options) => {
      const config = configFor(cli, options);
      const places = placesIn(config.dataFolder, config.vault.folder);
      const step = faultPoints(cli.env);
      const { code, origin, created } = await initStation(places, config, personHere(), systemClock, step);
      const vkey = readFileSync(places.vkey, 'utf8').trim();
      const folder = places.folder;
      return {
        exit: exitCodes.done,
        json: { station: code, data: folder, ledger: origin, publicKey: vkey, created },
        text: say(cli.language, 'cli.init.done', { code, folder, origin, vkey }),
      };
    });
  },
};
