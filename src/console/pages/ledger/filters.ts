import { ledgerPageTexts, resultTexts } from '../../../texts/console/ledger.ts';
import { entryTexts } from '../../../texts/entries.ts';
import type { Text } from '../../../texts/text.ts';
import type { FiltersOf } from '../../data/answers.ts';
import type { Filter } from '../../parts/filter-bar.tsx';
import { daysOf, spanIn } from '../../words/days-asked.ts';
import { useLanguage, useWords } from '../../words/language.ts';

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
  return { ...Object.fromEntries(texts), ...spanIn(search) };
}

/** The other way round: a question that was kept, as it stands in the address. Pure. */
export function searchOf({ since, until, ...rest }: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(rest).map(([name, value]) => [name, String(value)]);
  return new URLSearchParams([...given, ...Object.entries(daysOf({ since, until }))]).toString();
}
