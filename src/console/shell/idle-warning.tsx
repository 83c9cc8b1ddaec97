import { Button, Modal } from 'antd';
import { shellTexts } from '../../texts/console/shell.ts';
import { useSignOut } from '../data/session.ts';
import { useWords } from '../words/language.ts';
import { useIdling } from './idling.ts';
import { leave } from './leaving.ts';

/** A minute before a sign-in ends that nobody seems to use. */
export function IdleWarning() {
  const say = useWords(shellTexts);
  const signOut = useSignOut();
  const { seconds, stay } = useIdling();
  if (seconds === null) return null;
  const buttons = [
    <Button key="out" onClick={() => leave(() => void signOut())}>
      {say('sign_out')}
    </Button>,
    <Button key="stay" type="primary" autoFocus onClick={stay}>
      {say('idle_stay')}
    </Button>,
  ];
  return (
    <Modal
      open
      scrollLock={false}
      zIndex={1_100}
      title={say('idle_title')}
      footer={buttons}
      onCancel={stay}
      mask={{ closable: false }}
    >
      <p role="timer">{say('idle_says', { seconds })}</p>
    </Modal>
  );
}
