import { Modal } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { LoseQuestion } from './lose-question.tsx';
import { useTyping } from './use-typing.ts';

interface WindowProps {
  readonly title: ReactNode;
  readonly width?: number;
  /** Buttons below; `close` asks where something typed would be lost. */
  readonly footer?: (close: () => void) => ReactNode;
  /** All that was typed is at the station. */
  readonly sent?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** How many stand over the page. */
let windows = 0;

/**
 * A window over the page. A press beside it does nothing, and what was typed in it is not lost without a question. The page
 * behind is kept from scrolling by a rule of our own: Ant Design's is a style that the policy for contents refuses.
 */
export function Window({ title, width, footer, sent = false, onClose, children }: WindowProps) {
  const { typed, forget, hears } = useTyping();
  const [asking, setAsking] = useState(false);
  if (sent && typed) forget();
  useEffect(() => {
    windows += 1;
    document.documentElement.classList.add('windowed');
    return () => {
      windows -= 1;
      document.documentElement.classList.toggle('windowed', windows > 0);
    };
  }, []);
  const close = (): void => (typed && !sent ? setAsking(true) : onClose());
  return (
    <Modal
      open
      scrollLock={false}
      title={title}
      footer={footer?.(close) ?? null}
      onCancel={close}
      mask={{ closable: false }}
      {...(width === undefined ? {} : { width })}
    >
      <div {...hears}>{children}</div>
      {asking ? <LoseQuestion onStay={() => setAsking(false)} onLose={onClose} /> : null}
    </Modal>
  );
}
