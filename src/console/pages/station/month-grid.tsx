import type { Answer } from '../../../api/client/client.ts';
import { calendarTexts } from '../../../texts/console/station-lists.ts';
import { useWords } from '../../words/language.ts';

interface MonthGridProps {
  readonly year: Answer<'calendarYear'>;
  /** From 0. */
  readonly month: number;
}

type Kind = 'rest' | 'work' | 'weekend' | 'plain';

/** A month as a table from Monday to Sunday; days that differ are marked by a word too. */
export function MonthGrid({ year, month }: MonthGridProps) {
  const say = useWords(calendarTexts);
  const kindOf = (day: number): Kind => {
    const iso = new Date(Date.UTC(year.year, month, day)).toISOString().slice(0, 10);
    if (year.restDays.includes(iso)) return 'rest';
    if (year.workDays.includes(iso)) return 'work';
    return weekdayOf(year.year, month, day) > 4 ? 'weekend' : 'plain';
  };
  return (
    <table>
      <caption>{say('months').split(',')[month]}</caption>
      <thead>
        <tr>
          {say('weekdays')
            .split(',')
            .map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year.year, month).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a weekday is its place in the week
              <Day key={at} day={day} kind={day === null ? 'plain' : kindOf(day)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, kind }: { readonly day: number | null; readonly kind: Kind }) {
  const say = useWords(calendarTexts);
  return (
    <td className={`day-${kind}`}>
      {day}
      {kind === 'rest' ? <small>{say('mark_rest')}</small> : null}
      {kind === 'work' ? <small>{say('mark_work')}</small> : null}
    </td>
  );
}

/** Monday is 0. Pure. */
function weekdayOf(year: number, month: number, day: number): number {
  return (new Date(Date.UTC(year, month, day)).getUTCDay() + 6) % 7;
}

/** Null where a week has no day of this month. Pure. */
export function weeksOf(year: number, month: number): readonly (readonly (number | null)[])[] {
  const before = weekdayOf(year, month, 1);
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Array.from({ length: Math.ceil((before + length) / 7) }, (_week, week) =>
    Array.from({ length: 7 }, (_day, at) => {
      const day = week * 7 + at - before + 1;
      return day >= 1 && day <= length ? day : null;
    }),
  );
}
