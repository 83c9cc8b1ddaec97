import { type Command, Option } from 'commander';
import { say } from '../texts/say.ts';
import { said } from './access-words.ts';
import { type Cli, type CommonOptions, leaf, type Outcome, type Runner, signable } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';

interface LinkOptions extends CommonOptions {
  readonly osUser: string;
}

/** Two names of one person: what is asked for under the one is not approved under the other. */
export function accountLinkCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = signable(cli, leaf(cli, 'link', say(language, 'cli.account.link')))
    .argument('<ACCOUNT>', say(language, 'cli.account.operand'))
    .addOption(osUser(cli));
  return run<LinkOptions>(command, ([account = ''], options) => linked(cli, options, account));
}

export function accountUnlinkCommand(cli: Cli, run: Runner): Command {
  const command = signable(cli, leaf(cli, 'unlink', say(cli.language, 'cli.account.unlink')));
  return run<LinkOptions>(command.addOption(osUser(cli)), (_operands, options) => linked(cli, options, null));
}

function osUser({ language }: Cli): Option {
  return new Option('--os-user <USER>', say(language, 'cli.account.os_user')).makeOptionMandatory();
}

async function linked(cli: Cli, options: LinkOptions, account: string | null): Promise<Outcome> {
  const { osUser: user } = options;
  const answer = await order(cli, options, { order: 'linkOsUser', args: { osUser: user, account } });
  const meant = said(answer, 'account');
  const text =
    meant === null
      ? say(cli.language, 'cli.account.unlinked', { user })
      : say(cli.language, 'cli.account.linked', { user, account: meant });
  return { exit: exitCodes.done, json: answer, text };
}
