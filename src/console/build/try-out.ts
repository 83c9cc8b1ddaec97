import type { Plugin } from 'vite';

/** Fills the holes of the page while it is worked on; the station fills them otherwise. */
export function tryOut(): Plugin {
  return {
    name: 'docket-try-out',
    apply: 'serve',
    transformIndexHtml: (html) =>
      html
        .replace('__station__', 'Docket')
        .replace('__zone__', 'Asia/Shanghai')
        .replace('__language__', 'zh'),
  };
}
