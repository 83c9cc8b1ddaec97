import { type Command, Option } from 'commander';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, type CommonOptions, group, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { withDone } from './hold.ts';
import { order } from './order.ts';
import { instantOf, noteOf, OptionReader } from './values.ts';

interface ExtendOptions extends CommonOptions {
  readonly until: string;
  readonly reason: string;
}

export const retentionCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'retention', say(cli.language, 'cli.retention'), [extendCommand(cli, run)]);
  },
};

function extendCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'extend', say(language, 'cli.retention.extend'))
    .argument('<EVIDENCE>', say(language, 'cli.evidence.operand'))
    .addOption(new Option('--until <T>', say(language, 'cli.retention.until')).makeOptionMandatory())
    .addOption(new Option('--reason <TEXT>', say(language, 'cli.hold.reason')).makeOptionMandatory());
  return run<ExtendOptions>(command, async ([evidence = ''], options) => {
    const read = new OptionReader(language, 'retention extend');
    const until = instantOf(read.given('--until', options.until)).toString();
    const reason = noteOf(read.given('--reason', options.reason));
    const args = { evidence, until, reason };
    const answer = await order(cli, options, { order: 'extendRetention', args });
    const text = say(language, 'cli.retention.extended', { evidence, until });
    return { exit: exitCodes.done, json: answer, text: withDone(cli, answer, text) };
  });
}
