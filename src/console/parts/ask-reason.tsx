import { Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { deskTexts } from '../../texts/console/desk.ts';
import { printable } from '../../texts/text.ts';
import { useWords } from '../words/language.ts';
import { Confirm } from './confirm.tsx';
import type { AskStanding, Mine } from './standing.tsx';

interface AskReasonProps {
  readonly asks: string;
  /** What follows of it. */
  readonly says: ReactNode;
  readonly deed: string;
  /** Whether it is refused without a word. */
  readonly needed: boolean;
  /** How things stand where somebody else was quicker; what is written here comes beside it by itself. */
  readonly stands?: { readonly ask: AskStanding; readonly mine: Mine };
  readonly onConfirm: (note: string | null) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before something is decided, and why. */
export function AskReason({ needed, stands, onConfirm, ...rest }: AskReasonProps) {
  const say = useWords(deskTexts);
  const id = useId();
  const [typed, setTyped] = useState('');
  const note = typed.trim() === '' ? null : typed.trim();
  const own = { title: say('reason'), value: printable(note ?? '–') };
  return (
    <Confirm
      {...rest}
      {...(stands === undefined ? {} : { stands: { ...stands, mine: [...stands.mine, own] } })}
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
    </Confirm>
  );
}
