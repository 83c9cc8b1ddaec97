import type { Command } from 'commander';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, group, leaf, type Runner } from './command.ts';
import { orderDocking } from './daemon.ts';
import { dockingListCommand } from './docking-list.ts';
import { exitCodes } from './exit-codes.ts';

export const dockingCommand: CommandFile = {
  build(cli, run) {
    const deeds = (['pause', 'resume', 'cancel'] as const).map((deed) => controlCommand(cli, run, deed));
    return group(cli, 'docking', say(cli.language, 'cli.docking'), [
      dockingListCommand(cli, run),
      ...deeds,
      firstCommand(cli, run),
    ]);
  },
};

function controlCommand(cli: Cli, run: Runner, deed: 'pause' | 'resume' | 'cancel'): Command {
  const { language } = cli;
  const command = leaf(cli, deed, say(language, `cli.docking.${deed}`)).argument(
    '<DOCKING>',
    say(language, 'cli.docking.operand'),
  );
  return run(command, async ([docking = ''], options) => {
    await orderDocking(cli, options, { order: 'control', args: { docking, deed } });
    const text = say(language, `cli.docking.done.${deed}`, { docking });
    return { exit: exitCodes.done, json: { docking, deed }, text };
  });
}

function firstCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'first', say(language, 'cli.docking.first'))
    .argument('<DOCKING>', say(language, 'cli.docking.operand'))
    .argument('<PATH>', say(language, 'cli.docking.path'));
  return run(command, async ([docking = '', path = ''], options) => {
    await orderDocking(cli, options, { order: 'first', args: { docking, path } });
    const text = say(language, 'cli.docking.done.first', { docking, path });
    return { exit: exitCodes.done, json: { docking, path }, text };
  });
}
