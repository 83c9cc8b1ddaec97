import { Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { deskTexts } from '../../texts/console/desk.ts';
import { useWords } from '../words/language.ts';
import { DeedForm } from './deed-form.tsx';

interface AskReasonProps {
  readonly asks: string;
  /** What follows of it. */
  readonly says: ReactNode;
  readonly deed: string;
  /** Whether it is refused without a word. */
  readonly needed: boolean;
  readonly onConfirm: (note: string | null) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before something is decided, and why. */
export function AskReason({ needed, onConfirm, ...rest }: AskReasonProps) {
  const say = useWords(deskTexts);
  const id = useId();
  const [typed, setTyped] = useState('');
  const note = typed.trim() === '' ? null : typed.trim();
  return (
    <DeedForm
      {...rest}
      why={needed && note === null ? say('reason_needed') : null}
      onConfirm={() => onConfirm(note)}
    >
      <div>
        <label htmlFor={id}>{say(needed ? 'reason' : 'reason_if_any')}</label>
        <Input.TextArea
          id={id}
          value={typed}
          rows={3}
          maxLength={4_000}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
    </DeedForm>
  );
}
