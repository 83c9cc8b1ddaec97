import { useSyncExternalStore } from 'react';

/** One value that several parts of the page follow. */
export interface Told<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly use: () => T;
  /** Returns what ends it. */
  readonly hear: (listener: () => void) => () => void;
}

export function told<T>(first: T): Told<T> {
  let standing = first;
  const listeners = new Set<() => void>();
  const get = (): T => standing;
  const hear = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const set = (value: T): void => {
    if (Object.is(value, standing)) return;
    standing = value;
    for (const one of [...listeners]) one();
  };
  return { get, set, hear, use: () => useSyncExternalStore(hear, get) };
}
