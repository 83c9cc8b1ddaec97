import { casesTexts } from '../../../texts/console/cases.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { lastDayOf } from '../../words/days-left.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { greeting } from '../../words/station.ts';
import { type Limit, LimitChip } from './limit-chip.tsx';
import { MomentText } from './moment-text.tsx';

/** What is due of a case, by which clause, and how long there is left. */
export function Limits({ limits }: { readonly limits: readonly Limit[] }) {
  const say = useWords(casesTexts);
  const { language } = useLanguage();
  if (limits.length === 0) return <p className="card quiet">{say('no_limits')}</p>;
  const none = <span className="quiet">–</span>;
  const lastDay = (limit: Limit) => {
    const day = lastDayOf(limit, greeting.zone);
    return day === null ? none : <MomentText moment={day} />;
  };
  return (
    <DataTable
      caption={say('limits')}
      columns={[
        { name: 'limit', title: say('limit'), cell: ({ what }) => what[language] },
        { name: 'remains', title: say('remains'), cell: (limit) => <LimitChip limit={limit} /> },
        { name: 'last_day', title: say('last_day'), cell: lastDay },
        {
          name: 'begins',
          title: say('begins'),
          cell: ({ start }) => (start === null ? none : <TimeText at={start} fineness="day" />),
        },
        {
          name: 'counted',
          title: say('counted'),
          kind: 'number',
          cell: ({ countedDays }) => countedDays.length,
        },
        {
          name: 'done_at',
          title: say('done_at'),
          cell: ({ met }) => (met === null ? none : <MomentText moment={met} />),
        },
        {
          name: 'clause',
          title: say('clause'),
          cell: ({ clause }) => <span className="mono">{clause}</span>,
        },
      ]}
      rows={limits}
      keyOf={({ clause, deed, start, what }) => `${clause} ${deed} ${start ?? ''} ${what.en}`}
    />
  );
}
