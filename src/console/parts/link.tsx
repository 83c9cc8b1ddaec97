import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { go } from '../shell/place.ts';

type Rest = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'>;

/** A link within the console: it opens in place, and like any other in a new window where that is asked for. */
export function Link({ to, ...rest }: Rest & { readonly to: string }) {
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return <a {...rest} href={to} onClick={follow} />;
}
