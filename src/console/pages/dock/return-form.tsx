import { useId, useState } from 'react';
import { dockSheetTexts } from '../../../texts/console/dock.ts';
import { asked } from '../../data/ask-station.ts';
import { useSending } from '../../data/use-sending.ts';
import { useWords } from '../../words/language.ts';
import { momentAt } from '../../words/moments.ts';
import { greeting } from '../../words/station.ts';
import type { Course } from './course-card.tsx';
import { Trouble } from './trouble.tsx';
import { Waiting } from './waiting.tsx';

interface ReturnFormProps {
  readonly of: Course;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** When the officer was back; one that was said before is changed with a reason. */
export function ReturnForm({ of, onDone, onCancel }: ReturnFormProps) {
  const say = useWords(dockSheetTexts);
  const [timeId, noteId] = [useId(), useId()];
  const [local, setLocal] = useState('');
  const [note, setNote] = useState('');
  const before = of.returned !== null;
  const deed = useSending(
    () =>
      asked('sessionReturn', {
        params: { session: of.session },
        body: {
          at: local === 'now' ? new Date().toISOString() : momentAt(local, greeting.zone),
          note: note.trim() || null,
        },
      }),
    onDone,
  );
  const why = local === '' ? say('wait_time') : before && note.trim() === '' ? say('note') : null;
  return (
    <div className="form">
      <label htmlFor={timeId}>{say('back_at')}</label>
      <div className="form-acts">
        <input
          id={timeId}
          type="datetime-local"
          value={local === 'now' ? '' : local}
          onChange={({ target }) => setLocal(target.value)}
        />
        <button type="button" aria-pressed={local === 'now'} onClick={() => setLocal('now')}>
          {say('just_now')}
        </button>
      </div>
      {before ? (
        <>
          <label htmlFor={noteId}>{say('note')}</label>
          <input
            id={noteId}
            value={note}
            maxLength={4_000}
            onChange={({ target }) => setNote(target.value)}
          />
        </>
      ) : null}
      {deed.error === null ? null : <Trouble error={deed.error} />}
      <div className="form-acts">
        <Waiting why={why} busy={deed.busy} className="main" onClick={() => void deed.send()}>
          {say('save')}
        </Waiting>
        <button type="button" onClick={onCancel}>
          {say('cancel')}
        </button>
      </div>
    </div>
  );
}
