import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { reviewsTexts } from '../../../texts/console/reviews.ts';
import { printable } from '../../../texts/text.ts';
import { useDeed } from '../../data/answers.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { useWords } from '../../words/language.ts';
import type { ReviewLine } from './review-file.tsx';

const grades = ['good', 'fair', 'poor'] as const;

interface EnterFormProps {
  readonly line: ReviewLine;
  readonly onClose: () => void;
}

/** What the review of one case has found. */
export function EnterForm({ line, onClose }: EnterFormProps) {
  const say = useWords(reviewsTexts);
  const id = useId();
  const [grade, setGrade] = useState(line.grade);
  const [found, setFound] = useState(line.found ?? '');
  const [mend, setMend] = useState(line.mend ?? '');
  const enter = useDeed('reviewEnter', ['review', 'reviewList']);
  const ready = grade !== null && found.trim() !== '';
  const confirm = async (): Promise<unknown> => {
    if (grade === null) return null;
    const words = { found: found.trim(), mend: mend.trim() === '' ? null : mend.trim() };
    const body = { case: line.case, grade, ...words };
    return await enter.mutateAsync({ params: { review: line.review }, body });
  };
  const area = (name: string, title: string, value: string, set: (text: string) => void) => (
    <div>
      <label htmlFor={`${id}${name}`}>{title}</label>
      <Input.TextArea
        id={`${id}${name}`}
        value={value}
        rows={3}
        maxLength={4_000}
        onChange={({ target }) => set(target.value)}
      />
    </div>
  );
  return (
    <Confirm
      asks={say('enter_asks', { case: printable(line.case) })}
      says={say('enter_says')}
      deed={say('enter')}
      why={ready ? null : say('enter_needs')}
      onConfirm={confirm}
      onClose={onClose}
    >
      <fieldset>
        <legend>{say('grade')}</legend>
        <Radio.Group
          value={grade}
          options={grades.map((value) => ({ value, label: say(value) }))}
          onChange={({ target }) => setGrade(grades.find((one) => one === target.value) ?? null)}
        />
      </fieldset>
      {area('found', say('found'), found, setFound)}
      {area('mend', say('mend_given'), mend, setMend)}
    </Confirm>
  );
}
