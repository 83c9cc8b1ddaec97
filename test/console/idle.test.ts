import t, { type Test } from 'tap';
import { axeFindings } from './axe.ts';
import { type Desk, sitDown, startBrowser } from './browser.ts';
import { sampleStation } from './sample-station.ts';

const station = await sampleStation();
t.teardown(() => station.end());
const browser = await startBrowser();
t.teardown(() => browser.close());

/** A desk at which the station says that so many seconds are left, until it is asked by somebody who is there. */
async function nearItsEnd(t: Test, language: 'zh' | 'en', seconds: number): Promise<Desk> {
  const desk = await sitDown(browser, station, { who: 'clerk', language });
  t.teardown(() => desk.context.close());
  let asked = 0;
  await desk.page.route('**/api/v1/session', async (route) => {
    const answer = await route.fetch();
    const told = await answer.json();
    asked += 1;
    await route.fulfill({ response: answer, json: asked === 1 ? { ...told, idlesIn: seconds } : told });
  });
  await desk.go('/console/evidence');
  return desk;
}

t.test('a minute before a sign-in ends for want of use it is said, and one press goes on', async (t) => {
  for (const [language, title, stay] of [
    ['zh', '您还在吗？', '继续使用'],
    ['en', 'Are you still there?', 'Stay signed in'],
  ] as const) {
    const { page, complaints } = await nearItsEnd(t, language, 40);
    await page.getByLabel(language === 'zh' ? '案件' : 'Case').fill('样执罚');
    const window = page.getByRole('dialog', { name: title });
    await window.waitFor();
    t.match(await window.getByRole('timer').textContent(), /[1-9]\d? (s|秒)/);
    t.strictSame(await axeFindings(page), []);
    const told = page.waitForRequest(/\/api\/v1\/session$/);
    await page.keyboard.press('Enter');
    t.equal((await told).headers()['x-docket-by'], undefined, 'somebody is there');
    await window.waitFor({ state: 'detached' });
    t.equal(await page.getByLabel(language === 'zh' ? '案件' : 'Case').inputValue(), '样执罚', stay);
    t.strictSame(complaints, []);
  }
});

t.test('what a page asks with nobody before it says so', async (t) => {
  const desk = await sitDown(browser, station, { who: 'clerk', language: 'en' });
  t.teardown(() => desk.context.close());
  const { page } = desk;
  await page.clock.install();
  await desk.go('/console/station/alarms');
  const asked = page.waitForRequest(/\/api\/v1\/alarms/);
  await page.clock.fastForward(40_000);
  await page.locator('body').dispatchEvent('visibilitychange');
  t.equal((await asked).headers()['x-docket-by'], 'page');
});
