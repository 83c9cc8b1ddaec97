import { readFile } from 'node:fs/promises';
import t, { type Test } from 'tap';
import { axeFindings } from './axe.ts';
import { type Desk, settled, sitDown, startBrowser } from './browser.ts';
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

const rows = ({ page }: Desk) => page.locator('table.rows tbody tr');

t.test('an auditor asks, keeps the question, and finds it again elsewhere', async (t) => {
  const first = await desk(t, 'auditor', 'zh', '/console/ledger');
  const { page, complaints } = first;
  await page.getByLabel('全文检索').fill('站点启动');
  await page.keyboard.press('Enter');
  await page.waitForURL(/text=/);
  await settled(page);
  await rows(first).filter({ hasNotText: '站点启动' }).first().waitFor({ state: 'detached' });
  t.ok((await rows(first).count()) >= 1);
  await page.getByRole('button', { name: '已存查询' }).click();
  await page.getByLabel('查询名称').fill('<b>每次启动</b>');
  await page.getByRole('button', { name: '保存当前条件' }).click();
  await page.getByRole('link', { name: '<b>每次启动</b>' }).waitFor();
  t.strictSame(await axeFindings(page), []);
  const second = await desk(t, 'auditor', 'en', '/console/ledger');
  await second.page.getByRole('button', { name: 'Saved questions' }).click();
  await second.page.getByRole('link', { name: '<b>每次启动</b>' }).click();
  await second.page.waitForURL(/text=/);
  t.equal(await second.page.getByLabel('Full text').inputValue(), '站点启动');
  await second.page.getByRole('button', { name: 'Saved questions' }).click();
  const forget = second.page.getByRole('button', { name: 'Remove the question <b>每次启动</b>' });
  await forget.click();
  await forget.waitFor({ state: 'detached' });
  t.strictSame([...complaints, ...second.complaints], []);
});

t.test('an entry is proved by the browser itself, and the proof can be taken along', async (t) => {
  const { page, complaints } = await desk(t, 'auditor', 'en', '/console/ledger?sort=seq');
  await page.getByRole('link', { name: '12', exact: true }).click();
  await page.getByText('Proved in this browser').waitFor();
  t.match(await page.locator('h1').textContent(), 'Entry 12');
  t.match(await page.getByRole('status').first().textContent(), 'is number 12 of');
  const drawing = page.getByRole('img', { name: /^Path from entry 12/ });
  t.match(await drawing.textContent(), 'the same as signed');
  await page.getByText('Every step with its whole value').click();
  t.strictSame(await axeFindings(page), []);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the proof' }).click();
  const proof = await readFile(await (await saved).path(), 'utf8');
  t.match(proof, /^c2sp\.org\/tlog-proof@v1\nindex 12\n/);
  t.strictSame(complaints, []);
});

t.test('an entry that somebody has changed on its way is not proved, and that is said', async (t) => {
  const found = await desk(t, 'auditor', 'zh', '/console/ledger');
  const { page } = found;
  await page.route('**/entries/12/proof', async (route) => {
    const answer = await route.fetch();
    const changed = { ...(await answer.json()) };
    await route.fulfill({
      response: answer,
      json: { ...changed, text: changed.text.replace('"v":1', '"v":2') },
    });
  });
  await found.go('/console/ledger/12');
  await page.getByText('验证不通过').waitFor();
  t.match(await page.getByRole('img', { name: /第 12 条/ }).textContent(), '与签名不一致');
  t.strictSame(await axeFindings(page), []);
});

t.test(
  'an export says first that it is written down, and is seen at once in the list that is live',
  async (t) => {
    const found = await desk(t, 'auditor', 'zh', '/console/ledger');
    const { page, complaints } = found;
    await page.getByRole('button', { name: '导出' }).click();
    const window = page.getByRole('dialog');
    await window.getByText('导出行为本身也将记入保管链').waitFor();
    await window.getByLabel(/JSON Lines/).check();
    t.strictSame(await axeFindings(page), []);
    const saved = page.waitForEvent('download');
    await window.getByRole('button', { name: '导出' }).click();
    const lines = (await readFile(await (await saved).path(), 'utf8')).trim().split('\n');
    t.match(JSON.parse(lines[0] ?? ''), { checkpoint: /^docket\// });
    t.ok(lines.length > 100);
    await window.waitFor({ state: 'detached' });
    // The station goes on writing meanwhile: what it enters may stand above.
    await rows(found).filter({ hasText: '"format":"jsonl"' }).first().waitFor();
    t.strictSame(complaints, []);
  },
);

t.test('while it is paused nothing moves, and what has come is counted', async (t) => {
  const found = await desk(t, 'auditor', 'en', '/console/ledger?type=entries.exported');
  const { page, context } = found;
  const before = await rows(found).count();
  await page.getByRole('button', { name: 'Pause' }).click();
  const taken = await context.request.get(`${station.url}/api/v1/ledger/export?format=csv&evidence=none`);
  t.equal(taken.status(), 200, await taken.text());
  await page.getByText(/Paused: [1-9]/).waitFor();
  t.equal(await rows(found).count(), before);
  await page.getByRole('button', { name: 'Go on' }).click();
  await rows(found).nth(before).waitFor();
});

t.test('the checkpoint is copied whole, to be kept outside', async (t) => {
  const { page, context } = await desk(t, 'auditor', 'zh', '/console/ledger');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: '复制检查点' }).click();
  await page.getByText('已复制').waitFor();
  t.match(await page.evaluate<string>('navigator.clipboard.readText()'), /^docket\/\S+\n\d+\n\S+\n\n— /);
});

t.test('a clerk has no ledger', async (t) => {
  const { page } = await desk(t, 'clerk', 'zh', '/console/evidence');
  t.equal(await page.getByRole('link', { name: '保管链', exact: true }).count(), 0);
});
