import { type Command, Option } from 'commander';
import type { AccountDeed } from '../access/accounts/deeds.ts';
import { say } from '../texts/say.ts';
import { accountAnswer, oneMore, said } from './access-words.ts';
import { type Cli, type CommonOptions, leaf, type Outcome, type Runner, signable } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { OptionReader, wordsOf } from './values.ts';

/** The roles stand in place of those before. */
export function accountRoleCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = signable(cli, accountLeaf(cli, 'role', 'cli.account.role')).argument(
    '<ROLE...>',
    say(language, 'cli.account.roles_operand'),
  );
  return run(command, async ([account = '', ...roles], options) =>
    done(cli, options, { deed: 'change', account, roles }),
  );
}

interface ChangeOptions extends CommonOptions {
  readonly name?: string;
  readonly unit?: readonly string[];
  readonly officer?: string;
  readonly person?: string;
}

export function accountChangeCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = signable(cli, accountLeaf(cli, 'change', 'cli.account.change'))
    .addOption(new Option('--name <NAME>', say(language, 'cli.account.name')))
    .addOption(new Option('--unit <CODE>', say(language, 'cli.account.option_unit')).argParser(oneMore))
    .addOption(new Option('--officer <N>', say(language, 'cli.account.option_officer')))
    .addOption(new Option('--person <TEXT>', say(language, 'cli.account.option_person')));
  return run<ChangeOptions>(command, async ([account = ''], { name, unit, officer, ...options }) => {
    const read = new OptionReader(language, 'account change');
    const person = read.optional('--person', options.person, (given) => wordsOf(given, 100));
    return await done(cli, options, {
      ...{ deed: 'change', account },
      ...(name === undefined ? {} : { name: wordsOf(read.given('--name', name), 100) }),
      ...(unit === undefined ? {} : { units: [...unit] }),
      ...(officer === undefined ? {} : { officer }),
      ...(person === null ? {} : { person }),
    });
  });
}

export function accountStateCommand(cli: Cli, run: Runner, deed: 'disable' | 'enable'): Command {
  const state = deed === 'disable' ? 'disabled' : 'active';
  return run(signable(cli, accountLeaf(cli, deed, `cli.account.${deed}`)), async ([account = ''], options) =>
    done(cli, options, { deed: 'change', account, state }),
  );
}

interface ResetOptions extends CommonOptions {
  readonly secondFactor?: boolean;
}

export function accountResetCommand(cli: Cli, run: Runner): Command {
  const command = signable(cli, accountLeaf(cli, 'reset-password', 'cli.account.reset_password')).addOption(
    new Option('--second-factor', say(cli.language, 'cli.account.second_factor')),
  );
  return run<ResetOptions>(command, async ([account = ''], options) =>
    done(cli, options, { deed: 'reset', account, secondFactor: options.secondFactor === true }),
  );
}

export function accountUnlockCommand(cli: Cli, run: Runner): Command {
  return run(accountLeaf(cli, 'unlock', 'cli.account.unlock'), async ([given = ''], options) => {
    const answer = await order(cli, options, { order: 'unlockAccount', args: { account: given } });
    const account = said(answer, 'account') ?? given;
    const text = say(cli.language, 'cli.account.unlocked', { account });
    return { exit: exitCodes.done, json: answer, text };
  });
}

type Titled = 'cli.account.role' | 'cli.account.change' | 'cli.account.disable' | 'cli.account.enable';

/** A command about one account. */
export function accountLeaf(
  cli: Cli,
  name: string,
  title: Titled | `cli.account.${'reset_password' | 'unlock' | 'pin' | 'badge' | 'show'}`,
): Command {
  const operand = say(cli.language, 'cli.account.operand');
  return leaf(cli, name, say(cli.language, title)).argument('<ACCOUNT>', operand);
}

async function done(cli: Cli, options: CommonOptions, args: AccountDeed): Promise<Outcome> {
  const answer = await order(cli, options, { order: 'accountDeed', args });
  return { exit: exitCodes.done, json: answer, text: accountAnswer(cli, answer) };
}
