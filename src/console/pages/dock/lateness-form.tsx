import { useEffect, useId, useState } from 'react';
import { dockSheetTexts } from '../../../texts/console/dock.ts';
import { categoryTexts } from '../../../texts/deadlines.ts';
import { asked } from '../../data/ask-station.ts';
import { useSending } from '../../data/use-sending.ts';
import { useCode, useWords } from '../../words/language.ts';
import { draftOf, keepDraft } from './drafts.ts';
import { Trouble } from './trouble.tsx';
import { Waiting } from './waiting.tsx';

const categories = ['fault', 'distance', 'continuous_duty', 'network', 'other'] as const;

interface LatenessFormProps {
  readonly session: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** 特殊情况说明: a reason by one tap, and a few words. */
export function LatenessForm({ session, onDone, onCancel }: LatenessFormProps) {
  const say = useWords(dockSheetTexts);
  const word = useCode(categoryTexts);
  const id = useId();
  const [before] = useState(() => draftOf(session));
  const [category, setCategory] = useState(categories.find((one) => one === before?.category) ?? null);
  const [text, setText] = useState(before?.text ?? '');
  useEffect(
    () => keepDraft(session, category === null && text === '' ? null : { category, text }),
    [session, category, text],
  );
  const end = (then: () => void) => (): void => {
    keepDraft(session, null);
    then();
  };
  const deed = useSending(
    () =>
      asked('justificationSubmit', {
        params: { session },
        body: { category: category ?? 'other', text: text.trim() },
      }),
    end(onDone),
  );
  const why = category === null ? say('wait_category') : text.trim() === '' ? say('wait_words') : null;
  return (
    <div className="form">
      <fieldset>
        <legend>{say('why')}</legend>
        {categories.map((one) => (
          <button key={one} type="button" aria-pressed={category === one} onClick={() => setCategory(one)}>
            {word(one)}
          </button>
        ))}
      </fieldset>
      <label htmlFor={id}>{say('words')}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={4_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {deed.error === null ? null : <Trouble error={deed.error} />}
      <div className="form-acts">
        <Waiting why={why} busy={deed.busy} className="main" onClick={() => void deed.send()}>
          {say('send')}
        </Waiting>
        <button type="button" onClick={end(onCancel)}>
          {say('cancel')}
        </button>
      </div>
    </div>
  );
}
