import { Button } from 'antd';
import type { ReactNode } from 'react';
import { partTexts } from '../../texts/console/parts.ts';
import { useSending } from '../data/use-sending.ts';
import { useWords } from '../words/language.ts';
import { ProblemNote } from './problem-note.tsx';
import { type AskStanding, type Mine, Standing } from './standing.tsx';
import { WhyDisabled } from './why-disabled.tsx';
import { Window } from './window.tsx';

interface ConfirmProps {
  /** A question: what is about to happen. */
  readonly asks: string;
  /** What follows of it, in plain words: what cannot be undone, who is told. */
  readonly says: ReactNode;
  /** The deed as a verb; never „OK“. */
  readonly deed: string;
  readonly danger?: boolean;
  /** What must still be filled in; null: nothing. */
  readonly why?: string | null;
  /** Fields to fill in. They stay as they are where it fails. */
  readonly children?: ReactNode;
  /** How things stand by now, where somebody else was quicker; shown beside what is typed here. */
  readonly stands?: { readonly ask: AskStanding; readonly mine: Mine };
  /** Stays open and tells why where it fails. */
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before something is done, and for what it needs. */
export function Confirm(props: ConfirmProps) {
  const { asks, says, deed, danger = false, why = null, children, stands, onConfirm, onClose } = props;
  const say = useWords(partTexts);
  const { busy, error, send } = useSending(onConfirm, onClose);
  return (
    <Window
      title={asks}
      onClose={onClose}
      footer={(close) => (
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <WhyDisabled why={why} type="primary" danger={danger} loading={busy} onClick={() => void send()}>
            {deed}
          </WhyDisabled>
        </>
      )}
    >
      <div className="asked">{says}</div>
      {children === undefined ? null : <div className="form">{children}</div>}
      {error === null ? null : <ProblemNote error={error} />}
      {stands === undefined ? null : <Standing error={error} {...stands} />}
    </Window>
  );
}
