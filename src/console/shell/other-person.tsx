import { Button, Modal } from 'antd';
import { signInTexts } from '../../texts/console/sign-in.ts';
import { printable } from '../../texts/text.ts';
import { type SignedIn, useWho } from '../data/session.ts';
import { useWords } from '../words/language.ts';

interface OtherPersonProps {
  /** Who has typed what stands on the page. */
  readonly before: SignedIn;
  readonly onKeep: () => void;
  readonly onGiveUp: () => void;
}

/** Another person has signed in where somebody had typed something: it is theirs to keep or to give up, in words. */
export function OtherPerson({ before, onKeep, onGiveUp }: OtherPersonProps) {
  const say = useWords(signInTexts);
  const who = useWho();
  const [first, now] = [before, who].map(({ person, name, account }) => printable(person ?? name ?? account));
  const buttons = [
    <Button key="lose" danger onClick={onGiveUp}>
      {say('other_give_up')}
    </Button>,
    <Button key="keep" type="primary" onClick={onKeep}>
      {say('other_keep')}
    </Button>,
  ];
  return (
    <Modal
      open
      scrollLock={false}
      closable={false}
      keyboard={false}
      zIndex={1_200}
      width={480}
      title={say('other_title')}
      footer={buttons}
      mask={{ closable: false }}
    >
      <p>{say('other_says', { before: first ?? '', now: now ?? '' })}</p>
    </Modal>
  );
}
