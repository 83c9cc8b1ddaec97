import { useEffect, useRef } from 'react';

/** A reader types faster than any hand. */
const mostMsBetweenKeys = 45;
const shortest = 6;

/** Hears a badge reader that acts as a keyboard: many keys in no time, then Enter. */
export function useBadge(onBadge: (badge: string) => void): void {
  const told = useRef(onBadge);
  told.current = onBadge;
  useEffect(() => {
    let [read, last] = ['', 0];
    const key = (event: KeyboardEvent): void => {
      const fast = event.timeStamp - last <= mostMsBetweenKeys;
      last = event.timeStamp;
      if (event.key === 'Enter') {
        if (fast && read.length >= shortest) {
          event.preventDefault();
          event.stopPropagation();
          told.current(read);
        }
        read = '';
      } else if (event.key.length === 1) read = fast ? `${read}${event.key}` : event.key;
    };
    window.addEventListener('keydown', key, true);
    return () => window.removeEventListener('keydown', key, true);
  }, []);
}
