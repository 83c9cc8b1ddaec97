import t from 'tap';
import { axeFindings } from './axe.ts';
import { type Desk, sitDown, startBrowser } from './browser.ts';
import { everyPage } from './every-page.ts';
import type { Role } from './sample-accounts.ts';
import { sampleStation } from './sample-station.ts';

const station = await sampleStation({ business: true });
t.teardown(() => station.end());
const browser = await startBrowser();
t.teardown(() => browser.close());

for (const language of ['zh', 'en'] as const) {
  // Whoever works goes from page to page at one desk; a new desk for each page would load the console anew each time.
  const desks = new Map<Role | null, Desk>();
  for (const { name, who, path } of everyPage)
    t.test(
      `${name} in ${language}: nothing bars anybody, nothing is refused, nobody outside is asked`,
      async (t) => {
        const desk = desks.get(who) ?? (await sitDown(browser, station, { who, language }));
        desks.set(who, desk);
        await desk.go(path);
        t.equal(await desk.page.locator('html').getAttribute('lang'), language === 'zh' ? 'zh-CN' : 'en');
        t.strictSame(await axeFindings(desk.page), []);
        t.strictSame(desk.complaints.splice(0), []);
      },
    );
}
