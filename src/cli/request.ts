import { type Command, Option } from 'commander';
import { say } from '../texts/say.ts';
import { wordsOfCode } from './access-words.ts';
import {
  type Cli,
  type CommandFile,
  type CommonOptions,
  group,
  leaf,
  type Runner,
  signable,
} from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { requestListCommand } from './request-list.ts';
import { requestShowCommand } from './request-show.ts';
import { requestSubmitCommand } from './request-submit.ts';
import { noteOf, OptionReader } from './values.ts';

interface DecideOptions extends CommonOptions {
  readonly note?: string;
}

const decisions = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const;

export const requestCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'request', say(cli.language, 'cli.request'), [
      requestSubmitCommand(cli, run),
      requestListCommand(cli, run),
      requestShowCommand(cli, run),
      decideCommand(cli, run, 'approve'),
      decideCommand(cli, run, 'reject'),
      decideCommand(cli, run, 'withdraw'),
    ]);
  },
};

function decideCommand(cli: Cli, run: Runner, deed: keyof typeof decisions): Command {
  const { language } = cli;
  const command = signable(cli, leaf(cli, deed, say(language, `cli.request.${deed}`)))
    .argument('<REQUEST>', say(language, 'cli.request.operand'))
    .addOption(new Option('--note <TEXT>', say(language, 'cli.option.note_text')));
  return run<DecideOptions>(command, async ([request = ''], options) => {
    const note = new OptionReader(language, `request ${deed}`).optional('--note', options.note, noteOf);
    const decision = decisions[deed];
    const answer = await order(cli, options, { order: 'decideRequest', args: { request, decision, note } });
    const state = wordsOfCode(language, 'state', decision);
    return {
      exit: exitCodes.done,
      json: answer,
      text: say(language, 'cli.request.decided', { request, state }),
    };
  });
}
