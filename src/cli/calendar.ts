import { announcedDays } from '../deadlines/announced.ts';
import { workCalendar } from '../deadlines/calendar.ts';
import { ownDays } from '../deadlines/own-days.ts';
import { say } from '../texts/say.ts';
import { type CommandFile, leaf } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { configFor } from './surroundings.ts';
import { countOf, OptionReader } from './values.ts';

/** A year's days that differ from the plain week, as the deadlines count them. Needs no data folder. */
export const calendarCommand: CommandFile = {
  build(cli, run) {
    const { language } = cli;
    const command = leaf(cli, 'calendar', say(language, 'cli.calendar')).argument(
      '<YEAR>',
      say(language, 'cli.calendar.year'),
    );
    return run(command, async ([given = ''], options) => {
      const read = new OptionReader(language, 'calendar');
      const year = countOf(read.given('YEAR', given), 1949, 9999);
      const { calendar } = configFor(cli, options).deadlines;
      const work = workCalendar(announcedDays(), ownDays(calendar));
      const days = daysOf(year);
      const announced = days.every((day) => work.covers(day));
      const special = (working: boolean): readonly string[] =>
        days
          .filter((day) => work.isWorkingDay(day) === working && day.dayOfWeek <= 5 !== working)
          .map((day) => day.toString());
      const [restDays, workDays] = [special(false), special(true)];
      const workingDays = days.filter((day) => work.isWorkingDay(day)).length;
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

function daysOf(year: number): readonly Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return Array.from({ length: first.daysInYear }, (_, i) => first.add({ days: i }));
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
