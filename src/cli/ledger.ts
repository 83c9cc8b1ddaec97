import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { ledgerSize } from '../custody/ledger-tiles.ts';
import { newestCheckpoint } from '../station/catalogue/entry-proof.ts';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, type CommonOptions, group, leaf, type Runner } from './command.ts';
import { CliError } from './error.ts';
import { exitCodes } from './exit-codes.ts';
import { ledgerListCommand } from './ledger-list.ts';
import { ledgerShowCommand } from './ledger-show.ts';
import { order } from './order.ts';
import { reading } from './surroundings.ts';

export const ledgerCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'ledger', say(cli.language, 'cli.ledger'), [
      ledgerListCommand(cli, run),
      ledgerShowCommand(cli, run),
      exportCommand(cli, run),
      checkpointCommand(cli, run),
    ]);
  },
};

function exportCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'export', say(language, 'cli.ledger.export'))
    .argument('<DEST>', say(language, 'cli.ledger.destination'))
    .addOption(new Option('--personal', say(language, 'cli.ledger.personal')));
  return run<CommonOptions & { readonly personal?: boolean }>(command, async ([folder = ''], options) => {
    const args = {
      destination: resolve(cli.workingFolder, folder),
      personal: options.personal === true,
    };
    const answer = await order(cli, options, { order: 'exportLedger', args });
    // The daemon and this program are the same version of the same code.
    const facts = answer as { destination: string; size: number; origin: string; personal: boolean };
    return { exit: exitCodes.done, json: facts, text: say(language, 'cli.ledger.exported', facts) };
  });
}

/** On standard output the note alone, byte for byte as it was signed, so that it can be kept in a file. */
function checkpointCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  return run(leaf(cli, 'checkpoint', say(language, 'cli.ledger.checkpoint')), (_operands, options) =>
    reading(cli, options, ({ db, file, config }) => {
      const newest = newestCheckpoint(db);
      if (newest === null) throw new CliError('cli.checkpoint_none', {});
      const { size, note } = newest;
      const entries = ledgerSize(db);
      const facts = { count: entries - size, minutes: config.ledger.checkpointMinutes };
      if (entries > size) cli.note(say(language, 'cli.ledger.newer', facts));
      const json = { origin: file.origin, size, ledgerSize: entries, note };
      return { exit: exitCodes.done, json, text: note.replace(/\n$/, '') };
    }),
  );
}
