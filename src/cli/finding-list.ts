import { type Command, Option } from 'commander';
import { type FindingFilter, findingList, type ListedFinding } from '../station/catalogue/findings.ts';
import { say } from '../texts/say.ts';
import { timeWords } from '../texts/units.ts';
import { type Cli, type CommonOptions, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { kindWords, saidWords, stateWords } from './finding-lines.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';
import { countOf, OptionReader } from './values.ts';

interface ListOptions extends CommonOptions {
  readonly open?: boolean;
  readonly all?: boolean;
  readonly evidence?: string;
  readonly session?: string;
  readonly after?: string;
  readonly limit?: string;
}

const usualLimit = 50;
const mostLimit = 10_000;

export function findingListCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'list', say(language, 'cli.finding.list'))
    .addOption(new Option('--open', say(language, 'cli.finding.open')).conflicts('all'))
    .addOption(new Option('--all', say(language, 'cli.finding.all')))
    .addOption(new Option('--evidence <ID>', say(language, 'cli.finding.evidence')))
    .addOption(new Option('--session <ID>', say(language, 'cli.finding.session')))
    .addOption(new Option('--limit <N>', say(language, 'cli.option.limit', { limit: usualLimit })))
    .addOption(new Option('--after <ID>', say(language, 'cli.finding.after')));
  return run<ListOptions>(command, async (_operands, options) => {
    const filter = filterOf(cli, options);
    return await reading(cli, options, ({ db, config }) => {
      const { zone } = config.station;
      const { findings, next } = findingList(db, filter);
      const text = [
        findings.length === 0 ? say(language, 'cli.finding.none') : findingTable(cli, findings, zone),
        ...(next === null ? [] : [say(language, 'cli.more', { next })]),
      ].join('\n');
      const json = { findings: findings.map((one) => withWords(cli, one, zone)), next };
      return { exit: exitCodes.done, json, text };
    });
  });
}

function filterOf({ language }: Cli, options: ListOptions): FindingFilter {
  const read = new OptionReader(language, 'finding list');
  return {
    openOnly: options.all !== true,
    evidence: options.evidence ?? null,
    session: options.session ?? null,
    after: options.after ?? null,
    limit: read.optional('--limit', options.limit, (given) => countOf(given, 1, mostLimit)) ?? usualLimit,
  };
}

/** Scripts get the facts, and the sentence that a person would read. */
export function withWords(
  { language }: Cli,
  finding: ListedFinding,
  zone: string,
): ListedFinding & { readonly words: string } {
  return { ...finding, words: saidWords(language, zone, finding) };
}

function findingTable({ language }: Cli, findings: readonly ListedFinding[], zone: string): string {
  const names = ['finding', 'made', 'kind', 'state', 'words'] as const;
  return table(
    names.map((name) => ({ title: say(language, `cli.finding.col.${name}`) })),
    findings.map((one) => [
      one.finding,
      timeWords(one.madeAt, zone),
      kindWords(language, one.code),
      stateWords(language, one.state),
      saidWords(language, zone, one),
    ]),
  );
}
