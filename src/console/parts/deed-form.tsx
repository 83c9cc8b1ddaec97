import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { partTexts } from '../../texts/console/parts.ts';
import { useWords } from '../words/language.ts';
import { ProblemNote } from './problem-note.tsx';
import { WhyDisabled } from './why-disabled.tsx';

interface DeedFormProps {
  readonly asks: string;
  readonly says: ReactNode;
  readonly deed: string;
  /** What must still be filled in; null: nothing. */
  readonly why: string | null;
  readonly children: ReactNode;
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Fields to fill in before something is done. They stay as they are where it fails. */
export function DeedForm({ asks, says, deed, why, children, onConfirm, onClose }: DeedFormProps) {
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
    <WhyDisabled key="yes" why={why} type="primary" loading={busy} onClick={() => void confirm()}>
      {deed}
    </WhyDisabled>,
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
      <div className="asked">{says}</div>
      <div className="form">{children}</div>
      {error === null ? null : <ProblemNote error={error} />}
    </Modal>
  );
}
