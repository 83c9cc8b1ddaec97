import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));

export async function startChromium(): Promise<Browser> {
  return await chromium.launch({
    executablePath: program ?? 'chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}

/** What is measured within a page. */
const watcher = fileURLToPath(new URL('./watch-page.js', import.meta.url));

/** A window of a dock's touch screen whose browser has never been here: nothing is in its cache. */
export async function freshWindow(browser: Browser, token: string | null): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1_280, height: 800 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...(token === null ? {} : { extraHTTPHeaders: { authorization: `Bearer ${token}` } }),
  });
  await context.addInitScript({ path: watcher });
  return context;
}

export interface FirstPaint {
  /** First Contentful Paint. */
  readonly painted: number;
  /** The first thing that the page is opened for. */
  readonly drawn: number;
}

/** Opens a page in a window that has never been here. Milliseconds. */
export async function firstPaint(
  browser: Browser,
  address: string,
  what: 'card' | 'row' | 'operation',
  token: string | null,
): Promise<FirstPaint> {
  const context = await freshWindow(browser, token);
  try {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'commit' });
    return await page.evaluate<FirstPaint>(`bench.first('${what}')`);
  } finally {
    await context.close();
  }
}

/** A frame that takes longer is told when it is over. */
const leastMs = 16;
const settleMs = 120;

/** From a touch or key to the next frame that shows what came of it, in milliseconds: the slowest of what was done. */
export async function toNextPaint(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate('bench.begin()');
  await act();
  await page.evaluate('bench.nextFrame()');
  await wait(settleMs);
  return Math.max(leastMs, await page.evaluate<number>('bench.slowest()'));
}
