// Takes a picture of every page of the console: node scripts/make-screenshots.ts FOLDER [PAGE...]
// The real daemon over a sample station, in both languages and at both sizes; FOLDER is outside the checkout.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { settled, sitDown, sizes, startBrowser } from '../test/console/browser.ts';
import { everyPage } from '../test/console/every-page.ts';
import { sampleStation } from '../test/console/sample-station.ts';

const [folder, ...names] = process.argv.slice(2);
const home = resolve(import.meta.dirname, '..');
if (folder === undefined || folder.startsWith('-') || resolve(folder).startsWith(`${home}/`)) {
  console.error('usage: node scripts/make-screenshots.ts FOLDER [PAGE...]; FOLDER lies outside the checkout');
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
      for (const [look, wish] of [
        ['touch', { size: 'touch' }],
        ['desk', { size: 'desk' }],
        ['large', { size: 'desk', large: true }],
      ] as const) {
        const { page, context, complaints, go } = await sitDown(browser, station, { who, language, ...wish });
        await go(path);
        await settled(page);
        const { width, height } = sizes[wish.size];
        const file = join(folder, `${name}-${language}-${look}-${width}x${height}.png`);
        await page.screenshot({ path: file });
        console.error([file, ...complaints].join('\n  '));
        await context.close();
      }
} finally {
  await browser.close();
  await station.end();
}
