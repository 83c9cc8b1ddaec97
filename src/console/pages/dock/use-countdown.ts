import { useEffect, useRef, useState } from 'react';
import { asked, problemOf } from '../../data/ask-station.ts';
import type { SignedIn } from '../../data/session.ts';

/** The station is told that somebody is still here no more often than this. */
const signMs = 8_000;
const usualSeconds = 60;

interface Ends {
  /** Seconds until it ends by itself. */
  readonly seconds: number;
}

/**
 * A sign-in at the dock ends by itself when nobody touches the screen, and at its limit whatever is done. What is counted is
 * the station's own time, taken once: its clock and the screen's need not agree.
 */
export function useCountdown(who: SignedIn, onExpired: () => void): Ends {
  const [limits] = useState(() => limitsOf(who));
  const [seconds, setSeconds] = useState(limits.idle);
  const touched = useRef(performance.now());
  const told = useRef(onExpired);
  told.current = onExpired;
  useEffect(() => {
    const began = performance.now();
    let signed = began;
    const sign = (): void => {
      touched.current = performance.now();
      if (touched.current - signed < signMs) return;
      signed = touched.current;
      asked('signedIn', {}).catch((error: unknown) => {
        if (problemOf(error)?.code === 'api.signed_out') told.current();
      });
    };
    const look = (): void => {
      const now = performance.now();
      const left = Math.min(
        limits.idle - (now - touched.current) / 1_000,
        limits.whole - (now - began) / 1_000,
      );
      setSeconds(Math.max(0, Math.ceil(left)));
      if (left <= 0) told.current();
    };
    const timer = setInterval(look, 250);
    for (const kind of ['pointerdown', 'keydown'] as const) window.addEventListener(kind, sign);
    return () => {
      clearInterval(timer);
      for (const kind of ['pointerdown', 'keydown'] as const) window.removeEventListener(kind, sign);
    };
  }, [limits]);
  return { seconds };
}

function limitsOf({ idles, ends }: SignedIn): { readonly idle: number; readonly whole: number } {
  const [idle, whole] = [idles, ends].map((at) => (at === null ? 0 : (Date.parse(at) - Date.now()) / 1_000));
  const sane = (one: number | undefined, other: number): number =>
    one !== undefined && one >= 5 && one <= 3_600 ? one : other;
  const shown = sane(idle, usualSeconds);
  return { idle: Math.floor(shown), whole: sane(whole, 10 * usualSeconds) };
}
