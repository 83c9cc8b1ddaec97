import { resolve } from 'node:path';
import { Option } from 'commander';
import { newAgePair } from '../station/backup/age-file.ts';
import type { MadeBackup } from '../station/backup/backup-desk.ts';
import { say } from '../texts/say.ts';
import { sizeWords } from '../texts/units.ts';
import { type Cli, type CommandFile, type CommonOptions, leaf, type Outcome } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';

interface BackupOptions extends CommonOptions {
  readonly to?: string;
  readonly makeKey?: boolean;
}

export const backupCommand: CommandFile = {
  build(cli, run) {
    const { language } = cli;
    const command = leaf(cli, 'backup', say(language, 'cli.backup'))
      .addOption(new Option('--to <FOLDER>', say(language, 'cli.backup.to')))
      .addOption(new Option('--make-key', say(language, 'cli.backup.make_key')).conflicts('to'));
    return run<BackupOptions>(command, async (_operands, options) =>
      options.makeKey === true ? await makeKey(cli) : await makeBackup(cli, options),
    );
  },
};

/** Touches no station: the pair may be made on another machine, where the secret key then stays. */
async function makeKey({ language }: Cli): Promise<Outcome> {
  const pair = await newAgePair();
  // The one text that may hold line breaks; as it is, it serves as an identity file.
  return { exit: exitCodes.done, json: pair, text: say(language, 'cli.backup.key', { ...pair }) };
}

async function makeBackup(cli: Cli, options: BackupOptions): Promise<Outcome> {
  const { language, workingFolder } = cli;
  const folder = options.to === undefined ? null : resolve(workingFolder, options.to);
  // The daemon is this program: its answer has the shape that the desk gives it.
  const made = (await order(cli, options, { order: 'backup', args: { folder } })) as MadeBackup;
  const { path, sha256, removed } = made;
  const facts = { path, sha256, size: sizeWords(made.bytes), entries: made.size };
  const lines = [say(language, 'cli.backup.done', facts)];
  if (removed.length > 0) lines.push(say(language, 'cli.backup.removed', { files: removed.join(', ') }));
  return { exit: exitCodes.done, json: made, text: lines.join('\n') };
}
