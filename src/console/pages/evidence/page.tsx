import { evidencePageTexts } from '../../../texts/console/evidence.ts';
import { pageNames } from '../../../texts/console/pages.ts';
import { useDeed } from '../../data/answers.ts';
import { KeptQuestions } from '../../parts/kept-questions.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { usePlace } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import { useEvidenceColumns } from './columns.tsx';
import { filtersIn, searchOf, useFilters } from './filters.ts';

export default function EvidencePage() {
  const say = useWords(evidencePageTexts);
  const name = useWords(pageNames);
  return (
    <ListPage
      list="evidenceList"
      title={name('evidence')}
      help={say('help')}
      filters={useFilters(usePlace().search)}
      asked={filtersIn}
      columns={useEvidenceColumns()}
      keyOf={({ evidenceId }) => evidenceId}
      empty={{ says: say('empty'), next: say('empty_next') }}
      sort="id"
      views={<EvidenceQuestions />}
      tall
    />
  );
}

function EvidenceQuestions() {
  const { mutateAsync } = useDeed('questionKeepEvidence', ['questionList']);
  const keep = (name: string, search: URLSearchParams) =>
    mutateAsync({ params: { name }, body: { query: filtersIn(search) } });
  return <KeptQuestions page="evidence" about="evidence" keep={keep} searchOf={searchOf} />;
}
