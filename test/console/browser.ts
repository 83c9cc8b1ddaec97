import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Language } from '../../src/texts/text.ts';
import type { Role } from './sample-accounts.ts';
import type { SampleStation } from './sample-station.ts';

/** At a dock's touch screen, and at a desk. */
export const sizes = { touch: { width: 1280, height: 800 }, desk: { width: 1920, height: 1080 } } as const;
export type Size = keyof typeof sizes;

/** Where Debian and others put it. */
const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));

/** Error: where none is given and none is installed. */
export async function startBrowser(other: string | null = null): Promise<Browser> {
  return await chromium.launch({
    executablePath: other ?? program ?? 'chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}

/** A window in which somebody sits, and what its pages have complained about. */
export interface Desk {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Scripts that failed, what the policy for contents has refused, and whatever was asked of another host. */
  readonly complaints: string[];
  go(path: string): Promise<void>;
}

export interface Sitter {
  /** Null: nobody is signed in. */
  readonly who: Role | null;
  readonly language: Language;
  readonly size?: Size;
  readonly large?: boolean;
}

export async function sitDown(
  browser: Browser,
  station: SampleStation,
  { who, language, size = 'touch', large = false }: Sitter,
): Promise<Desk> {
  const { url } = station;
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
  });
  await context.addInitScript(
    ([kept, type]) => {
      localStorage.setItem('docket.language', localStorage.getItem('docket.language') ?? kept);
      if (type === 'large') localStorage.setItem('docket.type', 'large');
    },
    [language, large ? 'large' : 'usual'] as const,
  );
  if (who !== null)
    await context.addCookies([{ name: 'docket', value: station.sittings[who].cookie, url, httpOnly: true }]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A refusal is told by the browser too, and is none of the page's making.
    if (message.type() === 'error' && !/status of 4\d\d|ERR_CONNECTION/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (/^https?:$/.test(asked.protocol) && asked.origin !== new URL(url).origin)
      complaints.push(request.url());
  });
  return { page, context, complaints, go: (path) => gone(page, `${url}${path}`) };
}

/** There, with everything that it asked for. */
async function gone(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/** Nothing is being loaded any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  const busy = page.locator('.ant-skeleton, [aria-busy="true"], .ant-btn-loading');
  while ((await busy.count()) > 0) await wait(50);
}
