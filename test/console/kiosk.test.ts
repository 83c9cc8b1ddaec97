import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import t, { type Test } from 'tap';
import { runDocket } from '../support/run-docket.ts';
import { axeFindings } from './axe.ts';
import { type Desk, type Sitter, sitDown, startBrowser } from './browser.ts';
import { dock, pinOf } from './dock-cards.ts';
import { fullDock } from './full-dock.ts';
import { sampleStation } from './sample-station.ts';

const station = await sampleStation();
t.teardown(() => station.end());
const browser = await startBrowser();
t.teardown(() => browser.close());

async function kiosk(t: Test, wish: Omit<Sitter, 'who'>, answer?: unknown): Promise<Desk> {
  const desk = await sitDown(browser, station, { who: null, ...wish });
  t.teardown(() => desk.context.close());
  if (answer !== undefined)
    await desk.page.route('**/api/v1/dock', async (route) => route.fulfill({ json: answer }));
  // What is heard is counted: a machine that tests has no loudspeaker.
  await desk.context.addInitScript(`
    globalThis.sounds = [];
    const begin = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      sounds.push(this.frequency.value);
      begin.call(this, when);
    };
  `);
  await desk.go('/dock');
  return desk;
}

const heard = async (page: Page): Promise<number> => await page.evaluate('sounds.length');

/** Words that do not fit where they stand, of those that must be read from two metres. */
const cut = async (page: Page): Promise<readonly string[]> =>
  await page.evaluate(`[...document.querySelectorAll('.port-number, .port-verdict b, .kiosk-banner > *')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow !== 'visible')
    .map((one) => one.textContent)`);

/** What lies outside the screen, or sticks out of its card below. */
const outside = async (page: Page): Promise<readonly string[]> =>
  await page.evaluate(`[
    ...[...document.querySelectorAll('.kiosk-head > *, .port')].filter((one) => one.getBoundingClientRect().right > innerWidth),
    ...[...document.querySelectorAll('.port')].filter((one) => one.scrollHeight > one.clientHeight + 2),
  ].map((one) => one.textContent)`);

for (const language of ['zh', 'en'] as const)
  for (const large of [false, true])
    t.test(
      `thirty ports at a touch screen, ${language}${large ? ', large type' : ''}: all stand on it, and bar nobody`,
      async (t) => {
        const { page, complaints } = await kiosk(t, { language, large }, fullDock);
        await page.locator('.port').nth(29).waitFor();
        const [scrolls, small] = await page.evaluate<[boolean, number]>(`[
        document.querySelector('.kiosk-main').scrollHeight > document.querySelector('.kiosk-main').clientHeight + 1,
        Math.min(...[...document.querySelectorAll('.port-verdict b')].map((one) => parseFloat(getComputedStyle(one).fontSize))),
      ]`);
        t.notOk(scrolls, 'nobody scrolls at the dock');
        t.strictSame(await outside(page), [], 'everything lies on the screen and within its card');
        t.ok(small >= 20, 'whether it may be taken is read from two metres');
        t.strictSame(await cut(page), []);
        t.strictSame(await axeFindings(page), []);
        t.strictSame(complaints, []);
        const text = (await page.locator('.ports').textContent()) ?? '';
        t.match(text, '<b>', 'what looks like HTML is text');
        const words =
          language === 'zh'
            ? ['可以取下', '请勿拔出', '未采集', '请重新接入', '请勿清空', '等候采集', '迟传']
            : [
                'Safe to take',
                'Do not pull',
                'Not taken in',
                'Dock it again',
                'Do not erase',
                'Held back',
                'late',
              ];
        for (const word of words) t.match(text, word);
      },
    );

t.test('fifty thousand files in one docking are counted, and the time that is left told', async (t) => {
  const { page } = await kiosk(t, { language: 'zh' }, fullDock);
  const card = page.getByRole('button', { name: /^2 号仓位/ });
  t.match(await card.textContent(), /12345 \/ 50000 个文件|12,345 \/ 50,000 个文件/);
  t.match(await card.textContent(), /还需/);
});

t.test('a recorder of no known model is not taken in, and its card says whom to ask', async (t) => {
  const { page } = await kiosk(t, { language: 'zh' });
  const folder = join(station.folder, 'dock', '9');
  mkdirSync(join(folder, 'misc'), { recursive: true });
  writeFileSync(join(folder, 'misc', 'a.xyz'), 'no recording');
  const card = page.getByRole('button', { name: /9 号仓位/ });
  await card.getByText('未采集').waitFor();
  await card.getByText('型号无法识别，请交管理员处理。').waitFor();
  await page.getByRole('alert').getByText('型号无法识别的记录仪未采集。').waitFor();
  t.strictSame(await axeFindings(page), []);
});

