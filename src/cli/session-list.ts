import { type Command, Option } from 'commander';
import {
  type ListedSession,
  type SessionFilter,
  sessionList,
  unjudgedCount,
} from '../station/catalogue/sessions.ts';
import { verdictLine } from '../station/sheets/verdict-words.ts';
import { verdictTexts } from '../texts/chips.ts';
import { say } from '../texts/say.ts';
import { timeWords } from '../texts/units.ts';
import { type Cli, type CommonOptions, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';
import { countOf, OptionReader, oneOf } from './values.ts';

interface ListOptions extends CommonOptions {
  readonly verdict?: string;
  readonly recorder?: string;
  readonly officer?: string;
  readonly after?: string;
  readonly newest?: boolean;
  readonly limit?: string;
}

const usualLimit = 50;
const mostLimit = 10_000;

export function sessionListCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'list', say(language, 'cli.session.list'))
    .addOption(new Option('--verdict <V>', say(language, 'cli.session.verdict')))
    .addOption(new Option('--recorder <R>', say(language, 'cli.session.recorder')))
    .addOption(new Option('--officer <O>', say(language, 'cli.session.officer')))
    .addOption(new Option('--limit <N>', say(language, 'cli.option.limit', { limit: usualLimit })))
    .addOption(new Option('--after <SESSION>', say(language, 'cli.session.after')))
    .addOption(new Option('--newest', say(language, 'cli.option.newest')));
  return run<ListOptions>(command, async (_operands, options) => {
    const filter = filterOf(cli, options);
    return await reading(cli, options, ({ db, config }) => {
      const { sessions, next } = sessionList(db, filter);
      const unjudged = unjudgedCount(db);
      const text = [
        sessions.length === 0
          ? say(language, 'cli.session.none')
          : sessionTable(cli, sessions, config.station.zone),
        ...(next === null ? [] : [say(language, 'cli.more', { next })]),
        ...(unjudged === 0 ? [] : [say(language, 'cli.session.unjudged', { count: unjudged })]),
      ].join('\n');
      return { exit: exitCodes.done, json: { sessions, unjudged, next }, text };
    });
  });
}

function filterOf({ language }: Cli, options: ListOptions): SessionFilter {
  const read = new OptionReader(language, 'session list');
  const verdicts = Object.keys(verdictTexts);
  return {
    verdict: read.optional('--verdict', options.verdict, (given) => oneOf(given, verdicts)),
    recorder: options.recorder ?? null,
    officer: options.officer ?? null,
    after: options.after ?? null,
    newestFirst: options.newest === true,
    limit: read.optional('--limit', options.limit, (given) => countOf(given, 1, mostLimit)) ?? usualLimit,
  };
}

function sessionTable({ language }: Cli, sessions: readonly ListedSession[], zone: string): string {
  const names = [
    'session',
    'officer',
    'recorder',
    'items',
    'ended',
    'stored',
    'clause',
    'due',
    'verdict',
  ] as const;
  const at = (instant: string | null): string => (instant === null ? '–' : timeWords(instant, zone));
  return table(
    names.map((name) => ({ title: say(language, `cli.session.col.${name}`) })),
    sessions.flatMap((one) => {
      const common = [
        one.session,
        one.officers.join(', ') || '–',
        one.recorder,
        String(one.items),
        at(one.ended),
        at(one.stored),
      ];
      if (one.verdicts.length === 0) return [[...common, '–', '–', '–']];
      return one.verdicts.map((given) => [
        ...common,
        given.clause,
        at(given.due),
        verdictLine(language, given),
      ]);
    }),
  );
}
