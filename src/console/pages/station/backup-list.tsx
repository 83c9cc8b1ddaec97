import { CheckCircleFilled, DeleteOutlined, SaveOutlined } from '@ant-design/icons';
import { pageNames } from '../../../texts/console/pages.ts';
import { backupListTexts } from '../../../texts/console/station-lists.ts';
import { sizeWords } from '../../../texts/measures.ts';
import { printable } from '../../../texts/text.ts';
import { useAnswer, useDeed } from '../../data/answers.ts';
import { useMay } from '../../data/session.ts';
import { ListPage } from '../../parts/list-page.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { useWords } from '../../words/language.ts';
import { StationParts } from './station-parts.tsx';

/** Every backup that was made. */
export function BackupList() {
  const say = useWords(backupListTexts);
  const name = useWords(pageNames);
  const make = useDeed('backupMake', ['backupList', 'doctor', 'stationStatus']);
  const why = useWhyNot();
  return (
    <ListPage
      list="backupList"
      title={name('station')}
      help={say('help')}
      acts={
        <WhyDisabled
          type="primary"
          icon={<SaveOutlined />}
          why={why}
          loading={make.isPending}
          onClick={() => make.mutate({})}
        >
          {say('make')}
        </WhyDisabled>
      }
      above={
        <>
          <StationParts at="backups" />
          {make.error === null ? null : <ProblemNote error={make.error} />}
          <p role="status">
            {make.data === undefined ? null : say('made_now', { file: printable(make.data.path) })}
          </p>
        </>
      }
      filters={[]}
      asked={(search) => ({ sort: search.get('sort') === 'made' ? ('made' as const) : ('-made' as const) })}
      columns={[
        { name: 'made', title: say('made'), cell: ({ made }) => <TimeText at={made} /> },
        {
          name: 'file',
          title: say('file'),
          cell: ({ file }) => <span className="mono">{printable(file)}</span>,
        },
        {
          name: 'folder',
          title: say('folder'),
          kind: 'long',
          cell: ({ folder }) => (folder === null ? '–' : <span title={folder}>{printable(folder)}</span>),
        },
        { name: 'bytes', title: say('bytes'), kind: 'number', cell: ({ bytes }) => sizeWords(bytes) },
        { name: 'entries', title: say('entries'), kind: 'number', cell: ({ size }) => size },
        { name: 'state', title: say('state'), cell: ({ removed }) => <KeptChip removed={removed} /> },
      ]}
      keyOf={({ file, made }) => `${file} ${made}`}
      empty={{ says: say('empty'), next: say('empty_next') }}
      sort="made"
    />
  );
}

function useWhyNot(): string | null {
  const say = useWords(backupListTexts);
  const may = useMay();
  const { data } = useAnswer('config', {}, { enabled: may('config.see') });
  if (!may('backup.make')) return say('may_not');
  const backup: unknown = data?.['backup'];
  const folder: unknown = typeof backup === 'object' && backup !== null ? Reflect.get(backup, 'folder') : '';
  return folder === null ? say('no_folder') : null;
}

function KeptChip({ removed }: { readonly removed: string | null }) {
  const say = useWords(backupListTexts);
  if (removed === null)
    return (
      <StateChip tone="good" icon={<CheckCircleFilled />}>
        {say('kept')}
      </StateChip>
    );
  return (
    <StateChip tone="quiet" icon={<DeleteOutlined />}>
      {say('removed')}
    </StateChip>
  );
}
