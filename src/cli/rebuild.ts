import { resolve } from 'node:path';
import { Option } from 'commander';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { faultPoints } from '../fault-points.ts';
import { BackupError } from '../station/backup/error.ts';
import { rebuildStation } from '../station/restore/rebuild.ts';
import { storeIn } from '../station/restore/source-vault.ts';
import { say } from '../texts/say.ts';
import { type CommandFile, type CommonOptions, leaf } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { completedLines, outsideCheckpoint } from './restored-lines.ts';
import { configFor, personHere } from './surroundings.ts';

interface RebuildOptions extends CommonOptions {
  readonly fromVault: string;
  readonly key?: string;
  readonly newKey?: boolean;
  readonly checkpoint?: string;
}

export const rebuildCommand: CommandFile = {
  build(cli, run) {
    const { language } = cli;
    const command = leaf(cli, 'rebuild', say(language, 'cli.rebuild'))
      .addOption(
        new Option('--from-vault <FOLDER>', say(language, 'cli.rebuild.vault')).makeOptionMandatory(),
      )
      .addOption(new Option('--key <FILE>', say(language, 'cli.rebuild.key')))
      .addOption(new Option('--new-key', say(language, 'cli.rebuild.new_key')).conflicts('key'))
      .addOption(new Option('--checkpoint <FILE>', say(language, 'cli.verify.checkpoint')));
    return run<RebuildOptions>(command, async (_operands, options) => {
      const { key, newKey } = options;
      if (key === undefined && newKey !== true) throw new BackupError('backup.key_unsaid', {});
      const config = configFor(cli, options);
      const at = (given: string): string => resolve(cli.workingFolder, given);
      const rebuilt = await rebuildStation(
        {
          vault: storeAddressed(config, options.fromVault) ?? at(options.fromVault),
          folder: config.dataFolder,
          keyFile: key === undefined ? null : at(key),
          checkpoint: outsideCheckpoint(cli, options.checkpoint),
        },
        personHere(),
        systemClock,
        faultPoints(cli.env),
      );
      const { data, ledger, size, publicKey, previousKey } = rebuilt;
      const lines = [say(language, 'cli.rebuild.done', { data, ledger, size })];
      if (previousKey !== null) lines.push(say(language, 'cli.rebuild.rekeyed', { publicKey, previousKey }));
      return {
        exit: exitCodes.done,
        json: rebuilt,
        text: [...lines, ...completedLines(cli, rebuilt)].join('\n'),
      };
    });
  },
};

function storeAddressed(config: Config, given: string): Config | null {
  return given.startsWith('s3://') ? storeIn(config, given) : null;
}
