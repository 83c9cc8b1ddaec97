import t, { type Test } from 'tap';
import type { Language } from '../../src/texts/text.ts';
import { axeFindings } from './axe.ts';
import { type Desk, settled, sitDown, startBrowser } from './browser.ts';
import type { Role } from './sample-accounts.ts';
import { sampleStation } from './sample-station.ts';

const filmSeconds = 34;
const station = await sampleStation({ filmSeconds });
t.teardown(() => station.end());
const browser = await startBrowser();
t.teardown(() => browser.close());

const film = `ST01-${Temporal.Now.plainDateISO('Asia/Shanghai').year}-0000001`;
const broken = film.replace(/1$/, '2');

async function at(t: Test, who: Role, language: Language, evidence: string): Promise<Desk> {
  const desk = await sitDown(browser, station, { who, language });
  t.teardown(() => desk.context.close());
  await desk.go(`/console/item/${evidence}`);
  return desk;
}

/** As another page of the same person would. */
async function call(
  who: Role,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const cookie = `docket=${station.sittings[who].cookie}`;
  const session = await fetch(`${station.url}/api/v1/session`, { headers: { cookie } });
  const { csrf } = (await session.json()) as { csrf: string };
  const headers = { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' };
  const response = await fetch(`${station.url}/api/v1${path}`, {
    ...{ method, headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as Record<string, unknown>;
}

/** The seconds of the film that stand in the ledger as seen. */
async function seen(): Promise<readonly string[]> {
  const { story } = (await call('clerk', 'GET', `/evidence/${film}/story`)) as {
    story: { type: string; data: Record<string, unknown> }[];
  };
  return story
    .filter(({ type }) => type === 'evidence.viewed')
    .map(({ data }) => `${String(data['from'])}-${String(data['to'])}`);
}

t.test('a clerk finds an item in the list, and has its every copy read back', async (t) => {
  const desk = await sitDown(browser, station, { who: 'clerk', language: 'zh' });
  t.teardown(() => desk.context.close());
  const { page } = desk;
  await desk.go('/console/evidence?sort=id');
  await page.getByRole('link', { name: film }).click();
  await page.getByRole('button', { name: '立即核验' }).click();
  await page.getByText(/完好：已读回 \d+ 个副本/).waitFor();
  t.match(await page.getByRole('img', { name: /时间线/ }).count(), 1);
  t.equal(await page.getByRole('listitem').filter({ hasText: '时限届满' }).count(), 1);
  t.equal((await page.getByText('人民广场').count()) > 0, true);
  t.strictSame(await axeFindings(page), []);
  t.strictSame(desk.complaints, []);
});

t.test(
  'a tag is changed where it stands, and undone; the second clerk sees what the first has said',
  async (t) => {
    const desk = await at(t, 'clerk', 'zh', film);
    const { page } = desk;
    const note = page.locator('.tag').filter({ hasText: '备注' });
    await page.getByRole('button', { name: '更改备注' }).click();
    await page
      .getByRole('combobox', { name: '备注' })
      .or(page.getByRole('textbox', { name: '备注' }))
      .fill('<b>复核</b>');
    await page.keyboard.press('Enter');
    await note.getByText('<b>复核</b>').waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await note.locator('.held, .quiet').first().getByText('未标注').or(note.getByText('未标注')).waitFor();

    await page.getByRole('button', { name: '更改备注' }).click();
    await call('department_head', 'PUT', `/evidence/${film}/tags/note`, { value: '已由负责人备注' });
    await page
      .getByRole('combobox', { name: '备注' })
      .or(page.getByRole('textbox', { name: '备注' }))
      .fill('内勤备注');
    await page.keyboard.press('Enter');
    await page.getByText('刚被他人更改').waitFor();
    await note.locator('b', { hasText: '已由负责人备注' }).waitFor();
    t.strictSame(await axeFindings(page), []);
    await page.getByRole('button', { name: '保存' }).click();
    await note.locator('b', { hasText: '内勤备注' }).waitFor();
  },
);

t.test(
  'an officer asks to watch; once the head has approved, every piece is entered before it is shown',
  async (t) => {
    const desk = await at(t, 'officer', 'en', film);
    const { page } = desk;
    t.equal(await page.locator('video').count(), 0, 'nothing is loaded before it is asked for');
    await page.getByLabel('Reason').fill('案卷复核');
    await page.getByRole('button', { name: 'Ask for approval' }).click();
    await page.getByText(/waits for its decision/).waitFor();
    const { rows } = (await call('department_head', 'GET', `/requests?evidence=${film}&state=submitted`)) as {
      rows: { request: string }[];
    };
    await call('department_head', 'POST', `/requests/${rows[0]?.request}/decision`, {
      ...{ decision: 'approved', note: null },
    });
    const make = page.getByRole('button', { name: 'Make the viewing copy' });
    const watch = page.getByRole('button', { name: 'Watch', exact: true });
    await make.or(watch).waitFor();
    if ((await make.count()) > 0) await make.click();
    await watch.click({ timeout: 60_000 });
    await page.locator('.veil').getByText('张三').waitFor();
    t.strictSame(await seen(), ['0-30'], 'what comes later is not entered yet');
    await page.getByRole('button', { name: '4×' }).click();
    await page.locator('.seek input').hover();
    await page.locator('.tile').waitFor();
    t.strictSame(await axeFindings(page), []);
    await page.waitForFunction("document.querySelector('video')?.ended === true", null, {
      timeout: 60_000,
    });
    t.strictSame((await seen()).at(-1), '30-60');
    t.strictSame(desk.complaints, []);
  },
);

t.test('what cannot be transcoded says why, what is out of reach is not there', async (t) => {
  const none = await at(t, 'officer', 'zh', 'ST01-0000-0000000');
  await none.page.getByRole('heading', { name: '此处没有该证据条目' }).waitFor();
  await call('clerk', 'POST', '/requests', {
    ...{ kind: 'view', evidence: [broken], for: null, why: '紧急', recipient: null, emergency: true },
    until: Temporal.Now.instant().add({ hours: 1 }).toString({ smallestUnit: 'second' }),
  });
  const { page } = await at(t, 'clerk', 'zh', broken);
  const make = page.getByRole('button', { name: '生成预览副本' });
  const failed = page.getByText('原件无法转码显示');
  await make.or(failed).waitFor();
  if ((await make.count()) > 0) await make.click();
  await failed.waitFor();
  t.strictSame(await axeFindings(page), []);
});

t.test('a clerk holds it with a reason, in plain words, and lifts the hold', async (t) => {
  const { page } = await at(t, 'clerk', 'zh', film);
  await page.getByRole('button', { name: '封存' }).click();
  await page.getByRole('dialog').getByLabel('事由').fill('行政复议');
  await page.getByRole('dialog').getByRole('button', { name: '封存' }).click();
  await page.locator('.note').getByText('该记录已封存').waitFor();
  await page.getByRole('button', { name: '解除' }).click();
  await page.getByRole('dialog').getByLabel('事由').fill('复议终结');
  await page.getByRole('dialog').getByRole('button', { name: '解除' }).click();
  await page.locator('.note').getByText('该记录已封存').waitFor({ state: 'detached' });
});

t.test('an auditor proves an entry of its custody', async (t) => {
  const { page } = await at(t, 'auditor', 'en', film);
  await page
    .getByRole('button', { name: /^Proof entry/ })
    .first()
    .click();
  await page
    .getByText(/Proven: entry|Not under a signed head yet/)
    .first()
    .waitFor();
  await settled(page);
  t.strictSame(await axeFindings(page), []);
});
