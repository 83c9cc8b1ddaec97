import { CheckCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lateTexts } from '../../../texts/console/late.ts';
import { partTexts } from '../../../texts/console/parts.ts';
import { type ListAnswer, type RowOf, useList } from '../../data/answers.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { useWords } from '../../words/language.ts';

/** Alarms about what ought to be there and is not. */
const codes: readonly string[] = [
  'duty_not_docked',
  'case_without_recording',
  'recorder_unseen',
  'evidence_without_case',
];

type Missing = ListAnswer<RowOf<'alarmList'>>;

export function useMissing(): Missing {
  const answer = useList('alarmList', {});
  return { ...answer, rows: answer.rows.filter(({ code }) => codes.includes(code)) };
}

export function MissingBoard({ missing }: { readonly missing: Missing }) {
  const say = useWords(lateTexts);
  const part = useWords(partTexts);
  const { rows, error, hasNextPage, more, refetch } = missing;
  if (error !== null) return <ProblemNote error={error} again={() => void refetch()} />;
  if (rows.length === 0 && !hasNextPage)
    return (
      <div className="table-frame">
        <Empty says={say('none')} next={say('none_next')} icon={<CheckCircleOutlined />} />
      </div>
    );
  return (
    <>
      <DataTable
        caption={say('missing')}
        columns={[
          { name: 'raised', title: say('raised'), cell: ({ raised }) => <TimeText at={raised} /> },
          { name: 'what', title: say('what'), cell: ({ words }) => words },
        ]}
        rows={rows}
        keyOf={({ alarm }) => alarm}
      />
      {hasNextPage ? (
        <div className="table-foot">
          <Button onClick={more}>{part('more')}</Button>
        </div>
      ) : null}
    </>
  );
}
