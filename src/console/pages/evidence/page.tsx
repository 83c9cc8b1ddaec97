import { classTexts } from '../../../texts/chips.ts';
import { evidencePageTexts, evidenceStateTexts } from '../../../texts/console/evidence.ts';
import { pageNames } from '../../../texts/console/pages.ts';
import type { Text } from '../../../texts/text.ts';
import type { FiltersOf } from '../../data/answers.ts';
import type { Filter } from '../../parts/filter-bar.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { useLanguage, useWords } from '../../words/language.ts';
import { dayBegins } from '../../words/moments.ts';
import { greeting } from '../../words/station.ts';
import { useEvidenceColumns } from './columns.tsx';

const only = { without_case: 'withoutCase', unassigned: 'unassigned', single_copy: 'singleCopy' } as const;

export default function EvidencePage() {
  const say = useWords(evidencePageTexts);
  const name = useWords(pageNames);
  return (
    <ListPage
      list="evidenceList"
      title={name('evidence')}
      help={say('help')}
      filters={useFilters()}
      asked={filtersIn}
      columns={useEvidenceColumns()}
      keyOf={({ evidenceId }) => evidenceId}
      empty={{ says: say('empty'), next: say('empty_next') }}
      sort="id"
    />
  );
}

function useFilters(): readonly Filter[] {
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
      kind: 'choice',
      name: 'only',
      title: say('only'),
      options: (['without_case', 'unassigned', 'single_copy'] as const).map((value) => ({
        value,
        label: say(value),
      })),
    },
  ];
}

/** What the address asks, as the station understands it. Pure. */
export function filtersIn(search: URLSearchParams): FiltersOf<'evidenceList'> {
  const since = dayIn(search.get('since'), 0);
  const until = dayIn(search.get('until'), 1);
  const texts = Object.fromEntries(
    ['officer', 'recorder', 'case', 'sort', 'state', 'class'].flatMap((name) => {
      const value = search.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const alone = Object.entries(only).find(([name]) => name === search.get('only'))?.[1];
  return {
    ...texts,
    ...(since === null ? {} : { since }),
    ...(until === null ? {} : { until }),
    ...(alone === undefined ? {} : { [alone]: true }),
  };
}

function dayIn(day: string | null, daysLater: number): string | null {
  return day === null || !/^\d{4}-\d\d-\d\d$/.test(day) ? null : dayBegins(day, greeting.zone, daysLater);
}
