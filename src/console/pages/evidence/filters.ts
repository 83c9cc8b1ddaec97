import { classTexts } from '../../../texts/chips.ts';
import { evidencePageTexts, evidenceStateTexts } from '../../../texts/console/evidence.ts';
import type { Text } from '../../../texts/text.ts';
import type { FiltersOf } from '../../data/answers.ts';
import type { Filter } from '../../parts/filter-bar.tsx';
import { daysOf, spanIn } from '../../words/days-asked.ts';
import { useLanguage, useWords } from '../../words/language.ts';

const only = { without_case: 'withoutCase', unassigned: 'unassigned', single_copy: 'singleCopy' } as const;
const onlyNames = ['without_case', 'unassigned', 'single_copy'] as const;
/** `docking` is asked by links from elsewhere. */
const asItIs = ['officer', 'recorder', 'case', 'docking', 'sort', 'state', 'class'] as const;

export function useFilters(search: URLSearchParams): readonly Filter[] {
  const say = useWords(evidencePageTexts);
  const { language } = useLanguage();
  const options = (texts: Readonly<Record<string, Text>>) =>
    Object.entries(texts).map(([value, text]) => ({ value, label: text[language] }));
  return [
    { kind: 'days', name: 'since', until: 'until', title: say('taken_in') },
    { kind: 'text', name: 'officer', title: say('officer') },
    { kind: 'text', name: 'recorder', title: say('recorder') },
    { kind: 'text', name: 'case', title: say('case') },
    { kind: 'choice', name: 'state', title: say('state'), options: options(evidenceStateTexts) },
    { kind: 'choice', name: 'class', title: say('class'), options: options(classTexts) },
    {
      ...{ kind: 'choice', name: 'only', title: say('only') },
      options: onlyNames.map((value) => ({ value, label: say(value) })),
    },
    ...(search.has('docking') ? [{ kind: 'text', name: 'docking', title: say('docking') } as const] : []),
  ];
}

/** What the address asks, as the station understands it. Pure. */
export function filtersIn(search: URLSearchParams): FiltersOf<'evidenceList'> {
  const texts = asItIs.flatMap((name) => {
    const value = search.get(name);
    return value === null ? [] : [[name, value]];
  });
  const alone = onlyNames.find((name) => name === search.get('only'));
  return {
    ...Object.fromEntries(texts),
    ...spanIn(search),
    ...(alone === undefined ? {} : { [only[alone]]: true }),
  };
}

/** The other way round: a question that was kept, as it stands in the address. Pure. */
export function searchOf(query: Readonly<Record<string, unknown>>): string {
  const texts = asItIs.flatMap((name) => {
    const value = query[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  const alone = onlyNames.filter((name) => query[only[name]] === true).map((name) => ['only', name]);
  return new URLSearchParams([...texts, ...Object.entries(daysOf(query)), ...alone]).toString();
}
