import '../../look/desk.css';
import { casesTexts } from '../../../texts/console/cases.ts';
import { deskTexts } from '../../../texts/console/desk.ts';
import { pageNames } from '../../../texts/console/pages.ts';
import type { FiltersOf } from '../../data/answers.ts';
import { askStation } from '../../data/ask-station.ts';
import { useMay } from '../../data/session.ts';
import type { PageProps } from '../../page-row.ts';
import { ExportButton } from '../../parts/export-buttons.tsx';
import type { Filter } from '../../parts/filter-bar.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { useWords } from '../../words/language.ts';
import { CaseFile } from './case-file.tsx';
import { useCaseColumns } from './columns.tsx';

const states = ['open', 'closed', 'archived'] as const;

export default function CasesPage({ thing }: PageProps) {
  return thing === null ? <CaseList /> : <CaseFile number={thing} />;
}

function CaseList() {
  const say = useWords(casesTexts);
  const desk = useWords(deskTexts);
  const name = useWords(pageNames);
  const may = useMay();
  const exporting = (
    <ExportButton
      name="case-ledger"
      why={may('case.export') ? null : desk('may_not_export')}
      ask={(format) => askStation('caseLedger', { query: { of: 'all', format } })}
    />
  );
  return (
    <ListPage
      list="caseList"
      title={name('cases')}
      help={say('help')}
      filters={useFilters()}
      asked={filtersIn}
      columns={useCaseColumns()}
      keyOf={({ number }) => number}
      empty={{ says: say('empty'), next: say('empty_next') }}
      acts={exporting}
    />
  );
}

function useFilters(): readonly Filter[] {
  const say = useWords(casesTexts);
  return [
    {
      ...{ kind: 'choice', name: 'state', title: say('state') },
      options: states.map((value) => ({ value, label: say(value) })),
    },
    { kind: 'text', name: 'handler', title: say('handler_number') },
    { kind: 'text', name: 'party', title: say('party_code') },
    { kind: 'text', name: 'unit', title: say('unit_code') },
  ];
}

function filtersIn(search: URLSearchParams): FiltersOf<'caseList'> {
  const state = states.find((one) => one === search.get('state'));
  const texts = Object.fromEntries(
    ['handler', 'party', 'unit'].flatMap((name) => {
      const value = search.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  return { ...texts, ...(state === undefined ? {} : { state }) };
}
