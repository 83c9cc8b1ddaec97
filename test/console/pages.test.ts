import t from 'tap';
import { axeFindings } from './axe.ts';
import { sitDown, startBrowser } from './browser.ts';
import { everyPage } from './every-page.ts';
import { sampleStation } from './sample-station.ts';

const station = await sampleStation({ business: true });
t.teardown(() => station.end());
const browser = await startBrowser();
t.teardown(() => browser.close());

for (const { name, who, path } of everyPage)
  for (const language of ['zh', 'en'] as const)
    t.test(
      `${name} in ${language}: nothing bars anybody, nothing is refused, nobody outside is asked`,
      async (t) => {
        const desk = await sitDown(browser, station, { who, language });
        await desk.go(path);
        t.equal(await desk.page.locator('html').getAttribute('lang'), language === 'zh' ? 'zh-CN' : 'en');
        t.strictSame(await axeFindings(desk.page), []);
        t.strictSame(desk.complaints, []);
        await desk.context.close();
      },
    );
