import { readFile } from 'node:fs/promises';
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

const csv = (...lines: string[]) => ({
  ...{ name: '名册.CSV', mimeType: 'text/csv' },
  buffer: Buffer.from(`${lines.join('\n')}\n`),
});

t.test('a clerk enters somebody, changes them, and takes them away with a reason', async (t) => {
  const { page, complaints } = await desk(t, 'clerk', 'zh', '/console/registers');
  await page.getByRole('link', { name: '执法人员' }).click();
  await page.getByRole('button', { name: '录入' }).click();
  const sheet = page.getByRole('dialog').first();
  const save = sheet.getByRole('button', { name: '保存' });
  t.equal(await save.getAttribute('aria-disabled'), 'true', 'it says what it waits for');
  await sheet.getByLabel('执法人员编号').fill('555555');
  const long = `<b>${'长'.repeat(40)}</b>`;
  await sheet.getByLabel('姓名').fill(long);
  await sheet.getByLabel('单位代码').fill('U9');
  await save.click();
  await sheet.getByRole('alert').getByText('U9').first().waitFor();
  t.equal(await sheet.getByLabel('姓名').inputValue(), long, 'what was typed stays');
  await sheet.getByLabel('单位代码').fill('U1');
  await save.click();
  await sheet.waitFor({ state: 'detached' });
  await page.getByRole('cell', { name: long }).waitFor();
  await page.getByRole('link', { name: '555555' }).click();
  await sheet.getByLabel('姓名').fill('孙八');
  await save.click();
  await sheet.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: '555555' }).click();
  await sheet.getByText(/→ 孙八/).waitFor();
  t.strictSame(await axeFindings(page), []);
  await sheet.getByRole('button', { name: '删除条目' }).click();
  const window = page.getByRole('dialog', { name: /删除 555555/ });
  await window.getByLabel('理由').fill('调离');
  await window.getByRole('button', { name: '删除条目' }).click();
  await page.getByRole('link', { name: '555555' }).waitFor({ state: 'detached' });
  t.strictSame(complaints, []);
});

t.test('a list is looked through first, and tells its faults by their cells', async (t) => {
  const { page, complaints } = await desk(t, 'clerk', 'en', '/console/registers/officers');
  await page.getByRole('button', { name: 'Import a list' }).click();
  const window = page.getByRole('dialog');
  const look = window.getByRole('button', { name: 'Look it through' });
  t.equal(await look.getAttribute('aria-disabled'), 'true');
  const file = window.getByLabel('File');
  await file.setInputFiles(csv('number,name,unit', '666666,周九,U1', '777777,,U1', '888888,吴十,U9'));
  await look.click();
  await window.getByText('2 cells or rows have faults').waitFor();
  t.equal(await window.locator('tbody tr').count(), 2);
  t.match(await window.locator('tbody tr').nth(1).textContent(), 'U9');
  t.strictSame(await axeFindings(page), []);
  t.equal(await page.getByRole('link', { name: '666666' }).count(), 0, 'nothing was entered');
  await window.getByRole('button', { name: 'Enter the 1 good rows only' }).click();
  await window.getByText(/Entered: 1 added/).waitFor();
  await window.locator('.row-acts').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: '666666' }).waitFor();
  await page.getByRole('link', { name: 'All registers' }).click();
  const newest = page.getByRole('region', { name: 'Past imports' }).last().locator('tbody tr').first();
  t.match(await newest.textContent(), /officers.*名册\.csv/);
  t.strictSame(complaints, []);
});

t.test('what is no list is said to be none, and the template is one that can be read', async (t) => {
  const { page } = await desk(t, 'clerk', 'zh', '/console/registers/units');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载模板' }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  const template = await readFile(await (await saved).path(), 'utf8');
  t.match(template, '单位代码,单位名称,上级单位代码');
  await page.getByRole('button', { name: '批量导入' }).click();
  const window = page.getByRole('dialog');
  const file = window.getByLabel('文件');
  await file.setInputFiles({
    ...{ name: '坏.xlsx', mimeType: 'application/octet-stream' },
    buffer: Buffer.from('PK\u0003\u0004 no workbook'),
  });
  await window.getByRole('button', { name: '检查' }).click();
  await window.getByRole('alert').waitFor();
  await file.setInputFiles(csv(template.trim(), 'U3,执法三队,U0'));
  await window.getByRole('button', { name: '检查' }).click();
  await window.getByRole('button', { name: '录入 1 条' }).click();
  await window.getByText(/已录入：新增 1 条/).waitFor();
});

t.test('whoever only reads is told why they cannot change', async (t) => {
  const { page } = await desk(t, 'auditor', 'zh', '/console/registers/officers?row=222222');
  const sheet = page.getByRole('dialog');
  t.equal(await sheet.getByRole('button', { name: '保存' }).getAttribute('aria-disabled'), 'true');
  await sheet.getByText('修改请联系内勤').first().waitFor({ state: 'attached' });
  t.strictSame(await axeFindings(page), []);
});
