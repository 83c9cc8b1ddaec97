import t, { type Test } from 'tap';
import { type Desk, settled, sitDown, startBrowser } from './browser.ts';
import { codeOf, samplePassword } from './sample-accounts.ts';
import { sampleStation } from './sample-station.ts';

const station = await sampleStation();
t.teardown(() => station.end());
const browser = await startBrowser();
t.teardown(() => browser.close());

async function clerk(t: Test): Promise<Desk> {
  const desk = await sitDown(browser, station, { who: 'clerk', language: 'zh' });
  t.teardown(() => desk.context.close());
  await desk.go('/console/evidence');
  return desk;
}

const rows = ({ page }: Desk) => page.locator('table.rows tbody tr');

t.test('filters stand in the address, and whoever opens the address sees the same', async (t) => {
  const desk = await clerk(t);
  const all = await rows(desk).count();
  await desk.page.getByLabel('执法人员').fill('222222');
  await desk.page.keyboard.press('Enter');
  await desk.page.waitForURL(/officer=222222/);
  await settled(desk.page);
  await rows(desk).filter({ hasNotText: '222222' }).first().waitFor({ state: 'detached' });
  const some = await rows(desk).count();
  t.ok(some > 0 && some < all, `${some} of ${all}`);
  await desk.page.reload();
  await settled(desk.page);
  t.equal(await rows(desk).count(), some);
});

t.test('a sign-in that ends while something is typed: the same person goes on where they were', async (t) => {
  const desk = await clerk(t);
  const { page, context } = desk;
  await page.getByLabel('案件').fill('样执罚');
  await context.clearCookies();
  await page.keyboard.press('Enter');
  const window = page.getByRole('dialog');
  await window.getByText('登录已失效').waitFor();
  await window.getByLabel('密码').fill(samplePassword);
  await page.keyboard.press('Enter');
  await window.getByLabel('动态验证码').fill(codeOf(station.sittings.clerk.secret ?? ''));
  await page.keyboard.press('Enter');
  await window.waitFor({ state: 'detached' });
  await page.getByText('没有符合筛选条件的记录').waitFor();
  t.equal(await page.getByLabel('案件').inputValue(), '样执罚');
});

t.test(
  'a station that is gone is said to be gone, keeps what was typed, and comes back by itself',
  async (t) => {
    const desk = await clerk(t);
    const { page } = desk;
    const before = await rows(desk).count();
    const banner = page.getByText('采集站无响应');
    await station.restart(async () => {
      await page.getByLabel('执法记录仪').fill('1111');
      await banner.first().waitFor();
    });
    await banner.first().waitFor({ state: 'detached' });
    t.equal(await page.getByLabel('执法记录仪').inputValue(), '1111');
    t.equal(await rows(desk).count(), before);
  },
);
