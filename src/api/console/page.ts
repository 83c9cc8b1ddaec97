import { escaped } from '../http/html.ts';

/** What the page says of the station before anybody is signed in. */
export interface Greeting {
  readonly nonce: string;
  readonly station: string;
  readonly zone: string;
  readonly language: string;
}

/** Fills the holes of the built page. Pure. */
export function filledPage(page: string, { nonce, station, zone, language }: Greeting): string {
  const holes: Readonly<Record<string, string>> = { nonce, station, zone, language };
  return page.replace(/__(nonce|station|zone|language)__/g, (_hole, name: string) =>
    escaped(holes[name] ?? ''),
  );
}

/**
 * The policy for contents of the console's pages. Ant Design writes its styles into the page while it runs: only with this
 * answer's own nonce, so that nothing else can. Attributes of style that scripts set are no part of what it governs.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join(';');
}
