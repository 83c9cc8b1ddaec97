import { resolve } from 'node:path';
import type { Command } from 'commander';
import { tagFields } from '../tagging/tags.ts';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, group, leaf, type Runner } from './command.ts';
import { evidenceListCommand } from './evidence-list.ts';
import { evidenceShowCommand } from './evidence-show.ts';
import { evidenceTrackCommand } from './evidence-track.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { OptionReader, wrongValue } from './values.ts';

export const evidenceCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'evidence', say(cli.language, 'cli.evidence'), [
      evidenceListCommand(cli, run),
      evidenceShowCommand(cli, run),
      tagCommand(cli, run),
      exportCommand(cli, run),
      evidenceTrackCommand(cli, run),
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

const tagPair = /^([a-z]+)=(.*)$/s;

function tagCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'tag', say(language, 'cli.evidence.tag'))
    .argument('<FIELD=VALUE>', say(language, 'cli.evidence.tag_operand'))
    .argument('<ID...>', say(language, 'cli.evidence.tag_items'));
  return run(command, async ([pair = '', ...evidence], options) => {
    const given = new OptionReader(language, 'evidence tag').given('FIELD', pair);
    const [, name, value = ''] = tagPair.exec(pair) ?? [];
    const field = tagFields.find((one) => one === name);
    if (field === undefined) throw wrongValue(given, tagFields.map((one) => `${one}=…`).join(' | '));
    const args = { evidence, field, value: value === '' ? null : value };
    const answer = await order(cli, options, { order: 'tag', args });
    const text = say(language, 'cli.evidence.tagged', { count: evidence.length });
    return { exit: exitCodes.done, json: answer, text };
  });
}
