import { Button, Modal } from 'antd';
import { accountsTexts } from '../../../texts/console/accounts.ts';
import { useWords } from '../../words/language.ts';
import type { Outcome } from './outcome.ts';

interface OutcomeWindowProps {
  readonly outcome: Outcome;
  /** Whose it is. */
  readonly account: string;
  readonly onClose: () => void;
}

/** Shows a secret once: it goes when somebody says that they have it, not by a click beside it. */
export function OutcomeWindow({ outcome, account, onClose }: OutcomeWindowProps) {
  const say = useWords(accountsTexts);
  if (outcome.is === 'done') return null;
  const secret = outcome.is === 'secret';
  return (
    <Modal
      open
      scrollLock={false}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      title={say(secret ? 'once_title' : 'waiting_title')}
      footer={
        <Button type="primary" onClick={onClose}>
          {say(secret ? 'once_kept' : 'understood')}
        </Button>
      }
    >
      {outcome.is === 'secret' ? (
        <>
          <p>{say(`once_${outcome.kind}`, { account })}</p>
          <code className="once">{outcome.secret}</code>
          <p className="quiet">{say('once_says')}</p>
        </>
      ) : (
        <p>{say('waiting_says', { proposal: outcome.proposal })}</p>
      )}
    </Modal>
  );
}
