import { type Command, Option } from 'commander';
import { isUsableNumber } from '../dock/identity.ts';
import type { OrderArgs } from '../station/orders.ts';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, type CommonOptions, group, leaf, type Runner } from './command.ts';
import { devicesListCommand } from './devices-list.ts';
import { devicesTestCommand } from './devices-test.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { OptionReader, wordsOf, wrongValue } from './values.ts';

interface RegisterOptions extends CommonOptions {
  readonly profile?: string;
  readonly holder?: string;
}

const mostHolder = 200;

export const devicesCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'devices', say(cli.language, 'cli.devices'), [
      devicesListCommand(cli, run),
      devicesTestCommand(cli, run),
      registerCommand(cli, run),
    ]);
  },
};

function registerCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'register', say(language, 'cli.devices.register'))
    .argument('<RECORDER>', say(language, 'cli.devices.operand'))
    .addOption(new Option('--profile <ID>', say(language, 'cli.devices.profile')))
    .addOption(new Option('--holder <OFFICER|NAME>', say(language, 'cli.devices.holder')));
  return run<RegisterOptions>(command, async ([recorder = ''], options) => {
    const args = registration(cli, recorder, options);
    const answer = await order(cli, options, { order: 'register', args });
    return {
      exit: exitCodes.done,
      json: answer,
      text: say(language, 'cli.devices.registered', { recorder }),
    };
  });
}

/** A number that no card could claim would be registered for nothing. */
function registration(
  { language }: Cli,
  recorder: string,
  { profile, holder }: RegisterOptions,
): OrderArgs<'register'> {
  const read = new OptionReader(language, 'devices register');
  if (!isUsableNumber(recorder))
    throw wrongValue(read.given('RECORDER', recorder), say(language, 'cli.allowed.recorder'));
  const name = read.optional('--holder', holder, (given) => wordsOf(given, mostHolder).trim());
  return { recorder, profile: profile ?? null, holder: name };
}
