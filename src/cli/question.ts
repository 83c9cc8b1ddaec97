import { type Command, Option } from 'commander';
import type { QuestionList } from '../access/questions/questions.ts';
import { shaped } from '../api/http/validate.ts';
import { keptQuery, spanGiven } from '../api/listing.ts';
import { entryFilters, entryQuestion } from '../api/routes/entry-question.ts';
import { evidenceFilters, evidenceQuestion } from '../api/routes/evidence-question.ts';
import { momentOf } from '../station/catalogue/conditions.ts';
import { entryList } from '../station/catalogue/entries.ts';
import { evidenceList } from '../station/catalogue/evidence-list.ts';
import { type ListedQuestion, question, questionList } from '../station/catalogue/questions.ts';
import { say } from '../texts/say.ts';
import { timeWords } from '../texts/units.ts';
import {
  type Cli,
  type CommandFile,
  type CommonOptions,
  group,
  leaf,
  type Outcome,
  type Runner,
} from './command.ts';
import { shownEntry } from './entry-line.ts';
import { evidencePageText } from './evidence-list.ts';
import { exitCodes } from './exit-codes.ts';
import { entryPageText } from './ledger-list.ts';
import { order } from './order.ts';
import { personHere, type ReadingStation, reading } from './surroundings.ts';
import { table } from './table.ts';
import { countOf, OptionReader, oneOf, wrongValue } from './values.ts';

interface PageOptions extends CommonOptions {
  readonly limit?: string;
  readonly after?: string;
}

const usualLimit = 50;
const mostLimit = 10_000;

/** Questions of the operating system's user who asks; accounts keep theirs over HTTP. */
export const questionCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'question', say(cli.language, 'cli.question'), [
      listCommand(cli, run),
      saveCommand(cli, run),
      runCommand(cli, run),
      removeCommand(cli, run),
    ]);
  },
};

const filters = {
  entries: keptQuery(['seq'], entryFilters),
  evidence: keptQuery(['id'], evidenceFilters),
} as const;

function nameOperand(cli: Cli, command: Command): Command {
  return command.argument('<NAME>', say(cli.language, 'cli.question.name'));
}

function listCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  return run<CommonOptions>(leaf(cli, 'list', say(language, 'cli.question.list')), (_operands, options) =>
    reading(cli, options, ({ db, config }) => {
      const page = { after: null, limit: mostLimit, descending: false };
      const { questions } = questionList(db, { account: personHere().id, about: null, ...page });
      const text =
        questions.length === 0
          ? say(language, 'cli.question.none')
          : questionTable(cli, questions, config.station.zone);
      return { exit: exitCodes.done, json: { questions }, text };
    }),
  );
}

function questionTable({ language }: Cli, questions: readonly ListedQuestion[], zone: string): string {
  const titles = ['name', 'about', 'query', 'saved'] as const;
  return table(
    titles.map((title) => ({ title: say(language, `cli.question.col.${title}`) })),
    questions.map(({ name, about, query, saved }) => [
      name,
      about,
      Object.entries(query)
        .map(([filter, value]) => `${filter}=${value}`)
        .join(' '),
      timeWords(saved, zone),
    ]),
  );
}

function saveCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = nameOperand(cli, leaf(cli, 'save', say(language, 'cli.question.save')))
    .argument('<LIST>', say(language, 'cli.question.about'))
    .argument('[FILTER=VALUE...]', say(language, 'cli.question.filters'));
  return run<CommonOptions>(command, async ([name = '', list = '', ...pairs], options) => {
    const read = new OptionReader(language, 'question save');
    const about = oneOf(read.given('LIST', list), ['entries', 'evidence']);
    const query = Object.fromEntries(pairs.map((pair) => pairOf(read, pair)));
    checked(about, query);
    const answer = await order(cli, options, { order: 'keepQuestion', args: { name, about, query } });
    return { exit: exitCodes.done, json: answer, text: say(language, 'cli.question.saved', { name }) };
  });
}

function pairOf(read: OptionReader, pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  if (at < 1) throw wrongValue(read.given('FILTER=VALUE', pair), 'FILTER=VALUE');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

/** As the address of the list takes it. Errors: `api.field_unknown`, `api.value_wrong`, `api.text_unclean`. */
function checked(about: QuestionList, query: Readonly<Record<string, unknown>>) {
  const given = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
  // The schema's own shape, or an error.
  const shape = shaped(filters[about], 'querystring', given) as Parameters<typeof spanGiven>[0];
  spanGiven(shape);
  return shape;
}

function removeCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = nameOperand(cli, leaf(cli, 'remove', say(language, 'cli.question.remove')));
  return run<CommonOptions>(command, async ([name = ''], options) => {
    const answer = await order(cli, options, { order: 'forgetQuestion', args: { name } });
    return { exit: exitCodes.done, json: answer, text: say(language, 'cli.question.removed', { name }) };
  });
}

function runCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = nameOperand(cli, leaf(cli, 'run', say(language, 'cli.question.run')))
    .addOption(new Option('--limit <N>', say(language, 'cli.option.limit', { limit: usualLimit })))
    .addOption(new Option('--after <ID>', say(language, 'cli.question.after')));
  return run<PageOptions>(command, async ([name = ''], { after, ...options }) => {
    const read = new OptionReader(language, 'question run');
    const limit =
      read.optional('--limit', options.limit, (given) => countOf(given, 1, mostLimit)) ?? usualLimit;
    return await reading(cli, options, (station) => {
      const kept = question(station.db, personHere().id, name);
      if (kept.about === 'evidence')
        return evidenceAsked(cli, station, kept, { limit, after: after ?? null });
      const from = read.optional('--after', after, (given) => countOf(given, 0, Number.MAX_SAFE_INTEGER));
      return entriesAsked(cli, station, kept, { limit, after: from });
    });
  });
}

function evidenceAsked(
  cli: Cli,
  { db }: ReadingStation,
  { query }: ListedQuestion,
  page: { readonly limit: number; readonly after: string | null },
): Outcome {
  const asked = evidenceQuestion(checked('evidence', query));
  const span = { since: momentOf(asked.since), until: momentOf(asked.until) };
  const { evidence, next } = evidenceList(db, { ...asked, ...span, ...page, newestFirst: newest(query) });
  return { exit: exitCodes.done, json: { evidence, next }, text: evidencePageText(cli, evidence, next) };
}

function entriesAsked(
  cli: Cli,
  { db, config }: ReadingStation,
  { query }: ListedQuestion,
  page: { readonly limit: number; readonly after: number | null },
): Outcome {
  const { zone } = config.station;
  const asked = entryQuestion(checked('entries', query));
  const span = { since: momentOf(asked.since), until: momentOf(asked.until) };
  const found = entryList(db, { ...asked, ...span, ...page, newestFirst: newest(query) });
  const entries = found.entries.map((entry) => shownEntry(cli.language, zone, entry));
  const text = entryPageText(cli, entries, found.next, zone);
  return { exit: exitCodes.done, json: { entries, next: found.next }, text };
}

/** As the list itself: the newest first, unless it was kept otherwise. */
function newest({ sort }: ListedQuestion['query']): boolean {
  return sort === undefined || String(sort).startsWith('-');
}
