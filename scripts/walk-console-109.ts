// Opens every page of the console in Chromium 109, the oldest browser it is built for: npm run console:chromium109 [FOLDER]
// The browser is brought once, into node_modules/.cache; pictures go to FOLDER, which is outside the checkout.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sitDown, startBrowser } from '../test/console/browser.ts';
import { everyPage } from '../test/console/every-page.ts';
import { sampleStation } from '../test/console/sample-station.ts';
import { chromium109 } from './lib/chromium-109.ts';

const [folder] = process.argv.slice(2);
const home = resolve(import.meta.dirname, '..');
const browser = await startBrowser(chromium109(join(home, 'node_modules/.cache')));
const station = await sampleStation({ filmSeconds: 20, business: true });
let wrong = 0;
try {
  console.log(`Chromium ${browser.version()}`);
  for (const { name, who, path } of everyPage) {
    const { page, context, complaints, go } = await sitDown(browser, station, { who, language: 'zh' });
    page.setDefaultTimeout(60_000);
    await go(path).catch((error: unknown) => complaints.push(String(error)));
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}-109.png`) });
    }
    wrong += complaints.length === 0 ? 0 : 1;
    console.log([`${complaints.length === 0 ? 'ok' : 'WRONG'} ${name}`, ...complaints].join('\n  '));
    await context.close();
  }
} finally {
  await browser.close();
  await station.end();
}
process.exitCode = wrong === 0 ? 0 : 1;
