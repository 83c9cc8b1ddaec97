import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { verdictTexts } from '../../src/texts/chips.ts';
import { attachTexts, courseTexts } from '../../src/texts/console/attach.ts';
import { deskTexts } from '../../src/texts/console/desk.ts';
import { evidencePageTexts } from '../../src/texts/console/evidence.ts';
import { itemTexts } from '../../src/texts/console/item.ts';
import { itemTagTexts } from '../../src/texts/console/item-tags.ts';
import { itemWatchTexts } from '../../src/texts/console/item-watching.ts';
import { lateTexts } from '../../src/texts/console/late.ts';
import { proofTexts } from '../../src/texts/console/ledger.ts';
import { categoryTexts } from '../../src/texts/deadlines.ts';
import { tagFieldTexts } from '../../src/texts/tagging.ts';
import { type Language, languages } from '../../src/texts/text.ts';
import { putFile } from '../support/cards.ts';
import { recording } from '../viewing/samples.ts';
import { axeFindings } from './axe.ts';
import { type Desk, settled, sitDown, startBrowser } from './browser.ts';
import type { Role } from './sample-accounts.ts';
import { sampleStation } from './sample-station.ts';
import { sayIn } from './words.ts';

const station = await sampleStation();
t.teardown(() => station.end());
const browser = await startBrowser();
t.teardown(() => browser.close());

async function desk(t: Test, who: Role, language: Language, path: string): Promise<Desk> {
  const found = await sitDown(browser, station, { who, language });
  t.teardown(() => found.context.close());
  await found.go(path);
  return found;
}

const now = Temporal.Now.zonedDateTimeISO('Asia/Shanghai');
/** A recording of the officer that nobody has said the return of, days old: each language has its own. */
const daysOld = { zh: 20, en: 22 } as const;

async function dockFilm(language: Language): Promise<string> {
  const days = daysOld[language];
  const began = now.subtract({ days });
  const stamp = began.toPlainDateTime().toString({ smallestUnit: 'second' }).replaceAll(/\D/g, '');
  const card = join(station.folder, `card-${language}`);
  const path = `DCIM/VIDEO/A11_1111111_222222_${stamp}_0001.mp4`;
  const film = recording(station.folder, `${language}.mp4`, language === 'zh' ? 2 : 3);
  await putFile(card, path, readFileSync(film), new Date(began.epochMilliseconds));
  mkdirSync(join(station.folder, 'dock'), { recursive: true });
  renameSync(card, join(station.folder, 'dock', language));
  return stamp;
}

const scan = Buffer.from('%PDF-1.7\n值班记录\n');
/** Which item the officer's story was about; those after it go on with it. */
const itemOf = new Map<Language, string>();

