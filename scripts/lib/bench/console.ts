import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { type AskedDaemon, startDaemon } from './api/daemon.ts';
import { type MadeStation, madeStation } from './api/make-station.ts';
import { comeIn } from './console/coming-in.ts';
import { type FirstLoad, firstLoads } from './console/first-loads.ts';
import { type FirstPaint, firstPaint, freshWindow, startChromium, toNextPaint } from './console/window.ts';
import { reading } from './dock.ts';
import { type Machine, machineWith } from './machine.ts';

export interface ConsoleWish {
  readonly folder: string;
  /** Recordings that the station has already. */
  readonly items: number;
  readonly entries: number;
  readonly seed: number;
  readonly recorders: number;
  /** Of each recorder. */
  readonly eachBytes: number;
  readonly rounds: number;
  readonly say: (line: string) => void;
}

/** First paints of the dock's screen, of the list of evidence, and of the peer, one after another in each round. */
export interface Paints {
  readonly dock: readonly FirstPaint[];
  readonly evidence: readonly FirstPaint[];
  readonly peer: readonly FirstPaint[];
}

/** What somebody did, and how long each time until the next frame, in milliseconds. */
export interface Acted {
  readonly what: string;
  readonly peer: boolean;
  readonly times: readonly number[];
}

export interface ConsoleResult {
  readonly benchmark: 'console';
  readonly machine: Machine;
  readonly browser: string;
  readonly items: number;
  readonly recorders: number;
  readonly eachBytes: number;
  readonly idle: Paints;
  readonly busy: Paints;
  readonly acts: readonly Acted[];
  readonly loads: readonly FirstLoad[];
  /** How many dockings were over while it was measured, and in how many seconds. */
  readonly dockings: number;
  readonly busySeconds: number;
  readonly load: number;
}

/** Opens the console in a browser and works in it: while nothing comes in, then while recorders do. */
export async function benchConsole(wish: ConsoleWish): Promise<ConsoleResult> {
  const { folder, items, entries, seed, recorders, eachBytes, say } = wish;
  const machine = machineWith(folder);
  const station = await madeStation(join(folder, 'made'), { items, entries, seed }, say);
  const daemon = await startDaemon(station);
  try {
    say(`the daemon is quiet after ${(await daemon.quiet()).toFixed(0)} s`);
    const browser = await startChromium();
    try {
      const loads = await firstLoads(browser, daemon, itemOf(station));
      const found = await whileDocked(wish, station, browser, daemon);
      const browserName = `Chromium ${browser.version()}`;
      return {
        benchmark: 'console',
        machine,
        browser: browserName,
        items,
        recorders,
        eachBytes,
        loads,
        ...found,
      };
    } finally {
      await browser.close();
    }
  } finally {
    await daemon.stop();
  }
}

const itemOf = ({ data }: MadeStation): string =>
  reading(join(data, 'station.db'), (db) =>
    String(db.prepare('SELECT evidence FROM view_evidence ORDER BY rowid DESC LIMIT 1').pluck().get()),
  );

interface Rounds {
  readonly rounds: number;
  /** Resolves when the station is as it is to be measured. */
  readonly ready: () => Promise<void>;
}

type Found = Pick<ConsoleResult, 'idle' | 'busy' | 'acts' | 'dockings' | 'busySeconds' | 'load'>;

async function whileDocked(
  wish: ConsoleWish,
  { ports, data }: MadeStation,
  browser: Browser,
  daemon: AskedDaemon,
): Promise<Found> {
  const { folder, recorders, eachBytes, say } = wish;
  const dock = { cards: join(folder, 'cards'), ports, database: join(data, 'station.db') };
  const coming = comeIn({ ...dock, recorders, eachBytes });
  try {
    await until(() => coming.quiet());
    await wait(2_000);
    say(`${recorders} recorders of ${eachBytes} bytes stand in the dock, and nothing comes in`);
    const ready = async (): Promise<void> => undefined;
    // Whatever a program does once alone is no matter of the pages.
    await paints(browser, daemon, { rounds: 1, ready });
    const idle = await paints(browser, daemon, { ...wish, ready });
    say('now they come in again and again');
    coming.goOn();
    const began = performance.now();
    const busyWish = { ...wish, ready: () => until(() => coming.busy()) };
    const busy = await paints(browser, daemon, busyWish);
    const acts = await work(browser, daemon, busyWish);
    const busySeconds = (performance.now() - began) / 1_000;
    return { idle, busy, acts, dockings: coming.over(), busySeconds, load: loadavg()[0] ?? 0 };
  } finally {
    coming.stop();
  }
}

