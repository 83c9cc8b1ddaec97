import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { WorkCalendar } from '../deadlines/calendar.ts';
import { calendarInForce } from '../deadlines/calendar-in-force.ts';
import { yearOf } from '../deadlines/calendar-year.ts';
import { placesIn } from '../station/data-folder.ts';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, type CommonOptions, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { configFor, reading } from './surroundings.ts';
import { countOf, OptionReader } from './values.ts';

/** A year's days that differ from the plain week, as the deadlines count them. Needs no data folder. */
export const calendarCommand: CommandFile = {
  build(cli, run) {
    const { language } = cli;
    const command = leaf(cli, 'calendar', say(language, 'cli.calendar')).argument(
      '<YEAR>',
      say(language, 'cli.calendar.year'),
    );
    command.addCommand(importCommand(cli, run));
    return run(command, async ([given = ''], options) => {
      const read = new OptionReader(language, 'calendar');
      const year = countOf(read.given('YEAR', given), 1949, 9999);
      const work = await calendarHere(cli, options);
      const { announced, restDays, workDays, workingDays } = yearOf(work, year);
      const text = [
        announced
          ? say(language, 'cli.calendar.announced', { year })
          : say(language, 'cli.calendar.open', { year }),
        `${say(language, 'cli.calendar.rest')}  ${spans(restDays)}`,
        `${say(language, 'cli.calendar.work')}  ${spans(workDays)}`,
        say(language, 'cli.calendar.count', { count: workingDays }),
      ].join('\n');
      return { exit: exitCodes.done, json: { year, announced, restDays, workDays, workingDays }, text };
    });
  },
};

/** With what was imported where there is a station; without one as the program and the configuration have it. */
async function calendarHere(cli: Cli, options: CommonOptions): Promise<WorkCalendar> {
  const config = configFor(cli, options);
  const { calendar } = config.deadlines;
  if (!existsSync(placesIn(config.dataFolder, config.vault.folder).database))
    return calendarInForce(null, calendar).calendar;
  return await reading(cli, options, ({ db }) => calendarInForce(db, calendar).calendar);
}

interface ImportOptions extends CommonOptions {
  readonly year: string;
  readonly correct?: boolean;
}

function importCommand(cli: Cli, run: Runner): Command {
  const { language, workingFolder } = cli;
  const command = leaf(cli, 'import', say(language, 'cli.calendar.import'))
    .argument('<FILE>', say(language, 'cli.calendar.file'))
    .addOption(new Option('--correct', say(language, 'cli.calendar.correct')))
    .addOption(new Option('--year <YEAR>', say(language, 'cli.calendar.import_year')).makeOptionMandatory());
  return run<ImportOptions>(command, async ([given = ''], options) => {
    const year = countOf(
      new OptionReader(language, 'calendar import').given('--year', options.year),
      2007,
      9999,
    );
    const file = resolve(workingFolder, given);
    // The daemon is this program: its answer has the shape that the deed gives it.
    const done = (await order(cli, options, {
      order: 'importCalendar',
      args: { file, year, correct: options.correct === true },
    })) as {
      readonly restDays: readonly string[];
      readonly workDays: readonly string[];
    };
    const counts = { year, rest: done.restDays.length, work: done.workDays.length };
    return { exit: exitCodes.done, json: done, text: say(language, 'cli.calendar.imported', counts) };
  });
}

/** Days that follow each other as one span. */
function spans(days: readonly string[]): string {
  const found: { from: Temporal.PlainDate; to: Temporal.PlainDate }[] = [];
  for (const text of days) {
    const day = Temporal.PlainDate.from(text);
    const last = found.at(-1);
    if (last?.to.add({ days: 1 }).equals(day) === true) last.to = day;
    else found.push({ from: day, to: day });
  }
  if (found.length === 0) return '–';
  return found
    .map(({ from, to }) => (from.equals(to) ? `${from}` : `${from}…${to.toString().slice(5)}`))
    .join(', ');
}
