import { setTimeout as wait } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import t, { type Test } from 'tap';
import { axeFindings } from './axe.ts';
import { type Desk, settled, sitDown, startBrowser } from './browser.ts';
import { codeOf, type Role, samplePassword } from './sample-accounts.ts';
import { sampleStation } from './sample-station.ts';

const station = await sampleStation();
t.teardown(() => station.end());
const browser = await startBrowser();
t.teardown(() => browser.close());

async function desk(t: Test, who: Role, language: 'zh' | 'en', path: string): Promise<Desk> {
  const found = await sitDown(browser, station, { who, language });
  t.teardown(() => found.context.close());
  await found.go(path);
  return found;
}

/** At the window that comes over a page whose sign-in has ended. */
async function signInAgain({ page }: Desk, who: Role, language: 'zh' | 'en' = 'zh'): Promise<void> {
  const zh = language === 'zh';
  const window = page.getByRole('dialog', { name: zh ? '登录已失效' : 'Your sign-in has ended' });
  await window.waitFor();
  await window.getByLabel(zh ? '账号' : 'Account').fill(who);
  await window.getByLabel(zh ? '密码' : 'Password').fill(samplePassword);
  await page.keyboard.press('Enter');
  const { secret } = station.sittings[who];
  if (secret !== null) {
    await window.getByLabel(zh ? '动态验证码' : 'Code of the authenticator').fill(codeOf(secret));
    await page.keyboard.press('Enter');
  }
  await window.waitFor({ state: 'detached' });
}

const banner = (desk: Desk) => desk.page.locator('.banner');
const top = (desk: Desk): Locator => desk.page.getByRole('dialog').last();
const first = `/console/item/ST01-${Temporal.Now.plainDateISO('Asia/Shanghai').year}-0000001`;

t.test('a reason that is being written when the sign-in ends goes out once its writer is back', async (t) => {
  const one = await desk(t, 'clerk', 'zh', '/console/station/alarms');
  const alarm = one.page.getByRole('row', { name: /4444444/ });
  await alarm.getByRole('button', { name: '填写处置' }).click();
  await top(one).getByLabel('理由').fill('已登记该记录仪');
  await one.context.clearCookies();
  await top(one).getByRole('button', { name: '填写处置' }).click();
  await signInAgain(one, 'clerk');
  await alarm.getByText('已处置', { exact: true }).waitFor();
  t.match(await alarm.textContent(), '已登记该记录仪');
  t.strictSame(one.complaints, []);
});

t.test('another person who signs in sends nothing in their name without a word', async (t) => {
  const one = await desk(t, 'clerk', 'en', first);
  await one.page.getByRole('button', { name: /^Change.*title/i }).click();
  const field = one.page.locator('.tag-editor input').first();
  await field.fill('written by the clerk');
  await one.context.clearCookies();
  let sent = 0;
  one.page.on('request', (request) => {
    sent += request.method() === 'PUT' ? 1 : 0;
  });
  await one.page.getByRole('button', { name: 'Save', exact: true }).click();
  await signInAgain(one, 'officer', 'en');
  const word = one.page.getByRole('dialog', { name: 'Another person is signed in now' });
  t.match(await word.textContent(), /typed by 王五.*signed in as 张三/);
  t.strictSame(await axeFindings(one.page), []);
  await word.getByRole('button', { name: 'Keep it and look at it' }).click();
  t.equal(await field.inputValue(), 'written by the clerk', 'nothing is lost');
  await one.page.getByText('nothing was sent').waitFor();
  t.equal(sent, 1, 'what was refused was not sent again');
  await one.page.getByRole('button', { name: 'Save', exact: true }).click();
  await one.page.getByText('written by the clerk').first().waitFor();
  await field.waitFor({ state: 'detached' });
});

t.test('another person may give up what the one before them has typed', async (t) => {
  const one = await desk(t, 'clerk', 'zh', first);
  await one.page.getByRole('button', { name: /更改标题/ }).click();
  await one.page.locator('.tag-editor input').first().fill('无人保留');
  await one.context.clearCookies();
  await one.page.getByRole('button', { name: '保存', exact: true }).click();
  await signInAgain(one, 'officer');
  await one.page.getByRole('button', { name: '放弃', exact: true }).click();
  await settled(one.page);
  t.equal(await one.page.locator('.tag-editor').count(), 0);
  t.notMatch(await one.page.locator('body').textContent(), '无人保留');
});

t.test(
  'a station that goes while a form is filled in: it is said over the form, which stays and is sent',
  async (t) => {
    const one = await desk(t, 'administrator', 'zh', '/console/accounts');
    await one.page.getByRole('button', { name: '新增账号' }).click();
    const form = top(one);
    await form.getByLabel('账号', { exact: true }).fill('wu');
    await form.getByLabel('姓名').fill('吴十');
    await form.getByLabel('角色').click();
    await one.page.getByTitle('执法人员').last().click();
    await one.page.keyboard.press('Escape');
    const add = form.getByRole('button', { name: '新增账号' });
    await station.restart(async () => {
      await add.click();
      await form.getByText('采集站无响应，已填写的内容不会丢失。').waitFor();
      await banner(one).waitFor();
      // No window hides it.
      await banner(one).click({ trial: true, timeout: 5_000 });
      t.strictSame(await axeFindings(one.page), []);
    });
    await banner(one).waitFor({ state: 'detached' });
    await form.getByText('请再按一次').waitFor();
    t.equal(await form.getByLabel('姓名').inputValue(), '吴十');
    await add.click();
    await one.page.locator('code.once').waitFor();
  },
);

