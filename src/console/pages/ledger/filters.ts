import { ledgerPageTexts, resultTexts } from '../../../texts/console/ledger.ts';
import { entryTexts } from '../../../texts/entries.ts';
import type { Text } from '../../../texts/text.ts';
import type { FiltersOf } from '../../data/answers.ts';
import type { Filter } from '../../parts/filter-bar.tsx';
import { useLanguage, useWords } from '../../words/language.ts';
import { dayBegins } from '../../words/moments.ts';
import { greeting } from '../../words/station.ts';

const plain = ['text', 'actor', 'recorder', 'officer', 'case', 'evidence', 'address'] as const;
const asItIs = [...plain, 'type', 'result', 'sort'] as const;

export function useEntryFilters(): readonly Filter[] {
  const say = useWords(ledgerPageTexts);
  const { language } = useLanguage();
  const texts = Object.entries<Text>(entryTexts);
  return [
    { kind: 'days', name: 'since', until: 'until', title: say('days') },
    {
      ...{ kind: 'choice', name: 'type', title: say('type'), many: true },
      options: texts.map(([value, text]) => ({ value, label: typeWords(text[language], value) })),
    },
    ...plain.map((name) => ({ kind: 'text' as const, name, title: say(name) })),
    {
      ...{ kind: 'choice', name: 'result', title: say('result') },
      options: Object.entries(resultTexts).map(([value, text]) => ({ value, label: text[language] })),
    },
  ];
}

/** A kind of entry by what its entries say, and by its name. Pure. */
function typeWords(sentence: string, type: string): string {
  return `${sentence.replaceAll(/\{\w+\}/g, '…')} · ${type}`;
}

/** What the address asks, as the station understands it. Pure. */
export function entriesAsked(search: URLSearchParams): FiltersOf<'entryList'> {
  const texts = asItIs.flatMap((name) => {
    const value = search.get(name);
    return value === null ? [] : [[name, value]];
  });
  const [since, until] = [dayIn(search.get('since'), 0), dayIn(search.get('until'), 1)];
  return {
    ...Object.fromEntries(texts),
    ...(since === null ? {} : { since }),
    ...(until === null ? {} : { until }),
  };
}

function dayIn(day: string | null, daysLater: number): string | null {
  return day === null || !/^\d{4}-\d\d-\d\d$/.test(day) ? null : dayBegins(day, greeting.zone, daysLater);
}

/** The other way round: a question that was kept, as it stands in the address. Pure. */
export function searchOf(query: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(query).map(([name, value]) => {
    const day = name === 'until' ? lastDay(String(value)) : dayOf(String(value));
    return [name, name === 'since' || name === 'until' ? day : String(value)];
  });
  return new URLSearchParams(given).toString();
}

function dayOf(instant: string): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: greeting.zone, dateStyle: 'short' });
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? '' : day.format(ms);
}

/** The moment up to which it was asked is the first of the day after. */
function lastDay(instant: string): string {
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? '' : dayOf(new Date(ms - 1).toISOString());
}
