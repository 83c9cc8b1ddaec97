import { CheckCircleFilled, HourglassOutlined } from '@ant-design/icons';
import { reviewsTexts } from '../../../texts/console/reviews.ts';
import { StateChip } from '../../parts/state-chip.tsx';
import { dayOrMomentWords } from '../../words/days-left.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { greeting } from '../../words/station.ts';

export function SpanText({ from, to }: { readonly from: string; readonly to: string }) {
  const say = useWords(reviewsTexts);
  const { language } = useLanguage();
  const day = (moment: string): string => dayOrMomentWords(moment, greeting.zone, language);
  return <span className="nowrap">{say('span_days', { from: day(from), to: day(to) })}</span>;
}

export function Progress({ reviewed, cases }: { readonly reviewed: number; readonly cases: number }) {
  const say = useWords(reviewsTexts);
  return reviewed >= cases ? (
    <StateChip tone="good" icon={<CheckCircleFilled />}>
      {say('done')}
    </StateChip>
  ) : (
    <StateChip tone="warn" icon={<HourglassOutlined />}>
      {say('part', { reviewed, cases })}
    </StateChip>
  );
}
