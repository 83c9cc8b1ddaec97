import { QuestionCircleFilled } from '@ant-design/icons';
import { evidencePageTexts } from '../../../texts/console/evidence.ts';
import { sizeWords } from '../../../texts/measures.ts';
import { printable } from '../../../texts/text.ts';
import type { RowOf } from '../../data/answers.ts';
import { pages } from '../../pages.ts';
import type { Column } from '../../parts/data-table.tsx';
import { Link } from '../../parts/link.tsx';
import { PersonText } from '../../parts/person-text.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { addressOf } from '../../shell/place.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { localWords } from '../../words/moments.ts';
import { ClassChip, FindingsChip, LockChip, SecrecyChip, StateOfItem } from './chips.tsx';

export type EvidenceLine = RowOf<'evidenceList'>;

export function useEvidenceColumns(): readonly Column<EvidenceLine>[] {
  const say = useWords(evidencePageTexts);
  const unknown = <span className="quiet">–</span>;
  return [
    { name: 'item', title: say('item'), cell: ({ evidenceId }) => <ItemLink id={evidenceId} /> },
    { name: 'recorded', title: say('recorded'), cell: ({ named }) => <Recorded start={named.start} /> },
    {
      name: 'officer',
      title: say('officer'),
      cell: ({ marks, named }) => <PersonText number={marks.officer ?? named.officer} />,
    },
    {
      name: 'recorder',
      title: say('recorder'),
      cell: ({ recorder, assigned }) => (
        <span className="nowrap">
          <span className="mono">{recorder}</span>
          {assigned ? null : <NotRegistered />}
        </span>
      ),
    },
    {
      name: 'case',
      title: say('case'),
      kind: 'long',
      cell: ({ marks }) =>
        marks.case === null ? (
          <span className="quiet">{say('no_case')}</span>
        ) : (
          <span title={printable(marks.case)}>{printable(marks.case)}</span>
        ),
    },
    {
      name: 'verdict',
      title: say('verdict'),
      cell: ({ marks }) =>
        marks.verdict === null ? (
          <span className="quiet">{say('unjudged')}</span>
        ) : (
          <VerdictChip verdict={marks.verdict} />
        ),
    },
    {
      name: 'findings',
      title: say('findings'),
      cell: ({ marks }) => <FindingsChip count={marks.findings} />,
    },
    { name: 'class', title: say('class'), cell: ({ marks }) => <ClassChip of={marks.class} /> },
    {
      name: 'secrecy',
      title: say('secrecy'),
      hidden: true,
      cell: ({ marks }) =>
        marks.classification === null ? unknown : <SecrecyChip of={marks.classification} />,
    },
    { name: 'lock', title: say('lock'), cell: ({ marks }) => <LockChip marks={marks} /> },
    { name: 'state', title: say('state'), cell: ({ state }) => <StateOfItem state={state} /> },
    {
      name: 'bytes',
      title: say('bytes'),
      kind: 'number',
      cell: ({ bytes }) => <span className="nowrap">{sizeWords(bytes)}</span>,
    },
    {
      name: 'secured',
      title: say('secured'),
      hidden: true,
      cell: ({ securedAt }) => <TimeText at={securedAt} />,
    },
    {
      name: 'path',
      title: say('path'),
      kind: 'long',
      hidden: true,
      cell: ({ path }) => <span title={printable(path)}>{printable(path)}</span>,
    },
  ];
}

function NotRegistered() {
  const say = useWords(evidencePageTexts);
  return (
    <span className="marked" title={say('not_registered')}>
      <QuestionCircleFilled aria-hidden="true" />
      <span className="unseen">{say('not_registered')}</span>
    </span>
  );
}

/** Once there is a page for one item it is a link. */
function ItemLink({ id }: { readonly id: string }) {
  if (!pages.some(({ name }) => name === 'item')) return <span className="mono nowrap">{id}</span>;
  return (
    <Link to={addressOf('item', id)} className="mono nowrap">
      {id}
    </Link>
  );
}

/** As the file's name has it: local, and without a zone. */
function Recorded({ start }: { readonly start: string | null }) {
  const { language } = useLanguage();
  if (start === null) return <span className="quiet">–</span>;
  return <span className="nowrap">{localWords(start, language)}</span>;
}
