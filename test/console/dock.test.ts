import t from 'tap';
import { axeFindings } from './axe.ts';
import { sitDown, startBrowser } from './browser.ts';
import { dock, pinOf } from './dock-cards.ts';
import { sampleStation } from './sample-station.ts';

const station = await sampleStation();
t.teardown(() => station.end());
const browser = await startBrowser();
t.teardown(() => browser.close());

t.test('an empty dock says what to do, and bars nobody, in both languages', async (t) => {
  for (const [language, says] of [
    ['zh', '请将执法记录仪插入任一仓位。'],
    ['en', 'Put a recorder into any port.'],
  ] as const) {
    const { page, context, complaints, go } = await sitDown(browser, station, { who: null, language });
    await go('/dock');
    await page.getByText(says).waitFor();
    t.strictSame(await axeFindings(page), []);
    t.strictSame(complaints, []);
    await context.close();
  }
});

t.test(
  'an officer docks, waits for green, signs in, accepts the case and explains why it is late',
  async (t) => {
    const pin = await pinOf(station, 'officer');
    const { page, context, complaints, go } = await sitDown(browser, station, { who: null, language: 'zh' });
    t.teardown(() => context.close());
    await go('/dock');
    await dock(station, { port: '3', recorder: '1111111', officer: '222222', hoursAgo: [200] });
    const card = page.getByRole('button', { name: /3 号仓位/ });
    await card.getByText('可以取下').waitFor();
    await card.getByText('执法人员 222222').waitFor();
    t.notMatch(await page.locator('body').textContent(), '张三', 'nobody is named before they sign in');
    t.strictSame(await axeFindings(page), []);

    await card.click();
    t.equal(await page.getByLabel('人员编号或账号').inputValue(), '222222');
    t.strictSame(await axeFindings(page), []);
    for (const key of '000000') await page.getByRole('button', { name: key, exact: true }).click();
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page
      .getByRole('alert')
      .filter({ hasText: '不正确' })
      .or(page.locator('.trouble'))
      .first()
      .waitFor();
    for (const key of pin) await page.getByRole('button', { name: key, exact: true }).click();
    await page.getByRole('button', { name: '登录', exact: true }).click();

    const sheet = page.getByRole('dialog', { name: /张三/ });
    await sheet.getByText('秒后自动退出').waitFor();
    const course = sheet.locator('.course').first();
    t.strictSame(await axeFindings(page), []);
    await course.getByRole('button', { name: /建议/ }).click();
    await course.getByText(/已关联 样执罚/).waitFor();

    await sheet.getByRole('button', { name: '说明迟传原因' }).first().click();
    const late = sheet.locator('.course', { has: page.getByLabel('具体情况') });
    await late.getByText('请先选择原因。').waitFor();
    await late.getByRole('button', { name: '设备故障' }).click();
    await late.getByLabel('具体情况').fill('记录仪 <b>接口</b> 损坏');
    t.strictSame(await axeFindings(page), []);
    await late.getByRole('button', { name: '提交' }).click();
    await sheet.getByText('情况说明：待审批').first().waitFor();

    await course
      .getByRole('button', { name: /登记返回时间|更改/ })
      .last()
      .click();
    await course.getByRole('button', { name: '刚刚返回' }).click();
    await course.getByRole('button', { name: '保存' }).click();
    await course.getByText(/ 返回$/).waitFor();

    await sheet.getByRole('button', { name: '完成并退出' }).click();
    await sheet.waitFor({ state: 'detached' });
    t.notMatch(await page.locator('body').textContent(), '张三', 'nothing stays for who comes next');
    t.strictSame(complaints, []);
  },
);

t.test('a station that is gone is said on every card, and comes back by itself', async (t) => {
  const { page, context, go } = await sitDown(browser, station, { who: null, language: 'en' });
  t.teardown(() => context.close());
  await go('/dock');
  const card = page.getByRole('button', { name: /Port 3/ });
  await card.getByText('Safe to take').waitFor();
  await station.restart(async () => {
    await card.getByText('No answer').waitFor();
    await page.getByText('Leave every recorder where it is').waitFor();
  });
  await card.getByText('Safe to take').waitFor();
});
