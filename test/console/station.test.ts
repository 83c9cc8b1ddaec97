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

t.test('the administrator sees at a glance how the station stands, and the worst first', async (t) => {
  const { page, complaints } = await desk(t, 'administrator', 'zh', '/console/station');
  await page.getByText(/采集站可以运行，有 \d+ 项需要注意。/).waitFor();
  for (const subject of ['磁盘空间', '存证库', '处理队列', '时钟', '工作日历', '保管链与密钥', '备份'])
    t.equal(await page.getByRole('heading', { name: subject, exact: true }).count(), 1, subject);
  const first = page.getByRole('region', { name: '全部检查项' }).locator('tbody tr').first();
  t.match(await first.textContent(), /需注意|未通过/);
  t.strictSame(complaints, []);
});

t.test('an alarm is acknowledged, handled and closed, each with a name under it', async (t) => {
  const { page, complaints } = await desk(t, 'clerk', 'zh', '/console/station/alarms');
  const alarm = page.getByRole('row', { name: /4444444/ });
  await alarm.getByRole('button', { name: '确认' }).click();
  const window = page.getByRole('dialog');
  await window.getByRole('button', { name: '确认' }).click();
  await alarm.getByText('已确认', { exact: true }).waitFor();
  await alarm.getByRole('button', { name: '填写处置' }).click();
  const handle = window.getByRole('button', { name: '填写处置' });
  t.equal(await handle.getAttribute('aria-disabled'), 'true', 'it says what was done or it is not handled');
  t.strictSame(await axeFindings(page), []);
  await window.getByLabel('理由').fill('<b>已登记</b>该记录仪');
  await handle.click();
  await alarm.getByText('已处置', { exact: true }).waitFor();
  t.match(await alarm.textContent(), '<b>已登记</b>该记录仪', 'what looks like HTML is text');
  await alarm.getByRole('button', { name: '关闭告警' }).click();
  await window.getByRole('button', { name: '关闭告警' }).click();
  await alarm.waitFor({ state: 'detached' });
  t.strictSame(complaints, []);
});

t.test('who may only look at alarms is told so', async (t) => {
  const { page, complaints } = await desk(t, 'auditor', 'en', '/console/station/alarms?state=closed');
  await page.getByRole('row', { name: /4444444/ }).waitFor();
  t.equal(await page.getByRole('button', { name: 'Acknowledge' }).count(), 0);
  t.strictSame(complaints, []);
});

t.test('a year is imported from a file; one that is no calendar is refused in words', async (t) => {
  const { page, complaints } = await desk(t, 'clerk', 'en', '/console/station/calendar?year=2027');
  await page.getByText('not announced yet').waitFor();
  await page.getByRole('button', { name: 'Import a year' }).click();
  const window = page.getByRole('dialog');
  const send = window.getByRole('button', { name: 'Import a year' });
  t.equal(await send.getAttribute('aria-disabled'), 'true');
  const file = (text: string) => ({ name: '2027.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) });
  await window.getByLabel('iCalendar file').setInputFiles(file('no calendar'));
  t.strictSame(await axeFindings(page), []);
  await send.click();
  await window.getByRole('alert').waitFor();
  await window.getByLabel('iCalendar file').setInputFiles(file(calendar));
  await send.click();
  await window.waitFor({ state: 'detached' });
  await page.getByText('announced', { exact: true }).waitFor();
  t.strictSame(complaints, []);
});

t.test('what a person may not open is not offered: a department head sees disposals and holds', async (t) => {
  const { page, complaints } = await desk(t, 'department_head', 'zh', '/console/station');
  const parts = page.getByRole('navigation', { name: /本页分类/ }).getByRole('link');
  t.strictSame(await parts.allTextContents(), ['工作日历', '到期处置', '封存', '时限规则']);
  t.strictSame(complaints, []);
});

t.test('without a folder for backups the button says what it waits for', async (t) => {
  const { page, complaints } = await desk(t, 'administrator', 'en', '/console/station/backups');
  await page.getByText('No folder is set for backups').waitFor({ state: 'attached' });
  const make = page.getByRole('button', { name: 'Make a backup now' });
  t.equal(await make.getAttribute('aria-disabled'), 'true');
  t.strictSame(complaints, []);
});

const event = (day: string, title: string) => [
  'BEGIN:VEVENT',
  `UID:${day}@example.org`,
  'DTSTAMP:20261101T000000Z',
  `DTSTART;VALUE=DATE:${day}`,
  `SUMMARY:${title}`,
  'END:VEVENT',
];
const calendar = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//docket//test//EN'],
  ...event('20270101', '元旦 休'),
  ...event('20270103', '元旦 班'),
  ...['END:VCALENDAR', ''],
].join('\r\n');
