import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { useUnsent } from '../data/unsent.ts';

/** Whatever of Ant Design's is chosen by a press and is no field of the browser's own. */
const chosen =
  '.ant-select-item-option, .ant-picker-cell, .ant-picker-ok, .ant-input-number-handler, .ant-select-clear';

export interface Typing {
  readonly typed: boolean;
  /** What was typed is at the station. */
  readonly forget: () => void;
  /** For the element around the fields; what pops up from them is heard too. */
  readonly hears: {
    readonly onInput: (event: { readonly target: EventTarget }) => void;
    readonly onClick: (event: MouseEvent) => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
}

/** Whether somebody has put something into the fields of a form: it must not go without a question. */
export function useTyping(): Typing {
  const [typed, setTyped] = useState(false);
  useUnsent(typed);
  const within = (target: EventTarget, which: string): boolean =>
    target instanceof Element && target.closest(which) !== null;
  return {
    typed,
    forget: () => setTyped(false),
    hears: {
      // Looking for something in a list changes nothing.
      onInput: ({ target }) => {
        if (!within(target, '.ant-select')) setTyped(true);
      },
      onClick: ({ target }) => {
        if (within(target, chosen)) setTyped(true);
      },
      onKeyDown: ({ key, target }) => {
        if (key === 'Enter' && within(target, '.ant-select')) setTyped(true);
      },
    },
  };
}
