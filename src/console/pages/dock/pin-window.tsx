import { ArrowLeftOutlined, CloseOutlined, EnterOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { dockSheetTexts, dockTexts } from '../../../texts/console/dock.ts';
import { asked } from '../../data/ask-station.ts';
import type { SignedIn } from '../../data/session.ts';
import { useWords } from '../../words/language.ts';
import { signOutOver } from './sign-out.ts';
import { Trouble } from './trouble.tsx';
import { useBadge } from './use-badge.ts';
import { useDialog } from './use-dialog.ts';
import { Waiting } from './waiting.tsx';

interface PinWindowProps {
  /** Whose recorder was tapped; empty: nobody's. */
  readonly officer: string;
  /** A sign-in has just ended by itself. */
  readonly ended: boolean;
  readonly onClose: () => void;
  readonly onEnter: (who: SignedIn) => void;
}

type Field = 'number' | 'pin';

/** Number and PIN by touch or keyboard, or a badge, which types by itself. */
export function PinWindow({ officer, ended, onClose, onEnter }: PinWindowProps) {
  const say = useWords(dockSheetTexts);
  const dock = useWords(dockTexts);
  const [typed, setTyped] = useState<Readonly<Record<Field, string>>>({ number: officer, pin: '' });
  const [field, setField] = useState<Field>(officer === '' ? 'number' : 'pin');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const dialog = useDialog<HTMLDivElement>(onClose);
  const change = (which: Field, value: string): void => setTyped((before) => ({ ...before, [which]: value }));
  const attempt = async (sign: () => Promise<SignedIn>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await signOutOver();
      onEnter(await sign());
    } catch (found) {
      setError(found);
      change('pin', '');
      setBusy(false);
    }
  };
  useBadge((badge) => void attempt(() => asked('signInBadge', { body: { badge } })));
  const { number, pin } = typed;
  const why = number.trim() === '' ? say('wait_number') : pin === '' ? say('wait_pin') : null;
  const enter = (): void => {
    if (why === null && !busy)
      void attempt(() => asked('signInPin', { body: { account: number.trim(), pin } }));
  };
  const press = (key: string): void =>
    setTyped((before) => ({ ...before, [field]: `${before[field]}${key}`.slice(0, 64) }));
  return (
    <div className="over">
      <div
        ref={dialog}
        className="pin-window"
        role="dialog"
        aria-modal="true"
        aria-labelledby="pin-title"
        tabIndex={-1}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (field === 'number' && pin === '') setField('pin');
            else enter();
          }}
        >
          <div className="over-head">
            <h2 id="pin-title">{say('sign_in')}</h2>
            <button type="button" onClick={onClose}>
              <CloseOutlined aria-hidden="true" /> {dock('close')}
            </button>
          </div>
          <p>{say(ended ? 'ended' : 'sign_in_says')}</p>
          {(['number', 'pin'] as const).map((one) => (
            <label key={one} className={one === field ? 'typed now' : 'typed'}>
              <span>{say(one)}</span>
              <input
                value={typed[one]}
                type={one === 'pin' ? 'password' : 'text'}
                autoComplete="off"
                inputMode="none"
                maxLength={one === 'pin' ? 64 : 100}
                ref={(input) => {
                  if (one === field && document.activeElement !== input) input?.focus();
                }}
                onFocus={() => setField(one)}
                onChange={({ target }) => change(one, target.value)}
              />
            </label>
          ))}
          {error === null ? null : <Trouble error={error} />}
          <div className="keys">
            {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((key) => (
              <button key={key} type="button" onClick={() => press(key)}>
                {key}
              </button>
            ))}
            <button type="button" onClick={() => change(field, '')}>
              {say('clear')}
            </button>
            <button type="button" onClick={() => press('0')}>
              0
            </button>
            <button
              type="button"
              aria-label={say('rub_out')}
              onClick={() => change(field, typed[field].slice(0, -1))}
            >
              <ArrowLeftOutlined aria-hidden="true" />
            </button>
          </div>
          <Waiting why={why} busy={busy} className="main" type="submit">
            <EnterOutlined aria-hidden="true" /> {say('enter')}
          </Waiting>
        </form>
      </div>
    </div>
  );
}
