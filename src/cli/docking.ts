import { type Command, Option } from 'commander';
import { say } from '../texts/say.ts';
import {
  type Cli,
  type CommandFile,
  type CommonOptions,
  group,
  leaf,
  type Outcome,
  type Runner,
} from './command.ts';
import { orderDocking } from './daemon.ts';
import { dockingEraseCommand } from './docking-erase.ts';
import { dockingListCommand } from './docking-list.ts';
import { dockingShowCommand } from './docking-show.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { countOf, noteOf, OptionReader, wrongValue } from './values.ts';

export const dockingCommand: CommandFile = {
  build(cli, run) {
    const deeds = (['pause', 'resume', 'cancel'] as const).map((deed) => controlCommand(cli, run, deed));
    return group(cli, 'docking', say(cli.language, 'cli.docking'), [
      dockingListCommand(cli, run),
      dockingShowCommand(cli, run),
      ...deeds,
      firstCommand(cli, run),
      clockCommand(cli, run),
      dockingEraseCommand(cli, run),
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
    .argument('[PATH]', say(language, 'cli.docking.path'));
  return run(command, async ([docking = '', path], options) => {
    if (path === undefined) return await goFirst(cli, options, docking);
    await orderDocking(cli, options, { order: 'first', args: { docking, path } });
    const text = say(language, 'cli.docking.done.first', { docking, path });
    return { exit: exitCodes.done, json: { docking, path }, text };
  });
}

async function goFirst(cli: Cli, options: CommonOptions, docking: string): Promise<Outcome> {
  const answer = await orderDocking(cli, options, { order: 'goFirst', args: { docking } });
  const went = typeof answer === 'object' && answer !== null && 'first' in answer && answer.first === true;
  const text = say(cli.language, went ? 'cli.docking.done.go_first' : 'cli.docking.done.not_first', {
    docking,
  });
  return { exit: went ? exitCodes.done : exitCodes.refused, json: answer, text };
}

interface ClockOptions extends CommonOptions {
  readonly ahead: string;
  readonly note?: string;
}

const mostSeconds = 3_153_600_000;

function clockCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'clock', say(language, 'cli.docking.clock'))
    .argument('<DOCKING>', say(language, 'cli.docking.operand'))
    .addOption(new Option('--ahead <SECONDS>', say(language, 'cli.docking.offset')).makeOptionMandatory())
    .addOption(new Option('--note <TEXT>', say(language, 'cli.session.note')));
  return run<ClockOptions>(command, async ([docking = ''], options) => {
    const read = new OptionReader(language, 'docking clock');
    const note = read.optional('--note', options.note, noteOf);
    if (!/^-?\d{1,10}$/.test(options.ahead))
      throw wrongValue(read.given('--ahead', options.ahead), `-${mostSeconds}…${mostSeconds}`);
    const behind = options.ahead.startsWith('-');
    const seconds = countOf(
      read.given('--ahead', behind ? options.ahead.slice(1) : options.ahead),
      0,
      mostSeconds,
    );
    const args = { docking, offsetSeconds: behind ? -seconds : seconds, note };
    const answer = await order(cli, options, { order: 'correctClock', args });
    const timed =
      typeof answer === 'object' && answer !== null && 'timed' in answer ? Number(answer.timed) : 0;
    return {
      exit: exitCodes.done,
      json: answer,
      text: say(language, 'cli.docking.clock_done', { docking, timed }),
    };
  });
}
