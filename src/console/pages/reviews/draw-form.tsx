import { DatePicker, Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { reviewsTexts } from '../../../texts/console/reviews.ts';
import { useDeed } from '../../data/answers.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { useWords } from '../../words/language.ts';

interface DrawFormProps {
  readonly onDrawn: (review: string) => void;
  readonly onClose: () => void;
}

const usualCount = 10;

/** What cases are drawn from, how many, and who reviews them. */
export function DrawForm({ onDrawn, onClose }: DrawFormProps) {
  const say = useWords(reviewsTexts);
  const id = useId();
  const [span, setSpan] = useState<readonly [string, string]>(['', '']);
  const [count, setCount] = useState<number | null>(usualCount);
  const [typed, setTyped] = useState({ reviewers: '', unit: '', seed: '', note: '' });
  const draw = useDeed('reviewDraw', ['reviewList']);
  const reviewers = typed.reviewers.split(/[,，、;；\s]+/).filter((one) => one !== '');
  const [from, to] = span;
  const ready = from !== '' && to !== '' && count !== null && reviewers.length > 0;
  const confirm = async (): Promise<void> => {
    const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
    const { unit, seed, note } = typed;
    const wish = { unit: orNull(unit), seed: orNull(seed), note: orNull(note) };
    const answer = await draw.mutateAsync({
      body: { from, to, count: count ?? usualCount, reviewers, ...wish },
    });
    onDrawn(String(answer['review']));
  };
  const text = (name: keyof typeof typed, title: string) => (
    <div>
      <label htmlFor={`${id}${name}`}>{title}</label>
      <Input
        id={`${id}${name}`}
        value={typed[name]}
        maxLength={name === 'reviewers' ? 2_000 : 128}
        onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
      />
    </div>
  );
  return (
    <Confirm
      asks={say('draw_asks')}
      says={say('draw_says')}
      deed={say('draw')}
      why={ready ? null : say('draw_needs')}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div>
        <label htmlFor={`${id}from`}>{say('span')}</label>
        <DatePicker.RangePicker
          id={{ start: `${id}from`, end: `${id}to` }}
          className="full"
          placeholder={[say('from'), say('to')]}
          onChange={(_days, [first, last]) => setSpan([first, last])}
        />
      </div>
      <div>
        <label htmlFor={`${id}count`}>{say('count')}</label>
        <InputNumber id={`${id}count`} className="full" min={1} max={200} value={count} onChange={setCount} />
      </div>
      {text('reviewers', say('reviewers'))}
      {text('unit', say('unit_only'))}
      {text('seed', say('seed_given'))}
      {text('note', say('note_given'))}
    </Confirm>
  );
}
