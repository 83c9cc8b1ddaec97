import { type Command, Option } from 'commander';
import { say } from '../texts/say.ts';
import { said } from './access-words.ts';
import { accountLeaf } from './account-change.ts';
import type { Cli, CommonOptions, Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { OptionReader, wordsOf, wrongValue } from './values.ts';

interface RemoveOptions extends CommonOptions {
  readonly remove?: boolean;
}

export function accountPinCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = accountLeaf(cli, 'pin', 'cli.account.pin').addOption(removing(cli));
  return run<RemoveOptions>(command, async ([account = ''], options) => {
    const deed = options.remove === true ? 'removed' : 'set';
    const answer = await order(cli, options, { order: 'setPin', args: { account, deed } });
    const pin = said(answer, 'pin');
    const text =
      pin === null ? say(language, 'cli.account.pin_removed') : say(language, 'cli.account.new_pin', { pin });
    return { exit: exitCodes.done, json: answer, text };
  });
}

const mostBadge = 64;

export function accountBadgeCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = accountLeaf(cli, 'badge', 'cli.account.badge')
    .argument('[NUMBER]', say(language, 'cli.account.badge_operand'))
    .addOption(removing(cli));
  return run<RemoveOptions>(command, async ([account = '', number], options) => {
    const given = new OptionReader(language, 'account badge').given('NUMBER', number ?? '');
    // Neither, or both.
    if ((number === undefined) !== (options.remove === true)) throw wrongValue(given, 'NUMBER | --remove');
    const badge = number === undefined ? null : wordsOf(given, mostBadge);
    const answer = await order(cli, options, { order: 'setBadge', args: { account, badge } });
    const text = say(language, badge === null ? 'cli.account.badge_removed' : 'cli.account.badge_set');
    return { exit: exitCodes.done, json: answer, text };
  });
}

function removing({ language }: Cli): Option {
  return new Option('--remove', say(language, 'cli.account.remove'));
}
