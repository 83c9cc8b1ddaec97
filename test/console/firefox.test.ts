import t from 'tap';
import { everyPage } from './every-page.ts';
import { type FirefoxWindow, startFirefox } from './firefox.ts';
import type { Role } from './sample-accounts.ts';
import { sampleStation } from './sample-station.ts';

const station = await sampleStation({ business: true });
t.teardown(() => station.end());
const firefox = await startFirefox();
t.teardown(() => firefox.close());

/** Whatever is the same page with something else on it is looked at in Chromium alone. */
const pages = everyPage.filter(({ name }) => !/-(nothing|none|own|all|missing|emergency)$/.test(name));
const windows = new Map<Role | null, FirefoxWindow>();

for (const { name, who, path } of pages)
  t.test(`${name} is read in Firefox as well`, async (t) => {
    const cookie = who === null ? null : station.sittings[who].cookie;
    const window = windows.get(who) ?? (await firefox.window({ url: station.url, language: 'zh', cookie }));
    windows.set(who, window);
    await window.go(path);
    t.match(await window.told('document.querySelector("h1").textContent'), /\S/);
    t.equal(
      await window.told('document.documentElement.scrollWidth > innerWidth'),
      false,
      'nothing lies beside the screen',
    );
    t.strictSame(window.complaints.splice(0), []);
  });
