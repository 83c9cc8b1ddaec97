import { type Command, Option } from 'commander';
import { outcomes } from '../custody/outcome.ts';
import { type EntryFilter, entryList } from '../station/catalogue/entries.ts';
import { entryTexts } from '../texts/entries.ts';
import { say } from '../texts/say.ts';
import { timeWords } from '../texts/units.ts';
import { type Cli, type CommonOptions, leaf, type Runner } from './command.ts';
import { type ShownEntry, shownEntry } from './entry-line.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';
import { countOf, instantOf, OptionReader, oneOf, subjectOf } from './values.ts';

interface ListOptions extends CommonOptions {
  readonly type?: string;
  readonly subject?: string;
  readonly actor?: string;
  readonly address?: string;
  readonly result?: string;
  readonly since?: string;
  readonly until?: string;
  readonly after?: string;
  readonly newest?: boolean;
  readonly limit?: string;
}

const usualLimit = 50;
const mostLimit = 10_000;

export function ledgerListCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'list', say(language, 'cli.ledger.list'))
    .addOption(new Option('--type <T>', say(language, 'cli.ledger.type')))
    .addOption(new Option('--subject <KIND:ID>', say(language, 'cli.ledger.subject')))
    .addOption(new Option('--actor <A>', say(language, 'cli.ledger.actor')))
    .addOption(new Option('--address <A>', say(language, 'cli.ledger.address')))
    .addOption(
      new Option('--result <R>', say(language, 'cli.ledger.result', { allowed: outcomes.join(', ') })),
    )
    .addOption(new Option('--since <T>', say(language, 'cli.ledger.since')))
    .addOption(new Option('--until <T>', say(language, 'cli.ledger.until')))
    .addOption(new Option('--limit <N>', say(language, 'cli.option.limit', { limit: usualLimit })))
    .addOption(new Option('--after <SEQ>', say(language, 'cli.ledger.after')))
    .addOption(new Option('--newest', say(language, 'cli.option.newest')));
  return run<ListOptions>(command, async (_operands, options) => {
    const filter = filterOf(cli, options);
    return await reading(cli, options, ({ db, config }) => {
      const found = entryList(db, filter);
      const entries = found.entries.map((entry) => shownEntry(language, config.station.zone, entry));
      const text = entryPageText(cli, entries, found.next, config.station.zone);
      return { exit: exitCodes.done, json: { entries, next: found.next }, text };
    });
  });
}

function filterOf({ language }: Cli, options: ListOptions): EntryFilter {
  const read = new OptionReader(language, 'ledger list');
  const types = Object.keys(entryTexts);
  const place = (name: string, found: string | undefined): number | null =>
    read.optional(name, found, (given) => countOf(given, 0, Number.MAX_SAFE_INTEGER));
  return {
    type: read.optional('--type', options.type, (given) => oneOf(given, types)),
    subject: read.optional('--subject', options.subject, subjectOf),
    actor: options.actor ?? null,
    address: options.address ?? null,
    result: read.optional('--result', options.result, (given) => oneOf(given, outcomes)),
    since: read.optional('--since', options.since, instantOf),
    until: read.optional('--until', options.until, instantOf),
    after: place('--after', options.after),
    newestFirst: options.newest === true,
    limit: read.optional('--limit', options.limit, (given) => countOf(given, 1, mostLimit)) ?? usualLimit,
  };
}

/** A page of entries as lines. */
export function entryPageText(
  { language }: Cli,
  entries: readonly ShownEntry[],
  next: number | null,
  zone: string,
): string {
  if (entries.length === 0) return say(language, 'cli.ledger.none');
  const title = (name: 'seq' | 'at' | 'actor' | 'type' | 'subject' | 'words') => ({
    title: say(language, `cli.ledger.col.${name}`),
  });
  const listed = table(
    [
      { ...title('seq'), align: 'right' },
      title('at'),
      title('actor'),
      title('type'),
      title('subject'),
      title('words'),
    ],
    entries.map(({ seq, at, actor, type, subject, words }) => [
      String(seq),
      timeWords(at, zone),
      actor.id,
      type,
      subject.id,
      words,
    ]),
  );
  return next === null ? listed : `${listed}\n${say(language, 'cli.more', { next })}`;
}
