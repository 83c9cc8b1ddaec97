import { FolderFilled, FolderOpenOutlined, HourglassOutlined, WarningFilled } from '@ant-design/icons';
import { casesTexts } from '../../../texts/console/cases.ts';
import { remainderTexts } from '../../../texts/console/desk.ts';
import { sizeWords } from '../../../texts/measures.ts';
import { printable } from '../../../texts/text.ts';
import type { Column } from '../../parts/data-table.tsx';
import { Link } from '../../parts/link.tsx';
import { PersonText } from '../../parts/person-text.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { addressOf } from '../../shell/place.ts';
import { lastDayOf } from '../../words/days-left.ts';
import { useWords } from '../../words/language.ts';
import { greeting } from '../../words/station.ts';
import { archivingOf, type CaseLine, LimitChip } from './limit-chip.tsx';
import { MomentText } from './moment-text.tsx';

const none = <span className="quiet">–</span>;

export function useCaseColumns(): readonly Column<CaseLine>[] {
  const say = useWords(casesTexts);
  return [
    {
      name: 'number',
      title: say('number'),
      cell: ({ number }) => (
        <Link to={addressOf('cases', number)} className="nowrap">
          {printable(number)}
        </Link>
      ),
    },
    { name: 'title', title: say('title'), kind: 'long', cell: ({ title }) => <Long text={title} /> },
    {
      name: 'party',
      title: say('party'),
      kind: 'long',
      cell: ({ party }) => <Long text={party?.name ?? party?.number ?? null} />,
    },
    {
      name: 'handler',
      title: say('handler'),
      cell: ({ handler }) => (handler === null ? none : <PersonText {...handler} />),
    },
    {
      name: 'unit',
      title: say('unit'),
      kind: 'long',
      cell: ({ unit }) => <Long text={unit?.name ?? unit?.number ?? null} />,
    },
    { name: 'recordings', title: say('recordings'), cell: (line) => <Recordings line={line} /> },
    { name: 'state', title: say('state'), cell: ({ state }) => <CaseState state={state} /> },
    { name: 'archive', title: say('archive'), cell: (line) => <Archiving line={line} /> },
    {
      name: 'last',
      title: say('last'),
      hidden: true,
      cell: ({ last }) => (last === null ? none : <TimeText at={last} />),
    },
    {
      name: 'bytes',
      title: say('bytes'),
      kind: 'number',
      hidden: true,
      cell: ({ bytes }) => sizeWords(bytes),
    },
    {
      name: 'matter',
      title: say('matter'),
      kind: 'long',
      hidden: true,
      cell: ({ matter }) => <Long text={matter?.name ?? matter?.number ?? null} />,
    },
  ];
}

function Long({ text }: { readonly text: string | null }) {
  return text === null ? (
    none
  ) : (
    <span title={printable(text)} className="nowrap">
      {printable(text)}
    </span>
  );
}

export function Recordings({ line }: { readonly line: CaseLine }) {
  const say = useWords(casesTexts);
  const { recordings, candidates, missing } = line;
  return (
    <span className="nowrap">
      {missing ? (
        <StateChip tone="bad" icon={<WarningFilled />}>
          {say('missing')}
        </StateChip>
      ) : recordings === 0 ? (
        <span className="quiet">{say('no_recordings')}</span>
      ) : (
        recordings
      )}
      {candidates === 0 ? null : <span className="quiet"> {say('candidates', { count: candidates })}</span>}
    </span>
  );
}

const looks = {
  open: { tone: 'info', icon: <FolderOpenOutlined /> },
  closed: { tone: 'warn', icon: <HourglassOutlined /> },
  archived: { tone: 'good', icon: <FolderFilled /> },
} as const;

export function CaseState({ state }: { readonly state: CaseLine['state'] }) {
  const say = useWords(casesTexts);
  return <StateChip {...looks[state]}>{say(state)}</StateChip>;
}

function Archiving({ line }: { readonly line: CaseLine }) {
  const say = useWords(remainderTexts);
  const limit = archivingOf(line);
  if (limit === null) return <span className="quiet">{say('none')}</span>;
  const day = lastDayOf(limit, greeting.zone);
  return (
    <>
      <LimitChip limit={limit} />
      <div className="quiet nowrap">
        {day === null ? null : <MomentText moment={day} />} <span className="mono">{limit.clause}</span>
      </div>
    </>
  );
}
