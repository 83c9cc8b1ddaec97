import type { Browser } from 'playwright-core';
import type { AskedDaemon } from '../api/daemon.ts';
import { freshWindow } from './window.ts';

/** What a browser that has never been here is sent before a page is there. */
export interface FirstLoad {
  readonly page: string;
  /** Of the page itself, scripts and styles, as they were sent: compressed, with their headers. */
  readonly bytes: number;
  readonly files: number;
  /** Of what the page asked the station. */
  readonly answerBytes: number;
  readonly charts: boolean;
  readonly player: boolean;
}

const desk = [
  'evidence',
  'cases',
  'late',
  'requests',
  'reviews',
  'ledger',
  'registers',
  'station',
  'accounts',
];

/** Each page, as somebody opens it who has the right to. */
export async function firstLoads(
  browser: Browser,
  { url, tokens }: AskedDaemon,
  item: string,
): Promise<readonly FirstLoad[]> {
  const pages = [
    ...[
      { page: 'sign-in', path: '/', token: null },
      { page: 'dock', path: '/dock', token: null },
    ],
    ...desk.map((page) => ({
      ...{ page, path: `/console/${page}` },
      token: page === 'accounts' ? tokens.administrator : page === 'ledger' ? tokens.auditor : tokens.clerk,
    })),
    { page: 'item', path: `/console/item/${item}`, token: tokens.clerk },
  ];
  const found: FirstLoad[] = [];
  for (const one of pages) found.push(await firstLoad(browser, url, one));
  return found;
}

interface Sent {
  readonly name: string;
  readonly bytes: number;
}

interface Opened {
  readonly page: string;
  readonly path: string;
  readonly token: string | null;
}

async function firstLoad(
  browser: Browser,
  url: string,
  { page: name, path, token }: Opened,
): Promise<FirstLoad> {
  const context = await freshWindow(browser, token);
  try {
    const page = await context.newPage();
    await page.goto(`${url}${path}`);
    await page.locator('h1').first().waitFor();
    // What a page asks for after its heading stands.
    await page.waitForTimeout(1_500);
    const sent = await page.evaluate<readonly Sent[]>('bench.sent()');
    const answers = sent.filter((one) => one.name.includes('/api/'));
    const parts = sent.filter((one) => !answers.includes(one));
    const sum = (some: readonly Sent[]): number => some.reduce((bytes, one) => bytes + one.bytes, 0);
    const has = (part: string): boolean => parts.some((one) => one.name.includes(`/assets/${part}-`));
    return {
      ...{ page: name, bytes: sum(parts), files: parts.length, answerBytes: sum(answers) },
      ...{ charts: has('charts'), player: has('player') },
    };
  } finally {
    await context.close();
  }
}
