import { useState } from 'react';
import type { Answer } from '../../../api/client/client.ts';
import { verdictTexts } from '../../../texts/chips.ts';
import { dockSheetTexts } from '../../../texts/console/dock.ts';
import { justificationTexts } from '../../../texts/deadlines.ts';
import { sizeWords } from '../../../texts/measures.ts';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { useCode, useLanguage, useWords } from '../../words/language.ts';
import { CaseChoice } from './case-choice.tsx';
import { clockWords } from './clock-words.ts';
import { draftOf } from './drafts.ts';
import { LatenessForm } from './lateness-form.tsx';
import { ReturnForm } from './return-form.tsx';

type Own = Answer<'dockOwn'>;
export type Course = Own['sessions'][number];
export type OwnCases = Own['cases'];

interface CourseCardProps {
  readonly of: Course;
  readonly cases: OwnCases;
  readonly changed: () => void;
}

const late: readonly string[] = ['late', 'overdue', 'undetermined', 'due_soon'];
const standing: readonly string[] = ['submitted', 'approved'];

/** One course of enforcement with the three things that an officer says of it. */
export function CourseCard({ of, cases, changed }: CourseCardProps) {
  const say = useWords(dockSheetTexts);
  const { language } = useLanguage();
  const word = useCode(justificationTexts);
  const [open, setOpen] = useState<'lateness' | 'return' | null>(() =>
    draftOf(of.session) === null ? null : 'lateness',
  );
  const close = (): void => {
    setOpen(null);
    changed();
  };
  const { verdict, justification } = of;
  const explainable = late.includes(verdict ?? '') && !standing.includes(justification ?? '');
  return (
    <section className="course" aria-label={whenWords(of, say, language)}>
      <div className="course-head">
        <h3>{whenWords(of, say, language)}</h3>
        <span className="quiet">
          {of.items === 1
            ? say('course_one', { size: sizeWords(of.bytes) })
            : say('course', { items: of.items, size: sizeWords(of.bytes) })}
        </span>
      </div>
      <CaseChoice of={of} cases={cases} changed={changed} />
      <div className="course-line">
        <span className="label">{say('late')}</span>
        <span>
          {verdict === null || !(verdict in verdictTexts) ? '–' : <VerdictChip verdict={verdict} />}
          {of.due === null ? null : (
            <span className="quiet"> {say('due', { time: clockWords(of.due, language) })}</span>
          )}
          {justification === null ? null : (
            <span className="quiet"> · {say('explained', { state: word(justification) })}</span>
          )}
        </span>
        {explainable && open !== 'lateness' ? (
          <button type="button" onClick={() => setOpen('lateness')}>
            {say('explain')}
          </button>
        ) : null}
      </div>
      {open === 'lateness' ? (
        <LatenessForm session={of.session} onDone={close} onCancel={() => setOpen(null)} />
      ) : null}
      <div className="course-line">
        <span className="label">{say('return')}</span>
        <span>
          {of.returned === null
            ? say('not_returned')
            : say('returned', { time: clockWords(of.returned, language) })}
        </span>
        {open === 'return' ? null : (
          <button type="button" onClick={() => setOpen('return')}>
            {say(of.returned === null ? 'say_return' : 'change_case')}
          </button>
        )}
      </div>
      {open === 'return' ? <ReturnForm of={of} onDone={close} onCancel={() => setOpen(null)} /> : null}
    </section>
  );
}

type SaySheet = ReturnType<typeof useWords<typeof dockSheetTexts>>;

function whenWords({ start, ended }: Course, say: SaySheet, language: 'zh' | 'en'): string {
  if (start === null) return say('no_time');
  const from = clockWords(start, language);
  return ended === null ? say('from', { from }) : say('when', { from, to: clockWords(ended, language) });
}
