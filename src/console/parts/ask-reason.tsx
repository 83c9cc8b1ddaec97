import { Button, Input, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { deskTexts } from '../../texts/console/desk.ts';
import { partTexts } from '../../texts/console/parts.ts';
import { useWords } from '../words/language.ts';
import { ProblemNote } from './problem-note.tsx';
import { WhyDisabled } from './why-disabled.tsx';

interface AskReasonProps {
  readonly asks: string;
  /** What follows of it. */
  readonly says: ReactNode;
  readonly deed: string;
  readonly danger?: boolean;
  /** Whether it is done without a word as well. */
  readonly needed: boolean;
  readonly onConfirm: (note: string | null) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before something is decided, and why. What was typed stays where it fails. */
export function AskReason({ asks, says, deed, danger = false, needed, onConfirm, onClose }: AskReasonProps) {
  const say = useWords(deskTexts);
  const part = useWords(partTexts);
  const id = useId();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm(note.trim() === '' ? null : note.trim());
      onClose();
    } catch (found) {
      setError(found);
    } finally {
      setBusy(false);
    }
  };
  const why = needed && note.trim() === '' ? say('reason_needed') : null;
  const buttons = [
    <Button key="no" onClick={onClose}>
      {part('cancel')}
    </Button>,
    <WhyDisabled
      key="yes"
      why={why}
      type="primary"
      danger={danger}
      loading={busy}
      onClick={() => void confirm()}
    >
      {deed}
    </WhyDisabled>,
  ];
  return (
    <Modal open title={asks} footer={buttons} onCancel={onClose} mask={{ closable: false }}>
      <div className="asked">{says}</div>
      <label htmlFor={id}>{say(needed ? 'reason' : 'reason_if_any')}</label>
      <Input.TextArea
        id={id}
        value={note}
        rows={3}
        maxLength={4_000}
        onChange={({ target }) => setNote(target.value)}
      />
      {error === null ? null : <ProblemNote error={error} />}
    </Modal>
  );
}
