import { ExclamationCircleFilled } from '@ant-design/icons';
import { registersPageTexts } from '../../../texts/console/registers.ts';
import { printable } from '../../../texts/text.ts';
import { type RowOf, useList } from '../../data/answers.ts';
import { problemOf } from '../../data/ask-station.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { useWords } from '../../words/language.ts';
import type { Register } from './shapes.ts';

/** Lists that were read in, newest first. */
export function PastImports({ titles }: { readonly titles: readonly Register[] }) {
  const say = useWords(registersPageTexts);
  const { rows, error, isPending } = useList('importList', {});
  const columns = useColumns(titles);
  // Whoever sees their own unit alone does not see what was imported for all.
  if (error !== null) return problemOf(error) === null ? <ProblemNote error={error} /> : null;
  return (
    <div>
      <h2 className="part-title">{say('imports')}</h2>
      {!isPending && rows.length === 0 ? <p className="quiet">{say('imports_none')}</p> : null}
      {rows.length === 0 ? null : (
        <DataTable caption={say('imports')} columns={columns} rows={rows} keyOf={(row) => row.import} />
      )}
    </div>
  );
}

function useColumns(titles: readonly Register[]): readonly Column<RowOf<'importList'>>[] {
  const say = useWords(registersPageTexts);
  return [
    { name: 'begun', title: say('begun'), cell: ({ begun }) => <TimeText at={begun} /> },
    {
      name: 'register',
      title: say('register'),
      cell: ({ register }) => titles.find((one) => one.register === register)?.title ?? register,
    },
    { name: 'file', title: say('file_name'), kind: 'long', cell: ({ file }) => printable(file ?? '–') },
    { name: 'rows', title: say('rows'), kind: 'number', cell: ({ rows }) => rows },
    {
      name: 'refused',
      title: say('refused'),
      kind: 'number',
      cell: ({ refused, finished }) => (
        <span className="nowrap">
          {refused}{' '}
          {finished === null ? (
            <StateChip tone="warn" icon={<ExclamationCircleFilled />}>
              {say('unfinished')}
            </StateChip>
          ) : null}
        </span>
      ),
    },
  ];
}
