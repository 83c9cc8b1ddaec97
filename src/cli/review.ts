import { type Command, Option } from 'commander';
import { reviewGrades } from '../custody/entry-kinds.ts';
import { reviewList } from '../station/catalogue/reviews.ts';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, type CommonOptions, group, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { reviewDrawCommand } from './review-draw.ts';
import { reviewShowCommand } from './review-show.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';
import { countOf, noteOf, OptionReader, oneOf } from './values.ts';

interface ListOptions extends CommonOptions {
  readonly after?: string;
  readonly limit?: string;
}

interface EnterOptions extends CommonOptions {
  readonly grade: string;
  readonly found: string;
  readonly mend?: string;
}

const usualLimit = 50;
const mostLimit = 10_000;

export const reviewCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'review', say(cli.language, 'cli.review'), [
      reviewDrawCommand(cli, run),
      listCommand(cli, run),
      reviewShowCommand(cli, run),
      enterCommand(cli, run),
    ]);
  },
};

function listCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'list', say(language, 'cli.review.list'))
    .addOption(new Option('--limit <N>', say(language, 'cli.option.limit', { limit: usualLimit })))
    .addOption(new Option('--after <REVIEW>', say(language, 'cli.review.after')));
  return run<ListOptions>(command, async (_operands, { after = null, ...options }) => {
    const read = new OptionReader(language, 'review list');
    const limit =
      read.optional('--limit', options.limit, (given) => countOf(given, 1, mostLimit)) ?? usualLimit;
    return await reading(cli, options, ({ db }) => {
      const { reviews, next } = reviewList(db, { after, limit, descending: true });
      const titles = ['review', 'span', 'unit', 'cases', 'reviewed', 'drawer'] as const;
      const listed = table(
        titles.map((title) => ({ title: say(language, `cli.review.col.${title}`) })),
        reviews.map((one) => [
          one.review,
          `${one.from} – ${one.to}`,
          one.unit ?? '–',
          String(one.cases),
          String(one.reviewed),
          one.drawer,
        ]),
      );
      const text = [
        reviews.length === 0 ? say(language, 'cli.review.none') : listed,
        ...(next === null ? [] : [say(language, 'cli.more', { next })]),
      ].join('\n');
      return { exit: exitCodes.done, json: { reviews, next }, text };
    });
  });
}

function enterCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'enter', say(language, 'cli.review.enter'))
    .argument('<REVIEW>', say(language, 'cli.review.operand'))
    .argument('<CASE>', say(language, 'cli.review.case_operand'))
    .addOption(new Option('--grade <GRADE>', say(language, 'cli.review.grade')).makeOptionMandatory())
    .addOption(new Option('--found <TEXT>', say(language, 'cli.review.found')).makeOptionMandatory())
    .addOption(new Option('--mend <TEXT>', say(language, 'cli.review.mend')));
  return run<EnterOptions>(command, async ([review = '', number = ''], options) => {
    const read = new OptionReader(language, 'review enter');
    const args = {
      ...{ review, case: number },
      grade: oneOf(read.given('--grade', options.grade), reviewGrades),
      found: noteOf(read.given('--found', options.found)),
      mend: read.optional('--mend', options.mend, noteOf),
    };
    const answer = await order(cli, options, { order: 'enterReview', args });
    return {
      exit: exitCodes.done,
      json: answer,
      text: say(language, 'cli.review.entered', { case: number }),
    };
  });
}
