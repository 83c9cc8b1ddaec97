import { resolve } from 'node:path';
import { Option } from 'commander';
import { systemClock } from '../clock.ts';
import { faultPoints } from '../fault-points.ts';
import { rebuildStation } from '../station/restore/rebuild.ts';
import { say } from '../texts/say.ts';
import { type CommandFile, type CommonOptions, leaf } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { completedLines, outsideCheckpoint } from './restored-lines.ts';
import { configFor, personHere } from './surroundings.ts';

interface RebuildOptions extends CommonOptions {
  readonly fromVault: string;
  readonly key: string;
  readonly checkpoint?: string;
}

export const rebuildCommand: CommandFile = {
  build(cli, run) {
    const { language } = cli;
    const command = leaf(cli, 'rebuild', say(language, 'cli.rebuild'))
      .addOption(
        new Option('--from-vault <FOLDER>', say(language, 'cli.rebuild.vault')).makeOptionMandatory(),
      )
      .addOption(new Option('--key <FILE>', say(language, 'cli.rebuild.key')).makeOptionMandatory())
      .addOption(new Option('--checkpoint <FILE>', say(language, 'cli.verify.checkpoint')));
    return run<RebuildOptions>(command, async (_operands, options) => {
      const config = configFor(cli, options);
      const at = (given: string): string => resolve(cli.workingFolder, given);
      const rebuilt = await rebuildStation(
        {
          vault: at(options.fromVault),
          folder: config.dataFolder,
          keyFile: at(options.key),
          checkpoint: outsideCheckpoint(cli, options.checkpoint),
        },
        personHere(),
        systemClock,
        faultPoints(cli.env),
      );
      const { data, ledger, size } = rebuilt;
      const done = say(language, 'cli.rebuild.done', { data, ledger, size });
      return {
        exit: exitCodes.done,
        json: rebuilt,
        text: [done, ...completedLines(cli, rebuilt)].join('\n'),
      };
    });
  },
};
