import t, { type Test } from 'tap';
import { axeFindings } from './axe.ts';
import { type Desk, settled, sitDown, startBrowser } from './browser.ts';
import { sampleStation } from './sample-station.ts';

const station = await sampleStation();
t.teardown(() => station.end());
const browser = await startBrowser();
t.teardown(() => browser.close());

async function desk(t: Test, language: 'zh' | 'en'): Promise<Desk> {
  const found = await sitDown(browser, station, { who: 'clerk', language });
  t.teardown(() => found.context.close());
  return found;
}

const mostRows = 1_000;

/** The station's own rows over and over, each under a name of its own, in pages. */
async function manyRows({ page }: Desk): Promise<void> {
  await page.route('**/api/v1/evidence?*', async (route) => {
    const answer = await route.fetch({ url: `${station.url}/api/v1/evidence?limit=100` });
    const { rows } = (await answer.json()) as { rows: object[] };
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
    const made = Array.from({ length: 100 }, (_, i) => ({
      ...rows[i % rows.length],
      evidenceId: `ST01-2026-${String(from + i + 1).padStart(7, '0')}`,
    }));
    const next = from + 100 < mostRows ? String(from + 100) : null;
    await route.fulfill({ json: { rows: made, next } });
  });
}

t.test('a clerk walks a thousand rows by keys alone; those out of sight are not drawn', async (t) => {
  const found = await desk(t, 'en');
  await manyRows(found);
  const { page, complaints } = found;
  await found.go('/console/evidence');
  const focused = () => page.evaluate(() => Reflect.get(globalThis, 'document').activeElement.textContent);
  await page.getByRole('region', { name: 'Evidence', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  t.equal(await focused(), 'ST01-2026-0000001');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowUp');
  t.equal(await focused(), 'ST01-2026-0000010');
  for (let shown = 100; shown < mostRows; shown += 100) {
    await page.keyboard.press('End');
    await page.getByText(`${shown + 100} shown`).waitFor();
  }
  await page.keyboard.press('End');
  t.equal(await focused(), 'ST01-2026-0001000');
  const rows = page.locator('table.rows tr[data-at]');
  t.ok((await rows.count()) < 120, 'only what is in sight and a little more is drawn');
  t.equal(await rows.last().getAttribute('aria-rowindex'), '1001');
  t.strictSame(await axeFindings(page), []);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => Reflect.get(globalThis, 'window').dispatchEvent(new Event('beforeprint')));
  t.equal(await rows.count(), mostRows, 'on paper all of them stand');
  await page.evaluate(() => Reflect.get(globalThis, 'window').dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Home');
  t.equal(await focused(), 'ST01-2026-0000001');
  await page.keyboard.press('Enter');
  await page.waitForURL(/console\/item\/ST01-2026-0000001/);
  t.strictSame(complaints, []);
});

t.test('a question of days and chips is kept under a name, and asked again at another desk', async (t) => {
  const first = await desk(t, 'zh');
  await first.go('/console/evidence?officer=333333&only=without_case&since=2026-01-01&until=2099-12-31');
  const { page } = first;
  await page.getByRole('button', { name: '已存查询' }).click();
  await page.getByLabel('查询名称').fill('<i>未关联</i>');
  await page.getByRole('button', { name: '保存当前条件' }).click();
  await page.getByRole('link', { name: '<i>未关联</i>' }).waitFor();
  t.strictSame(await axeFindings(page), []);
  const second = await desk(t, 'en');
  await second.go('/console/evidence');
  await second.page.getByRole('button', { name: 'Saved questions' }).click();
  await second.page.getByRole('link', { name: '<i>未关联</i>' }).click();
  await second.page.waitForURL(/only=without_case/);
  await settled(second.page);
  const { searchParams } = new URL(second.page.url());
  t.strictSame(Object.fromEntries(searchParams), {
    ...{ officer: '333333', only: 'without_case', since: '2026-01-01', until: '2099-12-31' },
  });
  t.ok((await second.page.locator('tr[data-at]').count()) > 0);
  t.strictSame([...first.complaints, ...second.complaints], []);
});
