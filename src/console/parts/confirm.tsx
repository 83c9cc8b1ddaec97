import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { partTexts } from '../../texts/console/parts.ts';
import { useWords } from '../words/language.ts';
import { ProblemNote } from './problem-note.tsx';

interface ConfirmProps {
  /** A question: what is about to happen. */
  readonly asks: string;
  /** What follows of it, in plain words: what cannot be undone, who is told. */
  readonly says: ReactNode;
  /** The deed as a verb; never „OK“. */
  readonly deed: string;
  readonly danger?: boolean;
  /** Stays open and tells why where it fails. */
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before what cannot be undone. */
export function Confirm({ asks, says, deed, danger = false, onConfirm, onClose }: ConfirmProps) {
  const say = useWords(partTexts);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (found) {
      setError(found);
    } finally {
      setBusy(false);
    }
  };
  const buttons = [
    <Button key="no" onClick={onClose}>
      {say('cancel')}
    </Button>,
    <Button key="yes" type="primary" danger={danger} loading={busy} onClick={() => void confirm()}>
      {deed}
    </Button>,
  ];
  return (
    <Modal
      open
      scrollLock={false}
      title={asks}
      footer={buttons}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div>{says}</div>
      {error === null ? null : <ProblemNote error={error} />}
    </Modal>
  );
}