t.test('a page that is opened while the station is gone comes by itself', async (t) => {
  const one = await desk(t, 'clerk', 'en', '/console/evidence');
  await station.restart(async () => {
    await one.page.getByRole('link', { name: 'Cases', exact: true }).click();
    await banner(one).waitFor();
  });
  await one.page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
  await banner(one).waitFor({ state: 'detached' });
});

t.test('two clerks change one field: the second sees the first’s beside theirs, and chooses', async (t) => {
  const path = '/console/registers/officers?row=444444';
  const [one, two] = [await desk(t, 'clerk', 'en', path), await desk(t, 'clerk', 'en', path)];
  await two.page.getByLabel(/^name/).fill('王五五');
  await one.page.getByLabel(/^name/).fill('<i>王六</i>');
  await one.page.getByRole('button', { name: 'Save', exact: true }).click();
  await one.page.getByRole('dialog').waitFor({ state: 'detached' });
  const save = two.page.getByRole('button', { name: 'Save', exact: true });
  await save.click();
  const sides = two.page.getByRole('region', { name: /Somebody else was quicker/ });
  await sides.waitFor();
  t.match(await sides.textContent(), /<i>王六<\/i>.*王五五/);
  t.strictSame(await axeFindings(two.page), []);
  await sides.getByRole('button', { name: /Take this.*王五五/ }).click();
  await save.click();
  await two.page.getByRole('dialog').waitFor({ state: 'detached' });
  await two.page.getByRole('cell', { name: '王五五' }).waitFor();
});

t.test('an alarm that somebody else closes meanwhile: the reason stays, beside theirs', async (t) => {
  const [one, two] = [
    await desk(t, 'clerk', 'en', '/console/station/alarms?state=handled'),
    await desk(t, 'clerk', 'en', '/console/station/alarms?state=handled'),
  ];
  const row = (of: Desk) => of.page.getByRole('row', { name: /4444444/ });
  await row(two).getByRole('button', { name: 'Write what was done' }).click();
  await top(two).getByLabel('Reason').fill('what I have done');
  await row(one).getByRole('button', { name: 'Close' }).click();
  await top(one).getByLabel('Reason (may be left out)').fill('it is registered');
  await top(one).getByRole('button', { name: 'Close', exact: true }).last().click();
  await row(one).waitFor({ state: 'detached' });
  await row(two).waitFor({ state: 'detached' });
  t.equal(await top(two).getByLabel('Reason').inputValue(), 'what I have done', 'the list moved on');
  await top(two).getByRole('button', { name: 'Write what was done' }).click();
  const sides = two.page.getByRole('region', { name: /Somebody else was quicker/ });
  await sides.waitFor();
  t.match(await sides.textContent(), /closed.*it is registered.*what I have done/);
});

t.test('closing a changed form asks; closing an unchanged one does not', async (t) => {
  const one = await desk(t, 'clerk', 'zh', '/console/registers/officers?row=444444');
  await top(one).locator('.ant-modal-close').click();
  await one.page.getByRole('dialog').waitFor({ state: 'detached' });
  await one.go('/console/registers/officers?row=444444');
  await one.page.getByLabel(/姓名/).fill('改了');
  await top(one).locator('.ant-modal-close').click();
  const asks = one.page.getByRole('dialog', { name: '放弃已填写的内容？' });
  t.strictSame(await axeFindings(one.page), []);
  await asks.getByRole('button', { name: '继续填写' }).click();
  await asks.waitFor({ state: 'detached' });
  t.equal(await one.page.getByLabel(/姓名/).inputValue(), '改了');
  await one.page.keyboard.press('Escape');
  await asks.getByRole('button', { name: '放弃' }).click();
  await one.page.getByRole('dialog').first().waitFor({ state: 'detached' });
  t.strictSame(one.complaints, []);
});

t.test(
  'leaving a page with something typed asks: by a link, by the browser’s back, by closing',
  async (t) => {
    const one = await desk(t, 'officer', 'zh', '/console/evidence');
    await one.page.locator('table.rows a').first().click();
    await settled(one.page);
    await one.page.getByRole('button', { name: /更改标题/ }).click();
    const field = one.page.locator('.tag-editor input').first();
    await field.fill('未保存');
    const asks = one.page.getByRole('dialog', { name: '放弃已填写的内容？' });
    const here = one.page.url();
    const stay = asks.getByRole('button', { name: '继续填写' });
    await one.page.getByRole('navigation').getByRole('link', { name: '音像证据', exact: true }).click();
    await stay.click();
    await asks.waitFor({ state: 'detached' });
    await one.page.goBack();
    await stay.click();
    t.equal(one.page.url(), here);
    t.equal(await field.inputValue(), '未保存');
    let asked = '';
    one.page.once('dialog', (dialog) => {
      asked = dialog.type();
      void dialog.dismiss();
    });
    await one.page.close({ runBeforeUnload: true });
    while (asked === '') await wait(20);
    t.equal(asked, 'beforeunload');
    await one.page.goBack();
    await asks.getByRole('button', { name: '放弃' }).click();
    await one.page.waitForURL(/\/console\/evidence/);
  },
);

t.test('whoever signs in anew in another window of the browser goes on in this one', async (t) => {
  const one = await desk(t, 'officer', 'en', first);
  await one.page.getByRole('button', { name: /^Change.*title/i }).click();
  await one.page.locator('.tag-editor input').first().fill('two windows');
  const other = await one.context.newPage();
  await one.context.clearCookies();
  await other.goto(station.url);
  await other.getByLabel('Account').fill('officer');
  await other.getByLabel('Password').fill(samplePassword);
  await other.keyboard.press('Enter');
  await other.getByRole('navigation', { name: 'Pages' }).waitFor();
  await one.page.getByRole('button', { name: 'Save', exact: true }).click();
  await signInAgain(one, 'officer', 'en');
  await one.page.getByText('two windows').first().waitFor();
});
