import type { Command } from 'commander';
import { say } from '../texts/say.ts';
import { wordsOfCode } from './access-words.ts';
import { type Cli, type CommandFile, group, type Runner } from './command.ts';
import { decidingCommand } from './decide-command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { requestListCommand } from './request-list.ts';
import { requestShowCommand } from './request-show.ts';
import { requestSubmitCommand } from './request-submit.ts';

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
  return decidingCommand(cli, run, {
    typed: ['request', deed],
    says: say(language, `cli.request.${deed}`),
    operand: ['REQUEST', say(language, 'cli.request.operand')],
    noteSays: say(language, 'cli.option.note_text'),
    decide: async (request, note, options) => {
      const decision = decisions[deed];
      const answer = await order(cli, options, { order: 'decideRequest', args: { request, decision, note } });
      const state = wordsOfCode(language, 'state', decision);
      return {
        exit: exitCodes.done,
        json: answer,
        text: say(language, 'cli.request.decided', { request, state }),
      };
    },
  });
}
