import { type Command, Option } from 'commander';
import { viewingWords } from '../station/catalogue/entry-words.ts';
import { viewingList, viewingStates } from '../station/catalogue/viewing.ts';
import { say } from '../texts/say.ts';
import { sizeWords, timeWords } from '../texts/units.ts';
import type { StandingCopy } from '../viewing/book.ts';
import { type Cli, type CommonOptions, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';
import { countOf, OptionReader } from './values.ts';
import { lengthWords, viewingStateWords } from './viewing-words.ts';

interface ListOptions extends CommonOptions {
  readonly state?: (typeof viewingStates)[number];
  readonly limit?: string;
}

const usualLimit = 50;
const mostLimit = 10_000;

export function viewingListCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'list', say(language, 'cli.viewing.list'))
    .addOption(new Option('--state <STATE>', say(language, 'cli.viewing.state')).choices(viewingStates))
    .addOption(new Option('--limit <N>', say(language, 'cli.option.limit', { limit: usualLimit })));
  return run<ListOptions>(command, async (_operands, options) => {
    const read = new OptionReader(language, 'viewing list');
    const limit =
      read.optional('--limit', options.limit, (given) => countOf(given, 1, mostLimit)) ?? usualLimit;
    return await reading(cli, options, ({ db, config }) => {
      const copies = viewingList(db, { state: options.state ?? null, limit });
      const text =
        copies.length === 0 ? say(language, 'cli.viewing.none') : tableOf(cli, copies, config.station.zone);
      return { exit: exitCodes.done, json: { copies }, text };
    });
  });
}

function tableOf({ language }: Cli, copies: readonly StandingCopy[], zone: string): string {
  const names = ['evidence', 'state', 'at', 'how', 'length', 'size'] as const;
  return table(
    names.map((name) => ({ title: say(language, `cli.viewing.col.${name}`) })),
    copies.map((one) => [
      one.said.evidence,
      one.state === 'made' ? say(language, 'cli.viewing.state.made') : viewingStateWords(language, one),
      timeWords(one.at, zone),
      one.state === 'made' ? viewingWords(language, one.said.how) : '–',
      one.state === 'made' ? lengthWords(language, one.said) : '–',
      one.state === 'made' ? sizeWords(one.said.bytes) : '–',
    ]),
  );
}
