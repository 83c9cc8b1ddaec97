import t, { type Test } from 'tap';
import { axeFindings } from './axe.ts';
import { type Desk, settled, sitDown, startBrowser } from './browser.ts';
import type { Role } from './sample-accounts.ts';
import { sampleStation } from './sample-station.ts';

const station = await sampleStation({ business: true });
t.teardown(() => station.end());
const browser = await startBrowser();
t.teardown(() => browser.close());

async function desk(t: Test, who: Role, language: 'zh' | 'en', path: string): Promise<Desk> {
  const found = await sitDown(browser, station, { who, language });
  t.teardown(() => found.context.close());
  await found.go(path);
  return found;
}

t.test('the head of a department looks at what is late, and decides a reason: not their own', async (t) => {
  const { page, complaints } = await desk(t, 'department_head', 'zh', '/console/late');
  await page.getByRole('link', { name: /^迟传/ }).click();
  await page.waitForURL(/board=late/);
  t.equal(await page.getByRole('region', { name: '迟传' }).locator('tbody tr').count(), 4);
  const own = page.getByRole('article', { name: 'ST01-J000002' });
  t.equal(await own.getByRole('button', { name: '批准' }).getAttribute('aria-disabled'), 'true');
  t.match(await own.textContent(), '须由他人审批');
  t.match(await own.textContent(), '<b>未能</b>', 'what looks like HTML is text');
  const other = page.getByRole('article', { name: 'ST01-J000001' });
  await other.getByRole('button', { name: '驳回' }).click();
  const window = page.getByRole('dialog');
  const reject = window.getByRole('button', { name: '驳回' });
  t.equal(await reject.getAttribute('aria-disabled'), 'true', 'a rejection needs a reason');
  await window.getByLabel('理由').fill('请补充值班表。');
  t.strictSame(await axeFindings(page), []);
  await reject.click();
  await other.waitFor({ state: 'detached' });
  t.strictSame(complaints, []);
});

t.test('what somebody else has decided first is said, and what was typed stays', async (t) => {
  const first = await desk(t, 'department_head', 'en', '/console/requests/ST01-R000002');
  const second = await desk(t, 'department_head', 'en', '/console/requests/ST01-R000002');
  await second.page.getByRole('button', { name: 'Reject' }).click();
  await second.page.getByLabel('Reason').fill('Not needed for this case.');
  await first.page.getByRole('button', { name: 'Approve' }).click();
  await first.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await first.page.getByRole('dialog').waitFor({ state: 'detached' });
  await first.page.getByRole('cell', { name: 'approved', exact: true }).waitFor();
  const window = second.page.getByRole('dialog');
  await window.getByRole('button', { name: 'Reject' }).click();
  await window.getByRole('alert').getByText('ST01-R000002').waitFor();
  t.equal(await window.getByLabel('Reason').inputValue(), 'Not needed for this case.');
  await window.getByRole('button', { name: 'Cancel' }).click();
  const history = second.page.getByRole('region', { name: 'History' });
  await history.getByRole('cell', { name: 'approved', exact: true }).first().waitFor();
});

t.test('an emergency is loud until it is approved; whoever asked cannot take it back', async (t) => {
  const officer = await desk(t, 'officer', 'zh', '/console/requests/ST01-R000004');
  const withdraw = officer.page.getByRole('button', { name: '撤回' });
  t.equal(await withdraw.getAttribute('aria-disabled'), 'true');
  const head = await desk(t, 'department_head', 'zh', '/console/requests');
  await head.page.getByRole('alert').getByRole('link', { name: '查看并审批' }).click();
  await settled(head.page);
  await head.page.getByText('紧急查看：先行查看，尚未补批').waitFor();
  await head.page.getByRole('button', { name: '批准' }).click();
  await head.page.getByLabel('理由（可不填）').fill('情况紧急，确有必要。');
  await head.page.getByRole('dialog').getByRole('button', { name: '批准' }).click();
  await head.page.getByText('紧急查看：已事后补批').waitFor();
  await head.page.getByRole('cell', { name: '情况紧急，确有必要。' }).waitFor();
  await head.page.getByRole('link', { name: '返回列表' }).click();
  await settled(head.page);
  t.equal(await head.page.getByText('尚未补批').count(), 0);
});

t.test('a clerk sees what a case lacks and how long is left, and takes the ledger away', async (t) => {
  const { page, complaints } = await desk(t, 'clerk', 'zh', '/console/cases?state=closed');
  const line = page.getByRole('row').filter({ hasText: '005号' });
  t.match(await line.textContent(), /缺少记录.*已超 \d+ 天.*QZ-21-2/);
  await line.getByRole('link').click();
  await settled(page);
  await page.getByText('缺少音像记录：查封扣押 属于应当音像记录的事项。').waitFor();
  t.match(await page.getByRole('region', { name: '时限' }).textContent(), /30个工作日内立卷归档.*QZ-21-2/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByText('纯文本表格（CSV）').click();
  t.equal((await download).suggestedFilename(), 'case-ledger.csv');
  t.strictSame(complaints, []);
});

t.test('a clerk draws cases for review, and enters what they found in theirs alone', async (t) => {
  const { page, complaints, go } = await desk(t, 'clerk', 'en', '/console/reviews');
  await page.getByRole('button', { name: 'Draw cases' }).click();
  const window = page.getByRole('dialog');
  const draw = window.getByRole('button', { name: 'Draw cases' });
  t.equal(await draw.getAttribute('aria-disabled'), 'true', 'it says what it waits for');
  const [from, to] = [200, 1].map((days) => Temporal.Now.plainDateISO().subtract({ days }).toString());
  await window.getByLabel('Cases closed').fill(from ?? '');
  await page.keyboard.press('Enter');
  await window.getByPlaceholder('Closed until').fill(to ?? '');
  await page.keyboard.press('Enter');
  await window.getByLabel('How many cases').fill('2');
  await window.getByLabel('Accounts of the reviewers').fill('clerk');
  t.strictSame(await axeFindings(page), []);
  await draw.click();
  await page.waitForURL(/ST01-V000002/);
  await settled(page);
  t.equal(await page.getByRole('region', { name: 'Review ledger' }).locator('tbody tr').count(), 2);
  await page
    .getByRole('button', { name: /^Enter findings/ })
    .first()
    .click();
  await page.getByRole('radio', { name: 'good' }).check();
  await page.getByRole('textbox', { name: 'Found' }).fill('Complete.');
  await page.getByRole('dialog').getByRole('button', { name: 'Enter findings' }).click();
  await page.getByText('1 of 2', { exact: true }).waitFor();
  await go('/console/reviews/ST01-V000001');
  const theirs = page.getByRole('row').filter({ hasText: 'This case was given to 赵六.' });
  t.equal(await theirs.first().getByRole('button').getAttribute('aria-disabled'), 'true');
  t.strictSame(complaints, []);
});
