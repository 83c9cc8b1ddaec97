import type { CaughtUp } from '../deadlines/desk.ts';
import { say } from '../texts/say.ts';
import { type CommandFile, type CommonOptions, leaf } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';

/** A daemon does this by itself; without one the verdicts of what was ingested by hand fall here. */
export const judgeCommand: CommandFile = {
  build(cli, run) {
    const { language } = cli;
    const command = leaf(cli, 'judge', say(language, 'cli.judge'));
    return run<CommonOptions>(command, async (_operands, options) => {
      // The daemon is this program: its answer has the shape that its rooms give it.
      const done = (await order(cli, options, { order: 'judge', args: {} })) as CaughtUp & {
        readonly located: number;
        readonly findings: number;
        readonly withdrawn: number;
      };
      return { exit: exitCodes.done, json: done, text: say(language, 'cli.judge.done', { ...done }) };
    });
  },
};
