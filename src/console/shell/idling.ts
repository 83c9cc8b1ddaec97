import { useCallback, useEffect, useRef, useState } from 'react';
import { askStation } from '../data/ask-station.ts';
import { setLink, useLink } from '../data/link-state.ts';
import { isSomebodyThere } from '../data/presence.ts';
import { useWho } from '../data/session.ts';

const tickMs = 1_000;
const warnSeconds = 60;
/** Somebody who writes for long asks the station for nothing; it is told that they are there. */
const tellMs = 60_000;

/** How long until the sign-in ends for want of use; null: longer than a minute. */
export function useIdling(): { readonly seconds: number | null; readonly stay: () => void } {
  const { account, by, idlesIn } = useWho();
  const { expired, gone } = useLink();
  const [seconds, setSeconds] = useState<number | null>(null);
  const ends = useRef(endAfter(idlesIn));
  const asked = useRef(performance.now());
  const look = useCallback(async (): Promise<void> => {
    asked.current = performance.now();
    const who = await askStation('signedIn', {}).catch(() => null);
    if (who === null) return;
    // Another window of this browser has signed somebody else in: this page is not theirs.
    if (who.account !== account) setLink({ expired: true });
    ends.current = endAfter(who.idlesIn);
    setSeconds(toWarn(ends.current));
  }, [account]);
  // A PIN's minute at the dock is its whole life: no warning would be of use.
  const watched = by === 'password' && !expired && !gone;
  useEffect(() => {
    if (!watched) {
      setSeconds(null);
      return undefined;
    }
    const tick = (): void => {
      const since = performance.now() - asked.current;
      const near = toWarn(ends.current);
      // Another window may have kept the sign-in: it is asked before somebody is warned, and when the time is over.
      const due = near === null ? isSomebodyThere() && since > tellMs : since > tellMs || near === 0;
      if (due && since > 2 * tickMs) void look();
      else setSeconds(near);
    };
    const timer = setInterval(tick, tickMs);
    return () => clearInterval(timer);
  }, [watched, look]);
  return { seconds, stay: () => void look() };
}

function endAfter(idlesIn: number | null): number {
  return idlesIn === null ? Number.POSITIVE_INFINITY : performance.now() + idlesIn * 1_000;
}

function toWarn(ends: number): number | null {
  const seconds = Math.max(0, Math.ceil((ends - performance.now()) / 1_000));
  return seconds > warnSeconds ? null : seconds;
}
