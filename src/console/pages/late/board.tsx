import { CheckCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { assumptionTexts } from '../../../texts/assumptions.ts';
import { lateTexts } from '../../../texts/console/late.ts';
import { justificationTexts } from '../../../texts/deadlines.ts';
import { CourseActs } from '../../parts/course-acts.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PersonText } from '../../parts/person-text.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { useCode, useWords } from '../../words/language.ts';
import type { Judged } from './report.ts';

export const kinds = ['overdue', 'late', 'pending', 'undetermined'] as const;
export type Kind = (typeof kinds)[number];

const verdictsOf: Readonly<Record<Kind, readonly string[]>> = {
  overdue: ['overdue'],
  late: ['late'],
  pending: ['pending', 'due_soon'],
  undetermined: ['undetermined'],
};

/** Those of one kind, what was due first at the top. Pure. */
export function ofKind(judged: readonly Judged[], kind: Kind): readonly Judged[] {
  return judged
    .filter(({ verdict }) => verdictsOf[kind].includes(verdict))
    .sort((a, b) => ((a.due ?? a.docked ?? '') < (b.due ?? b.docked ?? '') ? -1 : 1));
}

const shownAtOnce = 50;

export function Board({ kind, judged }: { readonly kind: Kind; readonly judged: readonly Judged[] }) {
  const say = useWords(lateTexts);
  const [most, setMost] = useState(shownAtOnce);
  const rows = ofKind(judged, kind);
  const columns = useColumns(kind);
  if (rows.length === 0)
    return (
      <div className="table-frame">
        <Empty says={say('none')} next={say('none_next')} icon={<CheckCircleOutlined />} />
      </div>
    );
  return (
    <>
      <DataTable
        caption={say(kind)}
        columns={columns}
        rows={rows.slice(0, most)}
        keyOf={({ session, rule }) => `${session} ${rule}`}
      />
      {rows.length > most ? (
        <div className="table-foot">
          <Button onClick={() => setMost(most + 4 * shownAtOnce)}>
            {say('more', { count: Math.min(rows.length - most, 4 * shownAtOnce) })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function useColumns(kind: Kind): readonly Column<Judged>[] {
  const say = useWords(lateTexts);
  const reason = useCode(justificationTexts);
  const assumption = useCode(assumptionTexts);
  const none = <span className="quiet">–</span>;
  const known: readonly Column<Judged>[] = [
    { name: 'due', title: say('due'), cell: ({ due }) => (due === null ? none : <TimeText at={due} />) },
    {
      name: 'stored',
      title: say('stored'),
      cell: ({ stored }) =>
        stored === null ? <span className="quiet">{say('not_stored')}</span> : <TimeText at={stored} />,
    },
    {
      name: 'reason',
      title: say('reason_state'),
      cell: ({ justification }) =>
        justification === 'none' ? <span className="quiet">{say('no_reason')}</span> : reason(justification),
    },
  ];
  const unknown: Column<Judged> = {
    name: 'because',
    title: say('because'),
    cell: ({ assumptions }) => assumptions.map(assumption).join('；'),
  };
  return [
    {
      name: 'session',
      title: say('session'),
      cell: ({ session }) => <span className="mono nowrap">{session}</span>,
    },
    { name: 'verdict', title: say('verdict'), cell: ({ verdict }) => <VerdictChip verdict={verdict} /> },
    {
      name: 'officer',
      title: say('officer'),
      cell: ({ officers }) =>
        officers.length === 0 ? (
          <span className="quiet">{say('nobody')}</span>
        ) : (
          officers.map((number) => <PersonText key={number} number={number} />)
        ),
    },
    {
      name: 'recorder',
      title: say('recorder'),
      cell: ({ recorder }) => <span className="mono">{recorder}</span>,
    },
    { name: 'acts', title: say('acts'), cell: (judged) => <CourseActs of={judged} /> },
    { name: 'items', title: say('items'), kind: 'number', cell: ({ items }) => items },
    ...(kind === 'undetermined' ? [unknown] : known),
    {
      name: 'clause',
      title: say('clause'),
      cell: ({ clause }) => <span className="mono nowrap">{clause}</span>,
    },
  ];
}
