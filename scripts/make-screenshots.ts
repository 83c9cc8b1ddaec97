// Takes a picture of every page of the console: node scripts/make-screenshots.ts [--look LOOK]... FOLDER [PAGE...]
// The real daemon over a sample station, in both languages and in every look: touch, desk, large, whole, print; FOLDER is
// outside the checkout. `whole` is the large type down to the page's end, `print` what comes out on A4 paper.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { settled, sitDown, sizes, startBrowser } from '../test/console/browser.ts';
import { everyPage } from '../test/console/every-page.ts';
import { sampleStation } from '../test/console/sample-station.ts';

const looks = {
  touch: { size: 'touch' },
  desk: { size: 'desk' },
  large: { size: 'desk', large: true },
  whole: { size: 'touch', large: true },
  print: { size: 'desk' },
} as const;
type Look = keyof typeof looks;

/** A4 less its margins, at 96 dots an inch. */
const paper = { width: 718, height: 1_047 };

const { values, positionals } = parseArgs({
  options: { look: { type: 'string', multiple: true } },
  allowPositionals: true,
});
const [folder, ...names] = positionals;
const isLook = (name: string): name is Look => name in looks;
const wanted = values.look ?? Object.keys(looks);
const home = resolve(import.meta.dirname, '..');
if (folder === undefined || resolve(folder).startsWith(`${home}/`) || !wanted.every(isLook)) {
  const usage = `[--look ${Object.keys(looks).join('|')}]... FOLDER [PAGE...]`;
  console.error(`usage: node scripts/make-screenshots.ts ${usage}; FOLDER lies outside the checkout`);
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const station = await sampleStation({ filmSeconds: 40, business: true });
const browser = await startBrowser();
try {
  for (const { name, who, path } of everyPage.filter(
    ({ name }) => names.length === 0 || names.includes(name),
  ))
    for (const language of ['zh', 'en'] as const)
      for (const look of wanted.filter(isLook)) {
        const wish = looks[look];
        const { page, context, complaints, go } = await sitDown(browser, station, { who, language, ...wish });
        await go(path);
        await settled(page);
        const { width, height } = sizes[wish.size];
        const file = join(folder, `${name}-${language}-${look}-${width}x${height}.png`);
        await take(page, look, file);
        console.error([file, ...complaints].join('\n  '));
        await context.close();
      }
} finally {
  await browser.close();
  await station.end();
}

async function take(page: Page, look: Look, path: string): Promise<void> {
  if (look === 'print') {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(paper);
  }
  await page.screenshot({ path, fullPage: look === 'print' || look === 'whole' });
}
