import { resolve } from 'node:path';
import type { Command } from 'commander';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, group, leaf, type Runner } from './command.ts';
import { evidenceListCommand } from './evidence-list.ts';
import { evidenceShowCommand } from './evidence-show.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';

export const evidenceCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'evidence', say(cli.language, 'cli.evidence'), [
      evidenceListCommand(cli, run),
      evidenceShowCommand(cli, run),
      exportCommand(cli, run),
    ]);
  },
};

function exportCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'export', say(language, 'cli.evidence.export'))
    .argument('<ID>', say(language, 'cli.evidence.operand'))
    .argument('<DEST>', say(language, 'cli.evidence.destination'));
  return run(command, async ([evidence = '', folder = ''], options) => {
    const args = { evidence, destination: resolve(cli.workingFolder, folder) };
    const answer = await order(cli, options, { order: 'exportEvidence', args });
    // The daemon and this program are the same version of the same code: its answer is the export's manifest.
    const { destination, sidecars, entries } = answer as {
      destination: string;
      sidecars: readonly unknown[];
      entries: readonly unknown[];
    };
    const facts = { evidence, destination, files: 1 + sidecars.length, entries: entries.length };
    return { exit: exitCodes.done, json: answer, text: say(language, 'cli.evidence.exported', facts) };
  });
}
