import t, { type Test } from 'tap';
import { axeFindings } from './axe.ts';
import { type Desk, sitDown, startBrowser } from './browser.ts';
import type { Role } from './sample-accounts.ts';
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

t.test('an account is added, and its one-time password is shown once', async (t) => {
  const { page, complaints } = await desk(t, 'administrator', 'zh', '/console/accounts');
  await page.getByRole('button', { name: '新增账号' }).click();
  const window = page.getByRole('dialog');
  const add = window.getByRole('button', { name: '新增账号' });
  t.equal(await add.getAttribute('aria-disabled'), 'true', 'without a name and a role there is no account');
  await window.getByLabel('账号', { exact: true }).fill('zhou');
  await window.getByLabel('姓名').fill('<i>周九</i>');
  await window.getByLabel('角色').click();
  await page.getByTitle('执法人员').last().click();
  await page.keyboard.press('Escape');
  await window.getByLabel('执法证号').click();
  t.strictSame(await axeFindings(page), []);
  await add.click();
  const once = page.locator('code.once');
  t.match(await once.textContent(), /^[a-z0-9]{5}(-[a-z0-9]{5})+$/);
  t.strictSame(await axeFindings(page), []);
  await page.getByRole('button', { name: '已记下，关闭' }).click();
  await once.waitFor({ state: 'detached' });
  const row = page.getByRole('row', { name: /zhou/ });
  await row.waitFor();
  t.match(await row.textContent(), '<i>周九</i>', 'what looks like HTML is text');
  t.strictSame(complaints, []);
});

t.test('a password is reset, a PIN given, an account disabled and enabled again', async (t) => {
  const { page, complaints } = await desk(t, 'administrator', 'en', '/console/accounts');
  const row = page.getByRole('row', { name: /newcomer/ });
  const act = async (name: string, deed = name) => {
    await row.getByRole('button', { name: 'Manage newcomer' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: deed, exact: true }).click();
  };
  for (const name of ['Reset the password', 'New PIN for the dock']) {
    await act(name);
    t.ok(((await page.locator('code.once').textContent()) ?? '').length >= 6, name);
    await page.getByRole('button', { name: 'I have noted it' }).click();
    await page.locator('code.once').waitFor({ state: 'detached' });
  }
  await act('Unlock');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await act('Disable');
  await row.getByText('disabled', { exact: true }).waitFor();
  await act('Enable');
  await row.getByText('active', { exact: true }).waitFor();
  t.strictSame(complaints, []);
});

t.test('an auditor’s account is changed by two persons: one proposes, another confirms', async (t) => {
  const first = await desk(t, 'administrator', 'en', '/console/accounts');
  const row = first.page.getByRole('row', { name: /department_head/ });
  await row.getByRole('button', { name: 'Manage department_head' }).click();
  await first.page.getByRole('menuitem', { name: 'Disable' }).click();
  await first.page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await first.page.getByText('It waits for a second person').waitFor();
  await first.page.getByRole('button', { name: 'Understood' }).click();
  await first.go('/console/accounts/proposals');
  const own = first.page.getByRole('button', { name: 'Confirm' });
  t.equal(await own.getAttribute('aria-disabled'), 'true', 'nobody confirms their own');
  const second = await desk(t, 'auditor', 'zh', '/console/accounts/proposals');
  await second.page.getByRole('row', { name: /disabled/ }).waitFor();
  await second.page.getByRole('button', { name: '确认' }).click();
  await second.page.getByRole('dialog').getByRole('button', { name: '确认' }).click();
  await second.page.getByText('没有待确认的提议。').waitFor();
  await first.go('/console/accounts?state=disabled');
  await row.waitFor();
  t.strictSame([...first.complaints, ...second.complaints], []);
});

t.test('a token for a program is shown once, and revoked', async (t) => {
  const { page, complaints } = await desk(t, 'administrator', 'en', '/console/accounts/tokens');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const window = page.getByRole('dialog');
  await window.getByLabel('What it is for').fill('display board');
  await window.getByLabel('Account').click();
  await page.getByTitle('administrator', { exact: true }).last().click();
  await window.getByLabel('May', { exact: true }).fill('station.see');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await window.getByLabel('Days').click();
  t.strictSame(await axeFindings(page), []);
  await window.getByRole('button', { name: 'Make a token' }).click();
  t.match(await page.locator('code.once').textContent(), /^docket_/);
  await page.getByRole('button', { name: 'I have noted it' }).click();
  const row = page.getByRole('row', { name: /display board/ });
  await row.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await row.getByText('revoked', { exact: true }).waitFor();
  t.strictSame(complaints, []);
});