t.test('an alarm is heard once the browser may sound, and a muted dock is silent', async (t) => {
  const quiet = { ...fullDock, alarms: { critical: 0, warning: 0, gravest: [] }, ports: [] };
  let answer: unknown = quiet;
  const { page } = await kiosk(t, { language: 'en' });
  await page.route('**/api/v1/dock', async (route) => route.fulfill({ json: answer }));
  await page.getByText('Tap once for sound').waitFor();
  await page.getByRole('button', { name: 'Large type' }).click();
  await page.getByText('Sound on').waitFor();
  const before = await heard(page);
  answer = fullDock;
  await page.getByText('The vault is full').waitFor();
  while ((await heard(page)) === before) await page.waitForTimeout(20);
  await page.getByRole('button', { name: 'Sound on' }).click();
  answer = quiet;
  await page.getByText('The vault is full').waitFor({ state: 'detached' });
  const silent = await heard(page);
  answer = fullDock;
  await page.getByText('The vault is full').waitFor();
  t.equal(await heard(page), silent);
});

t.test(
  'an officer signs in by badge; in English nothing bars them; what they wrote waits for them alone',
  async (t) => {
    const config = join(station.folder, 'config.yaml');
    const badge = '0004711223';
    const given = await runDocket(['account', 'badge', 'officer', badge, '--config', config, '--json']);
    t.equal(given.code, 0, given.stderr);
    await dock(station, { port: '4', recorder: '1111111', officer: '222222', hoursAgo: [300] });
    const { page, complaints } = await kiosk(t, { language: 'en' });
    const card = page.getByRole('button', { name: /Port 4/ });
    await card.getByText('Safe to take').waitFor();
    await card.getByText('The one file on it is secured here.').waitFor();
    t.strictSame(await axeFindings(page), []);
    const sheet = page.getByRole('dialog', { name: /张三/ });
    const byBadge = async (): Promise<void> => {
      await page.getByRole('dialog', { name: 'Who are you?' }).waitFor();
      // As a reader types: all of it in no time, however busy the machine is.
      await page.evaluate(`for (const key of [...${JSON.stringify(badge)}, 'Enter'])
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))`);
      await sheet.waitFor();
    };
    await card.click();
    await byBadge();
    t.strictSame(await axeFindings(page), []);
    await sheet.getByRole('button', { name: 'Explain lateness' }).first().click();
    await sheet
      .getByRole('button', { name: 'equipment fault' })
      .or(sheet.getByRole('button', { name: /fault/i }))
      .first()
      .click();
    await sheet.getByLabel('What happened').fill('the dock was broken');
    await page.route('**/api/v1/dock/own', async (route) =>
      route.fulfill({ status: 401, json: { code: 'api.signed_out', detail: 'signed out', status: 401 } }),
    );
    await page.route('**/api/v1/session', async (route) =>
      route.request().method() === 'GET'
        ? route.fulfill({ status: 401, json: { code: 'api.signed_out', detail: 'signed out', status: 401 } })
        : route.continue(),
    );
    await page.clock.install();
    await page.clock.runFor(90_000);
    await page.getByText('You were signed out. Sign in again to go on.').waitFor();
    t.equal(await page.getByLabel('What happened').count(), 0, 'nobody else sees it');
    await page.unroute('**/api/v1/dock/own');
    await page.unroute('**/api/v1/session');
    await byBadge();
    t.equal(await sheet.getByLabel('What happened').inputValue(), 'the dock was broken');
    await sheet.getByRole('button', { name: 'Done, sign out' }).click();
    await sheet.waitFor({ state: 'detached' });
    t.strictSame(complaints, []);
  },
);

t.test('a wrong PIN is said, and the right one goes in', async (t) => {
  const pin = await pinOf(station, 'officer');
  const { page } = await kiosk(t, { language: 'en' });
  await page.getByRole('button', { name: 'My recordings' }).click();
  await page.getByLabel('Officer number or account').fill('222222');
  await page.getByLabel('PIN').fill('000000');
  await page.keyboard.press('Enter');
  await page.locator('.trouble').waitFor();
  await page.getByLabel('PIN').fill(pin);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: /张三/ }).waitFor();
});
