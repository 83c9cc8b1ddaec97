import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  ExclamationCircleFilled,
  HourglassOutlined,
} from '@ant-design/icons';
import { remainderTexts } from '../../../texts/console/desk.ts';
import type { RowOf } from '../../data/answers.ts';
import { StateChip } from '../../parts/state-chip.tsx';
import { dayIn, daysLeft, lastDayOf } from '../../words/days-left.ts';
import { useWords } from '../../words/language.ts';
import { greeting } from '../../words/station.ts';

export type CaseLine = RowOf<'caseList'>;
export type Limit = CaseLine['limits'][number];

/** Of the limits for archiving the one that ends first. Pure. */
export function archivingOf({ limits }: Pick<CaseLine, 'limits'>): Limit | null {
  const archiving = limits.filter(({ deed }) => deed === 'archived');
  return archiving.sort((a, b) => ((a.due ?? '~') < (b.due ?? '~') ? -1 : 1))[0] ?? null;
}

/** How long there is left: counting down, met, or over. */
export function LimitChip({ limit }: { readonly limit: Limit }) {
  const say = useWords(remainderTexts);
  if (limit.met !== null)
    return limit.verdict === 'on_time' ? (
      <StateChip tone="good" icon={<CheckCircleFilled />}>
        {say('met')}
      </StateChip>
    ) : (
      <StateChip tone="warn" icon={<ExclamationCircleFilled />}>
        {say('met_late')}
      </StateChip>
    );
  const last = lastDayOf(limit, greeting.zone);
  if (last === null) return <span className="quiet">{say('none')}</span>;
  return (
    <Running days={daysLeft(last, dayIn(new Date().toISOString(), greeting.zone))} soon={limit.nearlyDue} />
  );
}

function Running({ days, soon }: { readonly days: number; readonly soon: boolean }) {
  const say = useWords(remainderTexts);
  if (days < 0)
    return (
      <StateChip tone="bad" icon={<CloseCircleFilled />}>
        {days === -1 ? say('one_over') : say('over', { days: -days })}
      </StateChip>
    );
  const words = days === 0 ? say('today') : days === 1 ? say('one_left') : say('left', { days });
  return (
    <StateChip
      tone={soon || days === 0 ? 'warn' : 'quiet'}
      icon={soon ? <ClockCircleOutlined /> : <HourglassOutlined />}
    >
      {words}
    </StateChip>
  );
}
