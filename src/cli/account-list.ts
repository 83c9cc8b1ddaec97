import { type Command, Option } from 'commander';
import { AccountBook } from '../access/accounts/account-book.ts';
import { requireAccount } from '../access/accounts/deeds.ts';
import { osUsersOf } from '../access/accounts/os-users.ts';
import { Principals } from '../access/accounts/principals.ts';
import type { Db } from '../custody/database.ts';
import { accountList } from '../station/catalogue/accounts.ts';
import { entryList, type StandingEntry } from '../station/catalogue/entries.ts';
import { say } from '../texts/say.ts';
import { roleWords, wordsOfCode } from './access-words.ts';
import { accountLeaf } from './account-change.ts';
import { type Cli, type CommonOptions, leaf, type Runner } from './command.ts';
import { historyLines, shownEntry } from './entry-line.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';
import { pairs, table } from './table.ts';
import { countOf, OptionReader } from './values.ts';

interface ListOptions extends CommonOptions {
  readonly after?: string;
  readonly limit?: string;
}

const usualLimit = 50;
const mostLimit = 10_000;
const titles = ['account', 'name', 'person', 'roles', 'units', 'officer', 'state'] as const;

export function accountListCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'list', say(language, 'cli.account.list'))
    .addOption(new Option('--limit <N>', say(language, 'cli.option.limit', { limit: usualLimit })))
    .addOption(new Option('--after <ACCOUNT>', say(language, 'cli.account.after')));
  return run<ListOptions>(command, async (_operands, options) => {
    const read = new OptionReader(language, 'account list');
    const limit =
      read.optional('--limit', options.limit, (given) => countOf(given, 1, mostLimit)) ?? usualLimit;
    return await reading(cli, options, ({ db }) => {
      const page = { after: options.after ?? null, limit, descending: false };
      const { accounts: rows, next } = accountList(db, page);
      const listed = table(
        titles.map((title) => ({ title: say(language, `cli.account.col.${title}`) })),
        rows.map((one) => [
          one.account,
          one.name ?? '–',
          one.person ?? '–',
          one.roles.map((role) => roleWords(language, role)).join(', ') || '–',
          one.units.join(', ') || '–',
          one.officer ?? '–',
          wordsOfCode(language, 'state', one.state),
        ]),
      );
      const text = [
        rows.length === 0 ? say(language, 'cli.account.none') : listed,
        ...(next === null ? [] : [say(language, 'cli.more', { next })]),
      ].join('\n');
      return { exit: exitCodes.done, json: { accounts: rows, next }, text };
    });
  });
}

export function accountShowCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  return run(accountLeaf(cli, 'show', 'cli.account.show'), async ([given = ''], options) =>
    reading(cli, options, ({ db, config }) => {
      const { zone } = config.station;
      const account = requireAccount(new AccountBook(db), given);
      const permissions = [...new Principals(db).permissions(account)];
      const osUsers = osUsersOf(db, account.account);
      const history = newestAbout(db, account.account).map((entry) => shownEntry(language, zone, entry));
      const facts = [
        [say(language, 'cli.account.col.person'), account.person ?? '–'],
        [
          say(language, 'cli.account.col.roles'),
          account.roles.map((one) => roleWords(language, one)).join(', '),
        ],
        [say(language, 'cli.account.col.units'), account.units.join(', ') || '–'],
        [say(language, 'cli.account.col.officer'), account.officer ?? '–'],
        [say(language, 'cli.account.col.state'), wordsOfCode(language, 'state', account.state)],
        [say(language, 'cli.account.os_users'), osUsers.join(', ') || '–'],
        [say(language, 'cli.account.permissions'), permissions.join(', ')],
      ] as const;
      const text = [
        `${account.account}  ${account.name ?? '–'}`,
        pairs(facts, '  '),
        '',
        say(language, 'cli.account.history'),
        ...historyLines(history, zone),
      ].join('\n');
      return { exit: exitCodes.done, json: { ...account, osUsers, permissions, history }, text };
    }),
  );
}

/** Somebody signs in every day for years: the newest entries are shown, `ledger list` has them all. */
function newestAbout(db: Db, account: string): readonly StandingEntry[] {
  const all = { type: null, actor: null, since: null, until: null, after: null } as const;
  return entryList(db, { ...all, subject: `account:${account}`, newestFirst: true, limit: usualLimit })
    .entries;
}
