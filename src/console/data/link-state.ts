import { useSyncExternalStore } from 'react';

/** Whether the station answers, and whether whoever was signed in still is. */
export interface LinkState {
  readonly gone: boolean;
  readonly expired: boolean;
}

let standing: LinkState = { gone: false, expired: false };
const told = new Set<() => void>();

export function setLink(change: Partial<LinkState>): void {
  const next = { ...standing, ...change };
  if (next.gone === standing.gone && next.expired === standing.expired) return;
  standing = next;
  for (const one of told) one();
}

export function linkState(): LinkState {
  return standing;
}

export function useLink(): LinkState {
  return useSyncExternalStore(
    (listener) => {
      told.add(listener);
      return () => told.delete(listener);
    },
    () => standing,
  );
}