for (const language of languages) {
  const say = sayIn(language);

  t.test(`${language}: an officer docks, says when they were back, explains, tags and watches`, async (t) => {
    const { page, complaints } = await desk(t, 'officer', language, '/console/evidence');
    const links = page.locator('tr[data-at] a');
    const before = await links.count();
    await dockFilm(language);
    // The list goes along with what comes in.
    await links.nth(before).waitFor();
    const evidence = (await links.first().textContent()) ?? '';
    itemOf.set(language, evidence);
    await links.first().click();
    await settled(page);
    const judged = page.getByRole('article').first();
    await judged.getByText(say(verdictTexts, 'undetermined')).waitFor();

    await judged.getByRole('button', { name: say(courseTexts, 'return') }).click();
    const window = page.getByRole('dialog');
    const enter = window.getByRole('button', { name: say(courseTexts, 'return') });
    t.equal(await enter.getAttribute('aria-disabled'), 'true', 'it says what it waits for');
    const back = now.subtract({ days: daysOld[language] }).add({ hours: 2 });
    const local = back.toPlainDateTime().toString({ smallestUnit: 'minute' });
    await window.getByLabel(say(courseTexts, 'back_at')).fill(local);
    t.strictSame(await axeFindings(page), []);
    await enter.click();
    await judged.getByText(say(verdictTexts, 'overdue')).waitFor();

    await judged.getByRole('button', { name: say(courseTexts, 'explain') }).click();
    await window.getByLabel(say(categoryTexts, 'continuous_duty')).check();
    await window.getByLabel(say(courseTexts, 'words')).fill('<b>连续</b>执勤');
    const file = { name: '值班 记录.PDF', mimeType: 'application/pdf', buffer: scan };
    await window.getByLabel(say(attachTexts, 'attach')).setInputFiles(file);
    await window.getByText('值班 记录.pdf').waitFor();
    t.strictSame(await axeFindings(page), []);
    await window.getByRole('button', { name: say(courseTexts, 'explain') }).click();
    await judged.getByText(say(courseTexts, 'waits')).waitFor();

    await page
      .getByRole('button', { name: say(itemTagTexts, 'edit', { field: say(tagFieldTexts, 'note') }) })
      .click();
    await page.getByLabel(say(tagFieldTexts, 'note')).last().fill('现场处置经过');
    await page.keyboard.press('Enter');
    await page.locator('.tag b', { hasText: '现场处置经过' }).waitFor();

    await page.getByLabel(say(itemWatchTexts, 'why')).fill('当事人送医，须立即核对');
    await page.getByRole('button', { name: say(itemWatchTexts, 'emergency') }).click();
    await page.getByRole('button', { name: say(itemWatchTexts, 'emergency_deed') }).click();
    const make = page.getByRole('button', { name: say(itemWatchTexts, 'make') });
    const watch = page.getByRole('button', { name: say(itemWatchTexts, 'watch'), exact: true });
    await make.or(watch).waitFor();
    if ((await make.count()) > 0) await make.click();
    await watch.click({ timeout: 60_000 });
    await page.locator('.veil').getByText('张三').waitFor();
    t.strictSame(complaints, []);
  });

  t.test(`${language}: the head opens what was attached, and approves the reason`, async (t) => {
    const { page, complaints } = await desk(t, 'department_head', language, '/console/late');
    const reason = page.getByRole('article').filter({ hasText: '<b>连续</b>执勤' });
    const saved = page.waitForEvent('download');
    await reason.getByRole('button', { name: '值班 记录.pdf' }).click();
    t.ok((await readFile(await (await saved).path())).equals(scan));
    t.strictSame(await axeFindings(page), []);
    await reason.getByRole('button', { name: say(deskTexts, 'approve') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say(deskTexts, 'approve') })
      .click();
    await reason.waitFor({ state: 'detached' });
    await page.getByText(say(lateTexts, 'no_reasons')).waitFor();
    t.strictSame(complaints, []);
  });

  t.test(`${language}: a clerk finds the item, and sees each copy compared`, async (t) => {
    const { page, complaints } = await desk(t, 'clerk', language, '/console/evidence');
    await page.getByLabel(say(evidencePageTexts, 'officer')).fill('222222');
    await page.keyboard.press('Enter');
    await page.waitForURL(/officer=222222/);
    await settled(page);
    await page.getByRole('link', { name: itemOf.get(language) ?? '' }).click();
    await page.getByRole('button', { name: say(itemTexts, 'verify') }).click();
    const compared = page.getByRole('list', { name: say(itemTexts, 'compared') });
    await compared.getByText(say(itemTexts, 'compared_same')).first().waitFor();
    const digests = await compared.locator('dd').allTextContents();
    t.equal(digests[0], digests[1]);
    t.match(digests[0], /^[0-9a-f]{64}$/);
    t.strictSame(await axeFindings(page), []);
    t.strictSame(complaints, []);
  });

  t.test(
    `${language}: an auditor asks for it in the ledger, proves an entry and takes them away`,
    async (t) => {
      const evidence = itemOf.get(language) ?? '';
      const path = `/console/ledger?evidence=${evidence}`;
      const { page, complaints } = await desk(t, 'auditor', language, path);
      await page.getByRole('button', { name: say(deskTexts, 'export') }).click();
      const window = page.getByRole('dialog');
      await window.getByLabel(/JSON Lines/).check();
      const saved = page.waitForEvent('download');
      await window.getByRole('button', { name: say(deskTexts, 'export') }).click();
      t.match(await readFile(await (await saved).path(), 'utf8'), evidence);
      await window.waitFor({ state: 'detached' });
      await page.locator('table.rows tbody tr a').last().click();
      await page.getByText(say(proofTexts, 'holds'), { exact: true }).waitFor();
      t.strictSame(await axeFindings(page), []);
      t.strictSame(complaints, []);
    },
  );
}