const longestMs = 600_000;

async function until(is: () => boolean): Promise<void> {
  for (const began = performance.now(); !is(); await wait(20))
    if (performance.now() - began > longestMs) throw new Error('the recorders do not come in as they should');
}

async function paints(
  browser: Browser,
  { url, tokens }: AskedDaemon,
  { rounds, ready }: Rounds,
): Promise<Paints> {
  const found = { dock: [] as FirstPaint[], evidence: [] as FirstPaint[], peer: [] as FirstPaint[] };
  for (let round = 0; round < rounds; round++) {
    await ready();
    found.dock.push(await firstPaint(browser, `${url}/dock`, 'card', null));
    found.evidence.push(await firstPaint(browser, `${url}/console/evidence`, 'row', tokens.clerk));
    await ready();
    found.peer.push(await firstPaint(browser, `${url}/docs`, 'operation', null));
  }
  return found;
}

/** What somebody does on one page, again and again. */
interface Work {
  readonly path: string;
  readonly peer: boolean;
  /** Stands there before anything is done. */
  readonly begins: string;
  readonly acts: readonly (readonly [what: string, act: (page: Page) => Promise<void>])[];
}

const works: readonly Work[] = [
  {
    ...{ path: '/dock', peer: false, begins: '.port' },
    acts: [
      ['dock: a tap on a port opens its window', (page) => tap(page, '.port', 0)],
      ['dock: a key of the pad', (page) => tap(page, '.keys button', 4)],
      ['dock: the window is closed', (page) => page.keyboard.press('Escape')],
    ],
  },
  {
    ...{ path: '/console/evidence', peer: false, begins: 'tbody tr' },
    acts: [
      ['evidence: a filter is clicked', (page) => tap(page, '.filters input[maxlength]', 0)],
      ['evidence: six characters are typed into it', (page) => page.keyboard.type('200001')],
      ['evidence: it is asked', (page) => page.keyboard.press('Enter')],
      ['evidence: the filter is emptied', (page) => tap(page, '.filters .ant-input-clear-icon', 0)],
      ['evidence: a choice is opened', (page) => tap(page, '.filters .ant-select', 0)],
      ['evidence: and left', (page) => page.keyboard.press('Escape')],
    ],
  },
  {
    ...{ path: '/docs', peer: true, begins: '.opblock-tag' },
    acts: [
      ['Swagger UI: a section is opened', (page) => tap(page, '.opblock-tag', 0)],
      ['Swagger UI: and closed', (page) => tap(page, '.opblock-tag', 0)],
    ],
  },
];

/** In the middle of it, as a finger does; nothing is waited for but that it is there. */
async function tap(page: Page, selector: string, nth: number): Promise<void> {
  const box = await page.locator(selector).nth(nth).boundingBox();
  if (box === null) throw new Error(`${selector} is not to be seen on ${page.url()}`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

async function work(
  browser: Browser,
  { url, tokens }: AskedDaemon,
  { rounds, ready }: Rounds,
): Promise<readonly Acted[]> {
  const all: Acted[] = [];
  for (const { path, peer, begins, acts } of works) {
    const context = await freshWindow(browser, path.startsWith('/console') ? tokens.clerk : null);
    const page = await context.newPage();
    await page.goto(`${url}${path}`);
    await page.locator(begins).first().waitFor();
    await wait(1_000);
    const times = acts.map((): number[] => []);
    for (let round = 0; round < rounds; round++) {
      await ready();
      for (const [at, [, act]] of acts.entries()) {
        await page.locator(begins).first().waitFor();
        times[at]?.push(await toNextPaint(page, () => act(page)));
      }
    }
    for (const [at, [what]] of acts.entries()) all.push({ what, peer, times: times[at] ?? [] });
    await context.close();
  }
  return all;
}
