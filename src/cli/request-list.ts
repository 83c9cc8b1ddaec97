import { type Command, Option } from 'commander';
import { requestStates, type StandingRequest } from '../access/requests/request-book.ts';
import { type RequestFilter, requestList } from '../station/catalogue/requests.ts';
import { say } from '../texts/say.ts';
import { timeWords } from '../texts/units.ts';
import { wordsOfCode } from './access-words.ts';
import { type Cli, type CommonOptions, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';
import { countOf, OptionReader, oneOf } from './values.ts';

interface ListOptions extends CommonOptions {
  readonly state?: string;
  readonly of?: string;
  readonly evidence?: string;
  readonly after?: string;
  readonly limit?: string;
}

const usualLimit = 50;
const mostLimit = 10_000;

export function requestListCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'list', say(language, 'cli.request.list'))
    .addOption(new Option('--state <STATE>', say(language, 'cli.request.state')))
    .addOption(new Option('--of <ACCOUNT>', say(language, 'cli.request.of')))
    .addOption(new Option('--evidence <ID>', say(language, 'cli.request.evidence')))
    .addOption(new Option('--limit <N>', say(language, 'cli.option.limit', { limit: usualLimit })))
    .addOption(new Option('--after <REQUEST>', say(language, 'cli.request.after')));
  return run<ListOptions>(command, async (_operands, options) => {
    const filter = filterOf(cli, options);
    return await reading(cli, options, ({ db, config }) => {
      const { requests, next } = requestList(db, filter);
      const text = [
        requests.length === 0
          ? say(language, 'cli.request.none')
          : requestTable(cli, requests, config.station.zone),
        ...(next === null ? [] : [say(language, 'cli.more', { next })]),
      ].join('\n');
      return { exit: exitCodes.done, json: { requests, next }, text };
    });
  });
}

function filterOf({ language }: Cli, options: ListOptions): RequestFilter {
  const read = new OptionReader(language, 'request list');
  return {
    state: read.optional('--state', options.state, (given) => oneOf(given, requestStates)),
    of: options.of ?? null,
    evidence: options.evidence ?? null,
    after: options.after ?? null,
    limit: read.optional('--limit', options.limit, (given) => countOf(given, 1, mostLimit)) ?? usualLimit,
  };
}

function requestTable({ language }: Cli, requests: readonly StandingRequest[], zone: string): string {
  const titles = ['request', 'kind', 'state', 'for', 'until', 'items', 'emergency', 'why'] as const;
  return table(
    titles.map((title) => ({ title: say(language, `cli.request.col.${title}`) })),
    requests.map((one) => [
      one.request,
      wordsOfCode(language, 'kind', one.kind),
      wordsOfCode(language, 'state', one.state),
      one.for,
      timeWords(one.until, zone),
      String(one.items),
      one.emergency ? '!' : '–',
      one.why ?? '–',
    ]),
  );
}
