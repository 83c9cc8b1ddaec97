import type { Command } from 'commander';
import { viewingWords } from '../station/catalogue/entry-words.ts';
import { viewingStatus } from '../station/status.ts';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, group, leaf, type Runner } from './command.ts';
import { liveState } from './daemon.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { reading } from './surroundings.ts';
import { viewingListCommand } from './viewing-list.ts';
import { viewingShowCommand } from './viewing-show.ts';
import { viewingVerifyCommand } from './viewing-verify.ts';
import { viewingLine } from './viewing-words.ts';

export const viewingCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'viewing', say(cli.language, 'cli.viewing'), [
      statusCommand(cli, run),
      viewingListCommand(cli, run),
      viewingShowCommand(cli, run),
      makeCommand(cli, run),
      removeCommand(cli, run),
      viewingVerifyCommand(cli, run),
    ]);
  },
};

function statusCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  return run(leaf(cli, 'status', say(language, 'cli.viewing.status')), (_operands, options) =>
    reading(cli, options, async ({ db, places }) => {
      const live = await liveState(cli, places.socket);
      const status = viewingStatus(db, live?.viewing ?? null);
      return { exit: exitCodes.done, json: status, text: viewingLine(language, status) };
    }),
  );
}

/** The daemon is this program: its answer has the shape that the deed gives it. */
interface MadeAnswer {
  readonly evidence: string;
  readonly state: string;
  readonly file: string | null;
  readonly because: string | null;
}

function makeCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'make', say(language, 'cli.viewing.make')).argument(
    '<ID>',
    say(language, 'cli.evidence.operand'),
  );
  return run(command, async ([evidence = ''], options) => {
    const answer = (await order(cli, options, { order: 'makeViewing', args: { evidence } })) as MadeAnswer;
    const { file, because } = answer;
    if (file !== null)
      return {
        exit: exitCodes.done,
        json: answer,
        text: say(language, 'cli.viewing.made', { evidence, file }),
      };
    const why = viewingWords(language, because ?? '');
    return {
      exit: exitCodes.someLeft,
      json: answer,
      text: say(language, 'cli.viewing.failed', { evidence, why }),
    };
  });
}

function removeCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'remove', say(language, 'cli.viewing.remove')).argument(
    '<ID>',
    say(language, 'cli.evidence.operand'),
  );
  return run(command, async ([evidence = ''], options) => {
    const answer = await order(cli, options, { order: 'removeViewing', args: { evidence } });
    return { exit: exitCodes.done, json: answer, text: say(language, 'cli.viewing.removed', { evidence }) };
  });
}
