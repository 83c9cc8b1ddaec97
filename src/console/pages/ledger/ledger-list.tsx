import { ledgerPageTexts } from '../../../texts/console/ledger.ts';
import { pageNames } from '../../../texts/console/pages.ts';
import { printable } from '../../../texts/text.ts';
import { type RowOf, useDeed } from '../../data/answers.ts';
import type { Column } from '../../parts/data-table.tsx';
import { KeptQuestions } from '../../parts/kept-questions.tsx';
import { Link } from '../../parts/link.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { addressOf } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import { ActorText } from './actor-text.tsx';
import { CheckpointCard } from './checkpoint-card.tsx';
import { ExportEntries } from './export-entries.tsx';
import { entriesAsked, searchOf, useEntryFilters } from './filters.ts';
import { LiveTail } from './live-tail.tsx';

type EntryLine = RowOf<'entryList'>;

/** Everything that was written, newest first, growing while one looks. */
export function LedgerList() {
  const say = useWords(ledgerPageTexts);
  const name = useWords(pageNames);
  return (
    <ListPage
      list="entryList"
      title={name('ledger')}
      help={say('help')}
      filters={useEntryFilters()}
      asked={entriesAsked}
      columns={useEntryColumns()}
      keyOf={({ seq }) => String(seq)}
      empty={{ says: say('empty'), next: say('empty_next') }}
      sort="seq"
      acts={<ExportEntries />}
      views={<EntryQuestions />}
      above={
        <>
          <CheckpointCard />
          <LiveTail />
        </>
      }
    />
  );
}

function EntryQuestions() {
  const { mutateAsync } = useDeed('questionKeepEntries', ['questionList']);
  const keep = (name: string, search: URLSearchParams) =>
    mutateAsync({ params: { name }, body: { query: entriesAsked(search) } });
  return <KeptQuestions page="ledger" about="entries" keep={keep} searchOf={searchOf} />;
}

function useEntryColumns(): readonly Column<EntryLine>[] {
  const say = useWords(ledgerPageTexts);
  return [
    {
      name: 'seq',
      title: say('seq'),
      cell: ({ seq }) => (
        <Link to={addressOf('ledger', String(seq))} className="mono place">
          {seq}
        </Link>
      ),
    },
    { name: 'at', title: say('at'), cell: ({ at }) => <TimeText at={at} fineness="second" /> },
    {
      name: 'says',
      title: say('says'),
      cell: ({ words, type }) => <span className="entry-words">{printable(words ?? type)}</span>,
    },
    { name: 'actor', title: say('actor'), cell: ({ actor }) => <ActorText actor={actor} /> },
    {
      name: 'subject',
      title: say('subject'),
      kind: 'long',
      cell: ({ subject }) => {
        const words = printable(`${subject.kind}:${subject.id}`);
        return (
          <span className="mono" title={words}>
            {words}
          </span>
        );
      },
    },
    {
      name: 'type',
      title: say('type'),
      hidden: true,
      cell: ({ type }) => <span className="mono nowrap">{type}</span>,
    },
  ];
}
