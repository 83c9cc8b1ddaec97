import type { Answer } from '../../../api/client/client.ts';
import { itemTagTexts } from '../../../texts/console/item-tags.ts';
import { useAnswer } from '../../data/answers.ts';
import { CourseActs } from '../../parts/course-acts.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { useLanguage, useWords } from '../../words/language.ts';
import { momentWords } from '../../words/moments.ts';
import type { Item, Verdict } from './item.ts';
import { Section } from './section.tsx';
import { type MomentName, momentsOf } from './time-line.ts';
import { TimeLineChart } from './time-line-chart.tsx';

type Rule = Answer<'evidenceLimits'>['rules'][number];

/** By which clauses it is judged, each as a line of time and as a list. */
export function Deadline({ item }: { readonly item: Item }) {
  const say = useWords(itemTagTexts);
  const { data } = useAnswer('evidenceLimits', { params: { evidence: item.evidenceId } });
  return (
    <Section title={say('deadline')}>
      {item.verdicts.length === 0 ? <p className="quiet">{say('deadline_none')}</p> : null}
      {item.verdicts.map((given) => (
        <Judged
          key={given.rule}
          given={given}
          rule={data?.rules.find(({ rule }) => rule === given.rule) ?? null}
          restDays={data?.restDays ?? []}
        />
      ))}
    </Section>
  );
}

interface JudgedProps {
  readonly given: Verdict;
  readonly rule: Rule | null;
  readonly restDays: readonly string[];
}

export const momentWordsOf = {
  start: 'at_start',
  recorded: 'at_recorded',
  returned: 'at_returned',
  docked: 'at_docked',
  stored: 'at_stored',
  due: 'at_due',
  last: 'at_last',
  now: 'at_now',
} as const satisfies Readonly<Record<MomentName, keyof typeof itemTagTexts>>;

function Judged({ given, rule, restDays }: JudgedProps) {
  const say = useWords(itemTagTexts);
  const { language } = useLanguage();
  const limit = useLimit();
  const moments = momentsOf(given, new Date().toISOString());
  const days = restDays.map((day) => momentWords(`${day}T12:00:00Z`, 'UTC', language, 'day'));
  return (
    <article className="judged">
      <h3>
        {say('clause', { clause: given.clause })} <VerdictChip verdict={given.verdict} />
        {given.doubtful ? <span className="marked">{say('doubtful')}</span> : null}
        <CourseActs of={given} />
      </h3>
      {rule === null || rule.what === null ? null : (
        <blockquote>
          <p>{say('quoted', { what: rule.what })}</p>
          <footer>
            {say('of_regulation', { regulation: rule.regulation ?? '', document: rule.document ?? '' })}
            {rule.extension === null ? null : (
              <span>
                {' · '}
                {say('extension', { needs: rule.extension.needs, limit: limit(rule.extension.limit) })}
              </span>
            )}
          </footer>
        </blockquote>
      )}
      {moments.length === 0 ? null : <TimeLineChart given={given} moments={moments} restDays={restDays} />}
      <ol className="moments" aria-label={say('moments')}>
        {moments.map(({ name, at }) => (
          <li key={name}>
            <span>
              {name === 'due' && rule?.limit !== null && rule?.limit !== undefined
                ? say('at_due_of', { limit: limit(rule.limit) })
                : say(momentWordsOf[name])}
            </span>{' '}
            <TimeText at={at} />
          </li>
        ))}
        {given.returned === null ? (
          <li>
            <span>{say('at_returned')}</span> <span className="quiet">{say('unknown_moment')}</span>
          </li>
        ) : null}
      </ol>
      {days.length === 0 ? null : (
        <p className="quiet rest-days">
          {say('rest_days_are', { days: days.join(language === 'zh' ? '、' : ', ') })}
        </p>
      )}
      {given.provisional ? <p className="quiet">{say('provisional')}</p> : null}
      {rule === null || rule.assumptions.length === 0 ? null : (
        <div className="quiet">
          {say('assumed')}
          <ul className="dotted">
            {rule.assumptions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
    </article>
  );
}

/** `hours 24` as a person says it. */
function useLimit(): (limit: string) => string {
  const say = useWords(itemTagTexts);
  return (limit) => {
    const [unit = '', text = ''] = limit.split(' ');
    const count = Number(text);
    switch (unit) {
      case 'hours':
        return say('limit_hours', { count });
      case 'calendarDays':
        return say('limit_calendar', { count });
      case 'workingDays':
        return say('limit_working', { count });
      default:
        return limit;
    }
  };
}
