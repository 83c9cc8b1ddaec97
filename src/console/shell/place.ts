import { useSyncExternalStore } from 'react';
import { isAnythingUnsent } from '../data/unsent.ts';
import { leave } from './leaving.ts';

/** Where somebody is: the page, the one thing it shows, and what they asked of it. All of it stands in the address. */
export interface Place {
  /** Empty at the front door. */
  readonly page: string;
  readonly thing: string | null;
  readonly search: URLSearchParams;
}

const changed = new EventTarget();
let standing = placeIn(location);

export function usePlace(): Place {
  return useSyncExternalStore(subscribed, () => standing);
}

function subscribed(told: () => void): () => void {
  changed.addEventListener('place', told);
  return () => changed.removeEventListener('place', told);
}

/** The address of a place. Pure. */
export function addressOf(page: string, thing: string | null = null, search = ''): string {
  const path = [page, ...(thing === null ? [] : [thing])].map(encodeURIComponent).join('/');
  return `/console/${path}${search === '' ? '' : `?${search}`}`;
}

/** @param how `instead`: as if the last step had not been made */
export function go(address: string, how: 'on' | 'instead' = 'on'): void {
  const then = (): void => {
    if (how === 'on') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    look();
  };
  // Another question to the same page leaves what is typed on it alone.
  if (isElsewhere(placeIn(new URL(address, location.href)))) leave(then);
  else then();
}

function isElsewhere({ page, thing }: Place): boolean {
  return page !== standing.page || thing !== standing.thing;
}

/** Changes what is asked of the page; empty and null values are left out. */
export function ask(values: Readonly<Record<string, string | null>>): void {
  const search = new URLSearchParams(standing.search);
  for (const [name, value] of Object.entries(values))
    if (value === null || value === '') search.delete(name);
    else search.set(name, value);
  go(addressOf(standing.page, standing.thing, search.toString()), 'instead');
}

function look(): void {
  standing = placeIn(location);
  changed.dispatchEvent(new Event('place'));
}

/** The browser has gone back already: the page stays, under its address, until somebody has said so. */
window.addEventListener('popstate', () => {
  const wanted = `${location.pathname}${location.search}`;
  if (!isAnythingUnsent() || !isElsewhere(placeIn(location))) return look();
  history.pushState(null, '', addressOf(standing.page, standing.thing, standing.search.toString()));
  leave(() => {
    history.replaceState(null, '', wanted);
    look();
  });
});

/** Pure. */
export function placeIn({ pathname, search }: { readonly pathname: string; readonly search: string }): Place {
  const [, page = '', thing = null] = /^\/console\/([^/]+)(?:\/([^/]+))?$/.exec(pathname) ?? [];
  return {
    page: decoded(page),
    thing: thing === null ? null : decoded(thing),
    search: new URLSearchParams(search),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
