import { type Command, Option } from 'commander';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, type CommonOptions, group, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { sessionListCommand } from './session-list.ts';
import { sessionShowCommand } from './session-show.ts';
import { instantOf, noteOf, OptionReader } from './values.ts';

interface ReturnedOptions extends CommonOptions {
  readonly at: string;
  readonly note?: string;
}

export const sessionCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'session', say(cli.language, 'cli.session'), [
      sessionListCommand(cli, run),
      sessionShowCommand(cli, run),
      returnedCommand(cli, run),
      splitCommand(cli, run),
      joinCommand(cli, run),
    ]);
  },
};

function returnedCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'returned', say(language, 'cli.session.returned'))
    .argument('<SESSION>', say(language, 'cli.session.operand'))
    .addOption(new Option('--at <T>', say(language, 'cli.session.at')).makeOptionMandatory())
    .addOption(new Option('--note <TEXT>', say(language, 'cli.session.note')));
  return run<ReturnedOptions>(command, async ([session = ''], options) => {
    const read = new OptionReader(language, 'session returned');
    const at = instantOf(read.given('--at', options.at)).toString();
    const note = read.optional('--note', options.note, noteOf);
    const answer = await order(cli, options, { order: 'returned', args: { session, at, note } });
    const text = say(language, 'cli.session.done_returned', { session });
    return { exit: exitCodes.done, json: answer, text };
  });
}

function splitCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'split', say(language, 'cli.session.split')).argument(
    '<EVIDENCE...>',
    say(language, 'cli.session.evidence'),
  );
  return run<CommonOptions>(command, async (evidence, options) => {
    const answer = await order(cli, options, { order: 'split', args: { evidence: [...evidence] } });
    const text = say(language, 'cli.session.done_split', { session: sessionIn(answer) });
    return { exit: exitCodes.done, json: answer, text };
  });
}

function joinCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'join', say(language, 'cli.session.join')).argument(
    '<SESSION...>',
    say(language, 'cli.session.sessions'),
  );
  return run<CommonOptions>(command, async (sessions, options) => {
    const answer = await order(cli, options, { order: 'join', args: { sessions: [...sessions] } });
    const text = say(language, 'cli.session.done_join', { session: sessionIn(answer) });
    return { exit: exitCodes.done, json: answer, text };
  });
}

function sessionIn(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'session' in answer ? String(answer.session) : '';
}
