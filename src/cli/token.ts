import { type Command, Option } from 'commander';
import type { StandingToken } from '../access/accounts/token-book.ts';
import { tokenList } from '../station/catalogue/accounts.ts';
import { say } from '../texts/say.ts';
import { timeWords } from '../texts/units.ts';
import { oneMore, said, wordsOfCode } from './access-words.ts';
import { type Cli, type CommandFile, type CommonOptions, group, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';
import { countOf, OptionReader, wordsOf } from './values.ts';

interface AddOptions extends CommonOptions {
  readonly account: string;
  readonly permission: readonly string[];
  readonly days?: string;
  readonly label: string;
}

interface ListOptions extends CommonOptions {
  readonly account?: string;
  readonly after?: string;
  readonly limit?: string;
}

const usualDays = 90;
const mostDays = 730;
const usualLimit = 50;
const mostLimit = 10_000;

export const tokenCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'token', say(cli.language, 'cli.token'), [
      addCommand(cli, run),
      listCommand(cli, run),
      revokeCommand(cli, run),
    ]);
  },
};

function addCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'add', say(language, 'cli.token.add'))
    .addOption(new Option('--account <NAME>', say(language, 'cli.token.account')).makeOptionMandatory())
    .addOption(
      new Option('--permission <P>', say(language, 'cli.token.permission'))
        .argParser(oneMore)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--label <TEXT>', say(language, 'cli.token.label')).makeOptionMandatory())
    .addOption(new Option('--days <N>', say(language, 'cli.token.days')));
  return run<AddOptions>(command, async (_operands, { account, permission, ...options }) => {
    const read = new OptionReader(language, 'token add');
    const label = wordsOf(read.given('--label', options.label), 100);
    const days = read.optional('--days', options.days, (given) => countOf(given, 1, mostDays)) ?? usualDays;
    const args = { account, permissions: [...permission], days, label };
    const answer = await order(cli, options, { order: 'makeToken', args });
    const [token, secret, expires] = ['token', 'secret', 'expires'].map((name) => said(answer, name) ?? '–');
    const params = { token: token ?? '', secret: secret ?? '', expires: expires ?? '' };
    return { exit: exitCodes.done, json: answer, text: say(language, 'cli.token.made', params) };
  });
}

function listCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'list', say(language, 'cli.token.list'))
    .addOption(new Option('--account <ID>', say(language, 'cli.token.account')))
    .addOption(new Option('--limit <N>', say(language, 'cli.option.limit', { limit: usualLimit })))
    .addOption(new Option('--after <TOKEN>', say(language, 'cli.token.after')));
  return run<ListOptions>(command, async (_operands, { account = null, after = null, ...options }) => {
    const read = new OptionReader(language, 'token list');
    const limit =
      read.optional('--limit', options.limit, (given) => countOf(given, 1, mostLimit)) ?? usualLimit;
    return await reading(cli, options, ({ db, config }) => {
      const filter = { account, valid: null, after, limit, descending: false };
      const { tokens: rows, next } = tokenList(db, filter);
      const text = [
        rows.length === 0 ? say(language, 'cli.token.none') : tokenTable(cli, rows, config.station.zone),
        ...(next === null ? [] : [say(language, 'cli.more', { next })]),
      ].join('\n');
      return { exit: exitCodes.done, json: { tokens: rows, next }, text };
    });
  });
}

function tokenTable({ language }: Cli, tokens: readonly StandingToken[], zone: string): string {
  const titles = ['token', 'account', 'label', 'permissions', 'expires', 'state'] as const;
  return table(
    titles.map((title) => ({ title: say(language, `cli.token.col.${title}`) })),
    tokens.map((one) => [
      one.token,
      one.account,
      one.label ?? '–',
      one.permissions.join(', '),
      timeWords(one.expires, zone),
      one.revoked === null ? '–' : wordsOfCode(language, 'state', 'revoked'),
    ]),
  );
}

function revokeCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'revoke', say(language, 'cli.token.revoke')).argument(
    '<TOKEN>',
    say(language, 'cli.token.operand'),
  );
  return run(command, async ([token = ''], options) => {
    const answer = await order(cli, options, { order: 'revokeToken', args: { token } });
    return { exit: exitCodes.done, json: answer, text: say(language, 'cli.token.revoked', { token }) };
  });
}
