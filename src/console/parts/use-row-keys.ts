import { type KeyboardEvent, type RefObject, useLayoutEffect, useState } from 'react';
import { rowAfter } from './row-after.ts';

/**
 * Walks the rows of a table by keys: the focus goes to what opens a row, its link, which Enter then follows.
 * @param show brings a row into the part that is drawn
 */
export function useRowKeys(frame: RefObject<HTMLElement | null>, count: number, show: (at: number) => void) {
  const [wanted, setWanted] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (wanted === null) return;
    openerOf(frame.current, wanted)?.focus();
    setWanted(null);
  }, [wanted, frame]);
  return (event: KeyboardEvent<HTMLElement>): void => {
    const { target, key, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey || !(target instanceof HTMLElement)) return;
    // Fields and menus in a row keep their keys.
    if (target !== frame.current && target.tagName !== 'A') return;
    const at = target.closest('tr')?.dataset['at'];
    const to = rowAfter(key, at === undefined ? null : Number(at), count);
    if (to === null) return;
    if (at === undefined && openerOf(frame.current, 0) === null) return;
    event.preventDefault();
    show(to);
    setWanted(to);
  };
}

function openerOf(frame: HTMLElement | null, at: number): HTMLElement | null {
  return frame?.querySelector<HTMLElement>(`tr[data-at="${at}"] a`) ?? null;
}
