import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, type CommonOptions, group, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { findingListCommand } from './finding-list.ts';
import { findingShowCommand } from './finding-show.ts';
import { order } from './order.ts';
import { instantOf, noteOf, OptionReader } from './values.ts';

interface ExplainOptions extends CommonOptions {
  readonly who: string;
  readonly when: string;
  readonly why: string;
  readonly signedBy: string;
  readonly text?: string;
  readonly attach?: readonly string[];
}

interface DismissOptions extends CommonOptions {
  readonly reason: string;
}

export const findingCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'finding', say(cli.language, 'cli.finding'), [
      findingListCommand(cli, run),
      findingShowCommand(cli, run),
      explainCommand(cli, run),
      dismissCommand(cli, run),
    ]);
  },
};

function explainCommand(cli: Cli, run: Runner): Command {
  const { language, workingFolder } = cli;
  const more = (file: string, before: readonly string[] = []): readonly string[] => [...before, file];
  const command = leaf(cli, 'explain', say(language, 'cli.finding.explain'))
    .argument('<ID>', say(language, 'cli.finding.operand'))
    .addOption(new Option('--who <NAME>', say(language, 'cli.finding.who')).makeOptionMandatory())
    .addOption(new Option('--when <T>', say(language, 'cli.finding.when')).makeOptionMandatory())
    .addOption(new Option('--why <TEXT>', say(language, 'cli.finding.why')).makeOptionMandatory())
    .addOption(new Option('--signed-by <NAME>', say(language, 'cli.finding.signed_by')).makeOptionMandatory())
    .addOption(new Option('--text <TEXT>', say(language, 'cli.finding.text')))
    .addOption(new Option('--attach <FILE>', say(language, 'cli.finding.attach')).argParser(more));
  return run<ExplainOptions>(command, async ([finding = ''], options) => {
    const read = new OptionReader(language, 'finding explain');
    const args = {
      finding,
      who: noteOf(read.given('--who', options.who)),
      when: instantOf(read.given('--when', options.when)).toString(),
      why: noteOf(read.given('--why', options.why)),
      signedBy: noteOf(read.given('--signed-by', options.signedBy)),
      text: read.optional('--text', options.text, noteOf),
      attach: (options.attach ?? []).map((file) => resolve(workingFolder, file)),
    };
    const answer = await order(cli, options, { order: 'explainFinding', args });
    const text = say(language, 'cli.finding.explained', { finding });
    return { exit: exitCodes.done, json: answer, text };
  });
}

function dismissCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'dismiss', say(language, 'cli.finding.dismiss'))
    .argument('<ID>', say(language, 'cli.finding.operand'))
    .addOption(new Option('--reason <TEXT>', say(language, 'cli.finding.reason')).makeOptionMandatory());
  return run<DismissOptions>(command, async ([finding = ''], options) => {
    const reason = noteOf(new OptionReader(language, 'finding dismiss').given('--reason', options.reason));
    const answer = await order(cli, options, { order: 'dismissFinding', args: { finding, reason } });
    const text = say(language, 'cli.finding.dismissed', { finding });
    return { exit: exitCodes.done, json: answer, text };
  });
}
