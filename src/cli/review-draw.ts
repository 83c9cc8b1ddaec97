import { type Command, Option } from 'commander';
import type { ReviewDrawn } from '../access/reviews/reviews.ts';
import { mostDrawn } from '../access/reviews/reviews.ts';
import { say } from '../texts/say.ts';
import { oneMore } from './access-words.ts';
import { type Cli, type CommonOptions, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { table } from './table.ts';
import { countOf, type Given, noteOf, OptionReader, wordsOf, wrongValue } from './values.ts';

interface DrawOptions extends CommonOptions {
  readonly from: string;
  readonly to: string;
  readonly unit?: string;
  readonly count?: string;
  readonly reviewer: readonly string[];
  readonly seed?: string;
  readonly note?: string;
}

const usualCount = 10;
const mostSeed = 128;

export function reviewDrawCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'draw', say(language, 'cli.review.draw'))
    .addOption(new Option('--from <DAY>', say(language, 'cli.review.from')).makeOptionMandatory())
    .addOption(new Option('--to <DAY>', say(language, 'cli.review.to')).makeOptionMandatory())
    .addOption(
      new Option('--reviewer <ACCOUNT>', say(language, 'cli.review.reviewer'))
        .argParser(oneMore)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--unit <CODE>', say(language, 'cli.review.unit')))
    .addOption(new Option('--count <N>', say(language, 'cli.review.count')))
    .addOption(new Option('--seed <TEXT>', say(language, 'cli.review.seed')))
    .addOption(new Option('--note <TEXT>', say(language, 'cli.option.note_text')));
  return run<DrawOptions>(command, async (_operands, options) => {
    const read = new OptionReader(language, 'review draw');
    const args = {
      from: dayOf(read.given('--from', options.from)),
      to: dayOf(read.given('--to', options.to)),
      unit: options.unit ?? null,
      count: read.optional('--count', options.count, (given) => countOf(given, 1, mostDrawn)) ?? usualCount,
      reviewers: [...options.reviewer],
      seed: read.optional('--seed', options.seed, (given) => wordsOf(given, mostSeed)),
      note: read.optional('--note', options.note, noteOf),
    };
    // The order's own answer.
    const drawn = (await order(cli, options, { order: 'drawReview', args })) as ReviewDrawn;
    return { exit: exitCodes.done, json: drawn, text: drawnText(cli, drawn) };
  });
}

function drawnText({ language }: Cli, { review, seed, population, drawn }: ReviewDrawn): string {
  const titles = ['case', 'reviewer'] as const;
  return [
    say(language, 'cli.review.drawn', { review, count: drawn.length, population, seed }),
    table(
      titles.map((title) => ({ title: say(language, `cli.review.col.${title}`) })),
      drawn.map((one) => [one.case, one.reviewer]),
    ),
  ].join('\n');
}

/** An ISO date. Error: `station.value_wrong`. */
function dayOf(given: Given): string {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(given.found)) return Temporal.PlainDate.from(given.found).toString();
  } catch (cause) {
    throw wrongValue(given, 'YYYY-MM-DD', cause);
  }
  throw wrongValue(given, 'YYYY-MM-DD');
}
