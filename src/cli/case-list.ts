import { type Command, Option } from 'commander';
import { caseCount } from '../station/case-count.ts';
import { type CaseFilter, CaseReader, caseOrders, type ListedCase } from '../station/catalogue/case-list.ts';
import { caseStates } from '../station/catalogue/case-particulars.ts';
import { caseRemarks, limitWords, namedWords } from '../station/sheets/case-words.ts';
import { say } from '../texts/say.ts';
import { sizeWords, timeWords } from '../texts/units.ts';
import { type Cli, type CommonOptions, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';
import { countOf, OptionReader, oneOf } from './values.ts';

interface ListOptions extends CommonOptions {
  readonly handler?: string;
  readonly party?: string;
  readonly unit?: string;
  readonly state?: string;
  readonly sort?: string;
  readonly after?: string;
  readonly limit?: string;
}

const usualLimit = 50;
const mostLimit = 10_000;

export function caseListCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'list', say(language, 'cli.case.list'))
    .addOption(new Option('--handler <N>', say(language, 'cli.case.handler')))
    .addOption(new Option('--party <CODE>', say(language, 'cli.case.party')))
    .addOption(new Option('--unit <CODE>', say(language, 'cli.case.unit')))
    .addOption(new Option('--state <STATE>', say(language, 'cli.case.state')))
    .addOption(new Option('--sort <ORDER>', say(language, 'cli.case.sort')))
    .addOption(new Option('--limit <N>', say(language, 'cli.option.limit', { limit: usualLimit })))
    .addOption(new Option('--after <NUMBER>', say(language, 'cli.case.after')));
  return run<ListOptions>(command, async (_operands, options) => {
    const filter = filterOf(cli, options);
    return await reading(cli, options, async ({ db, config }) => {
      const { cases, next } = new CaseReader(db, await caseCount(db, config)).list(filter);
      const text = [
        cases.length === 0 ? say(language, 'cli.case.none') : caseTable(cli, cases, config.station.zone),
        ...(next === null ? [] : [say(language, 'cli.more', { next })]),
      ].join('\n');
      return { exit: exitCodes.done, json: { cases, next }, text };
    });
  });
}

function filterOf({ language }: Cli, options: ListOptions): CaseFilter {
  const read = new OptionReader(language, 'case list');
  return {
    handler: options.handler ?? null,
    party: options.party ?? null,
    unit: options.unit ?? null,
    state: read.optional('--state', options.state, (given) => oneOf(given, caseStates)),
    order: read.optional('--sort', options.sort, (given) => oneOf(given, caseOrders)) ?? 'number',
    after: options.after ?? null,
    limit: read.optional('--limit', options.limit, (given) => countOf(given, 1, mostLimit)) ?? usualLimit,
  };
}

export function caseTable({ language }: Cli, cases: readonly ListedCase[], zone: string): string {
  const names = [
    ...(['number', 'state', 'title', 'party', 'handler', 'recordings', 'candidates'] as const),
    ...(['sessions', 'first', 'last', 'limits', 'remarks'] as const),
  ];
  const at = (instant: string | null): string => (instant === null ? '–' : timeWords(instant, zone));
  return table(
    [
      ...names.map((name) => ({ title: say(language, `cli.case.col.${name}`) })),
      { title: say(language, 'cli.evidence.col.size'), align: 'right' as const },
    ],
    cases.map((one) => [
      one.number,
      say(language, `cli.case.state_${one.state}`),
      one.title ?? '–',
      one.party === null ? '–' : namedWords(one.party),
      one.handler === null ? '–' : namedWords(one.handler),
      String(one.recordings),
      String(one.candidates),
      String(one.sessions),
      at(one.first),
      at(one.last),
      one.limits.map((limit) => limitWords(language, limit, zone)).join('; ') || '–',
      caseRemarks(language, one).join('; ') || '–',
      sizeWords(one.bytes),
    ]),
  );
}
