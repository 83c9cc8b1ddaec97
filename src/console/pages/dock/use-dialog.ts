import { type RefObject, useEffect, useRef } from 'react';

/** Over everything else: the focus comes in, does not leave by Tab, and goes back; Escape closes. */
export function useDialog<E extends HTMLElement>(onClose: () => void): RefObject<E | null> {
  const dialog = useRef<E>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const before = document.activeElement;
    const inside = dialog.current;
    if (inside !== null && !inside.contains(document.activeElement)) inside.focus();
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close.current();
    };
    window.addEventListener('keydown', key);
    return () => {
      window.removeEventListener('keydown', key);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return dialog;
}
