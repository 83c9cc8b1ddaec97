import {
  CalendarOutlined,
  CheckCircleFilled,
  LeftOutlined,
  RightOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { pageNames } from '../../../texts/console/pages.ts';
import { calendarTexts } from '../../../texts/console/station-lists.ts';
import { useAnswer } from '../../data/answers.ts';
import { useMay } from '../../data/session.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { ask, usePlace } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import { CalendarImport } from './calendar-import.tsx';
import { MonthGrid } from './month-grid.tsx';
import { StationParts } from './station-parts.tsx';

const months = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const [firstYear, lastYear] = [2007, 9_999];

/** A year of working days, a table a month. */
export function CalendarYear() {
  const say = useWords(calendarTexts);
  const name = useWords(pageNames);
  const year = yearIn(usePlace().search.get('year'));
  const { data, error, refetch } = useAnswer('calendarYear', { params: { year } });
  const [importing, setImporting] = useState(false);
  const may = useMay()('register.edit');
  return (
    <>
      <PageHead title={name('station')} help={say('help')}>
        <WhyDisabled
          type="primary"
          icon={<CalendarOutlined />}
          why={may ? null : say('may_not')}
          onClick={() => setImporting(true)}
        >
          {say('import')}
        </WhyDisabled>
      </PageHead>
      <StationParts at="calendar" />
      <div className="year-line">
        <Button
          icon={<LeftOutlined />}
          aria-label={say('before')}
          disabled={year <= firstYear}
          onClick={() => ask({ year: String(year - 1) })}
        />
        <b>{say('year', { year: String(year) })}</b>
        <Button
          icon={<RightOutlined />}
          aria-label={say('after')}
          disabled={year >= lastYear}
          onClick={() => ask({ year: String(year + 1) })}
        />
        {data === undefined ? null : (
          <>
            <AnnouncedChip announced={data.announced} />
            <span>{say('working_days', { count: data.workingDays })}</span>
          </>
        )}
        <Legend />
      </div>
      {error === null ? null : <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined ? (
        error === null ? (
          <Skeleton paragraph={{ rows: 8 }} />
        ) : null
      ) : (
        <div className="year">
          {months.map((month) => (
            <MonthGrid key={month} year={data} month={month} />
          ))}
        </div>
      )}
      {importing ? <CalendarImport year={year} onClose={() => setImporting(false)} /> : null}
    </>
  );
}

function yearIn(asked: string | null): number {
  const year = Number(asked ?? '');
  return Number.isInteger(year) && year >= firstYear && year <= lastYear ? year : new Date().getFullYear();
}

function AnnouncedChip({ announced }: { readonly announced: boolean }) {
  const say = useWords(calendarTexts);
  if (announced)
    return (
      <StateChip tone="good" icon={<CheckCircleFilled />}>
        {say('announced')}
      </StateChip>
    );
  return (
    <StateChip tone="warn" icon={<WarningFilled />}>
      {say('not_announced')}
    </StateChip>
  );
}

function Legend() {
  const say = useWords(calendarTexts);
  return (
    <span className="legend">
      <span>
        <i className="day-rest">{say('mark_rest')}</i>
        {say('rest')}
      </span>
      <span>
        <i className="day-work">{say('mark_work')}</i>
        {say('work')}
      </span>
      <span>
        <i className="day-weekend">6</i>
        {say('weekend')}
      </span>
    </span>
  );
}
