import { Skeleton } from 'antd';
import { use, useMemo } from 'react';
import { lateTexts } from '../../../texts/console/late.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TypeContext } from '../../shell/type-size.ts';
import type { Span } from '../../words/days-asked.ts';
import { useWords } from '../../words/language.ts';
import { useBars } from './bars.ts';
import { type Counts, type Grouping, useCounts } from './report.ts';

const mostBars = 24;
const titles = { week: 'group_week', unit: 'group_unit', officer: 'officer' } as const;

/** How it went, by whatever it is counted by: a chart, and the same in figures. */
export default function Charts({ by, span }: { readonly by: Grouping; readonly span: Span }) {
  const { data, error, refetch } = useCounts(by, span);
  if (error !== null) return <ProblemNote error={error} again={() => void refetch()} />;
  if (data === undefined) return <Skeleton active={false} />;
  return (
    <div className="beside">
      <Chart counts={data} />
      <Figures by={by} counts={data} />
    </div>
  );
}

function Chart({ counts }: { readonly counts: readonly Counts[] }) {
  const say = useWords(lateTexts);
  const { large } = use(TypeContext);
  const shown = useMemo(() => counts.slice(-mostBars), [counts]);
  const names = [say('on_time'), say('excused'), say('late'), say('overdue')].join('\n');
  const series = useMemo(() => {
    const [onTime = '', excused = '', late = '', overdue = ''] = names.split('\n');
    const of = (name: string, colour: string, key: 'onTime' | 'excused' | 'late' | 'overdue') => ({
      ...{ name, colour },
      values: shown.map((row) => row[key]),
    });
    return [
      of(onTime, '#2f8a58', 'onTime'),
      of(excused, '#3a72b5', 'excused'),
      of(late, '#d08a24', 'late'),
      of(overdue, '#c0443b', 'overdue'),
    ];
  }, [shown, names]);
  const labels = useMemo(() => shown.map(({ group }) => group), [shown]);
  const place = useBars({ labels, series, large });
  return <div ref={place} className="chart" role="img" aria-label={say('chart_says')} />;
}

function Figures({ by, counts }: { readonly by: Grouping; readonly counts: readonly Counts[] }) {
  const say = useWords(lateTexts);
  const number = (name: string, title: string, read: (row: Counts) => number | null): Column<Counts> => ({
    ...{ name, title, kind: 'number' },
    cell: (row) => read(row) ?? '–',
  });
  return (
    <DataTable
      caption={say('charts')}
      columns={[
        {
          name: 'group',
          title: say(titles[by]),
          cell: ({ group }) => <span className="nowrap">{group}</span>,
        },
        number('due', say('all_due'), ({ due }) => due),
        number('onTime', say('on_time'), ({ onTime }) => onTime),
        number('excused', say('excused'), ({ excused }) => excused),
        number('late', say('late'), ({ late }) => late),
        number('overdue', say('overdue'), ({ overdue }) => overdue),
        number('punctuality', say('punctuality'), ({ punctuality }) => punctuality),
      ]}
      rows={counts}
      keyOf={({ group }) => group}
    />
  );
}
