import { Button, Modal } from 'antd';
import { partTexts } from '../../texts/console/parts.ts';
import { useWords } from '../words/language.ts';

interface LoseQuestionProps {
  readonly onStay: () => void;
  readonly onLose: () => void;
}

/** Before what somebody has typed is lost. It stands above every other window. */
export function LoseQuestion({ onStay, onLose }: LoseQuestionProps) {
  const say = useWords(partTexts);
  const buttons = [
    <Button key="lose" danger onClick={onLose}>
      {say('lose')}
    </Button>,
    <Button key="stay" type="primary" autoFocus onClick={onStay}>
      {say('keep_typing')}
    </Button>,
  ];
  return (
    <Modal
      open
      scrollLock={false}
      zIndex={1_300}
      width={440}
      title={say('lose_asks')}
      footer={buttons}
      onCancel={onStay}
      mask={{ closable: false }}
    >
      <p>{say('lose_says')}</p>
    </Modal>
  );
}
