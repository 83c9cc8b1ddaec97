import { Button, Modal } from 'antd';
import { signInTexts } from '../../../texts/console/sign-in.ts';
import { type SignedIn, useSignOut } from '../../data/session.ts';
import { leave } from '../../shell/leaving.ts';
import { useWords } from '../../words/language.ts';
import { PasswordForm } from './password-form.tsx';

interface SignInWindowProps {
  readonly account: string;
  readonly onEnter: (who: SignedIn) => void;
}

/** Over the page whose sign-in has ended: what was typed on it stays, and what was sent is sent again. */
export function SignInWindow({ account, onEnter }: SignInWindowProps) {
  const say = useWords(signInTexts);
  const signOut = useSignOut();
  return (
    <Modal
      open
      scrollLock={false}
      title={say('expired')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={null}
      width={440}
      zIndex={1_100}
    >
      <p style={{ marginBottom: 16 }}>{say('expired_says')}</p>
      <PasswordForm account={account} onEnter={onEnter} />
      <Button type="link" block onClick={() => leave(() => void signOut())}>
        {say('leave')}
      </Button>
    </Modal>
  );
}
