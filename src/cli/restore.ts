import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option } from 'commander';
import { systemClock } from '../clock.ts';
import { errnoOf } from '../errors.ts';
import { faultPoints } from '../fault-points.ts';
import { identitiesIn } from '../station/backup/age-file.ts';
import { BackupError } from '../station/backup/error.ts';
import { type Restored, restoreStation } from '../station/restore/restore.ts';
import { storeIn } from '../station/restore/source-vault.ts';
import { say } from '../texts/say.ts';
import { timeWords } from '../texts/units.ts';
import { type Cli, type CommandFile, type CommonOptions, leaf } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { completedLines, outsideCheckpoint } from './restored-lines.ts';
import { configFor, personHere } from './surroundings.ts';

interface RestoreOptions extends CommonOptions {
  readonly identity: string;
  readonly vault?: string | false;
  readonly checkpoint?: string;
}

export const restoreCommand: CommandFile = {
  build(cli, run) {
    const { language } = cli;
    const command = leaf(cli, 'restore', say(language, 'cli.restore'))
      .argument('<FILE>', say(language, 'cli.restore.file'))
      .addOption(
        new Option('--identity <KEYFILE>', say(language, 'cli.restore.identity')).makeOptionMandatory(),
      )
      .addOption(new Option('--vault <FOLDER>', say(language, 'cli.restore.vault')))
      .addOption(new Option('--without-vault', say(language, 'cli.restore.without_vault')).conflicts('vault'))
      .addOption(new Option('--checkpoint <FILE>', say(language, 'cli.verify.checkpoint')));
    return run<RestoreOptions & { readonly withoutVault?: boolean }>(
      command,
      async ([file = ''], options) => {
        const config = configFor(cli, options);
        const at = (given: string): string => resolve(cli.workingFolder, given);
        // A configuration that was named says where the vault is; else it is where it was.
        const configured = options.config === undefined ? null : config.vault.folder;
        const given = typeof options.vault === 'string' ? options.vault : null;
        const onDisk = given !== null && !given.startsWith('s3://');
        const store = onDisk ? null : storeIn(config, given);
        const named = onDisk ? at(given) : configured;
        const restored = await restoreStation(
          {
            file: at(file),
            identities: identitiesAt(at(options.identity)),
            folder: config.dataFolder,
            vault: options.withoutVault === true ? 'lost' : named,
            store,
            checkpoint: outsideCheckpoint(cli, options.checkpoint),
          },
          personHere(),
          systemClock,
          faultPoints(cli.env),
        );
        return { exit: exitCodes.done, json: restored, text: textOf(cli, restored, config.station.zone) };
      },
    );
  },
};

/** Error: `backup.unreadable`, `backup.identity_unusable`. */
function identitiesAt(path: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new BackupError('backup.unreadable', { path, found: errnoOf(cause) ?? '?' }, { cause });
  }
  return identitiesIn(text);
}

function textOf(cli: Cli, restored: Restored, zone: string): string {
  const { language } = cli;
  const { backup, standing, config, ownConfig, data } = restored;
  const { made, entries } = backup;
  const facts = { data, entries, made: timeWords(made, zone) };
  const lines = [say(language, 'cli.restore.done', facts), say(language, `cli.restore.${standing}`)];
  if (config !== null && !ownConfig) lines.push(say(language, 'cli.restore.config', { config, data }));
  return [...lines, ...completedLines(cli, restored)].join('\n');
}
