import { type Command, Option } from 'commander';
import { say } from '../texts/say.ts';
import { accountAnswer, oneMore } from './access-words.ts';
import { type Cli, type CommonOptions, leaf, type Runner, signable } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { OptionReader, wordsOf } from './values.ts';

interface AddOptions extends CommonOptions {
  readonly role: readonly string[];
  readonly unit?: readonly string[];
  readonly officer?: string;
  readonly person?: string;
}

const mostName = 100;

export function accountAddCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = signable(cli, leaf(cli, 'add', say(language, 'cli.account.add')))
    .argument('<NAME>', say(language, 'cli.account.name'))
    .addOption(
      new Option('--role <ROLE>', say(language, 'cli.account.option_role'))
        .argParser(oneMore)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--unit <CODE>', say(language, 'cli.account.option_unit')).argParser(oneMore))
    .addOption(new Option('--officer <N>', say(language, 'cli.account.option_officer')))
    .addOption(new Option('--person <TEXT>', say(language, 'cli.account.option_person')));
  return run<AddOptions>(command, async ([name = ''], { role, unit = [], officer = null, ...options }) => {
    const read = new OptionReader(language, 'account add');
    const person = read.optional('--person', options.person, (given) => wordsOf(given, mostName));
    const named = wordsOf(read.given('NAME', name), mostName);
    const lists = { roles: [...role], units: [...unit] };
    const answer = await order(cli, options, {
      order: 'accountDeed',
      args: { deed: 'add', name: named, person, ...lists, officer },
    });
    return { exit: exitCodes.done, json: answer, text: accountAnswer(cli, answer) };
  });
}
