import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Part, partInSight } from './part-in-sight.ts';

/** Fewer rows are all drawn. */
const fewRows = 120;
/** What a row measures before one was measured. */
const usualRow = 37;

interface Window extends Part {
  readonly show: (at: number) => void;
}

/**
 * Which rows of a long table are drawn. On paper all of them are.
 * @param count null: the table is not scrolled in itself
 */
export function useWindow(
  frame: RefObject<HTMLElement | null>,
  count: number | null,
  onEnd: (() => void) | null,
): Window {
  const [top, setTop] = useState(0);
  const [sight, setSight] = useState({ row: usualRow, height: 800 });
  const printing = usePrinting();
  const rows = count ?? 0;
  useEffect(() => {
    const box = frame.current;
    if (box === null || count === null) return;
    const look = (): void => {
      const row = box.querySelector<HTMLElement>('tr[data-at]')?.offsetHeight ?? usualRow;
      setSight((before) =>
        before.row === row && before.height === box.clientHeight ? before : { row, height: box.clientHeight },
      );
      setTop(box.scrollTop);
      // Asked for before the last row is in sight, so that one hardly ever waits.
      if (box.scrollTop > 0 && box.scrollHeight - box.scrollTop < 3 * box.clientHeight) onEnd?.();
    };
    look();
    box.addEventListener('scroll', look, { passive: true });
    const sized = new ResizeObserver(look);
    sized.observe(box);
    return () => {
      box.removeEventListener('scroll', look);
      sized.disconnect();
    };
  }, [frame, count, onEnd]);
  const whole = { first: 0, end: rows, above: 0, below: 0 };
  const all = count === null || rows <= fewRows || printing;
  const part = all ? { ...whole, end: Number.POSITIVE_INFINITY } : partInSight(rows, top, sight);
  useSteadyColumns(frame, all ? null : part.first);
  const show = (at: number): void => {
    const box = frame.current;
    if (box === null || count === null) return;
    const head = box.querySelector('thead')?.offsetHeight ?? 0;
    const from = at * sight.row;
    if (from < box.scrollTop) box.scrollTop = from;
    else if (from + sight.row + head > box.scrollTop + box.clientHeight)
      box.scrollTop = from + sight.row + head - box.clientHeight;
    setTop(box.scrollTop);
  };
  return { ...part, show };
}

/** A column never gets narrower because another part of the list is in sight: the table would tremble. */
function useSteadyColumns(frame: RefObject<HTMLElement | null>, first: number | null): void {
  useLayoutEffect(() => {
    if (first === null) return;
    for (const head of frame.current?.querySelectorAll('th') ?? [])
      head.style.minWidth = `${Math.max(Number.parseFloat(head.style.minWidth) || 0, head.offsetWidth)}px`;
  }, [frame, first]);
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes the picture as soon as its listeners have returned.
    const before = (): void => flushSync(() => setPrinting(true));
    const after = (): void => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}
