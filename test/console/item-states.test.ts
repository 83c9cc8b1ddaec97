import { join } from 'node:path';
import t, { type Test } from 'tap';
import { itemTexts } from '../../src/texts/console/item.ts';
import { itemWatchTexts } from '../../src/texts/console/item-watching.ts';
import { type Language, languages } from '../../src/texts/text.ts';
import { flip } from '../support/mirrored.ts';
import { axeFindings } from './axe.ts';
import { type Desk, sitDown, startBrowser } from './browser.ts';
import type { Role } from './sample-accounts.ts';
import { sampleStation } from './sample-station.ts';
import { sayIn } from './words.ts';

const station = await sampleStation({ filmSeconds: 34 });
t.teardown(() => station.end());
const browser = await startBrowser();
t.teardown(() => browser.close());

const itemAt = (place: number): string =>
  `ST01-${Temporal.Now.plainDateISO('Asia/Shanghai').year}-${String(place).padStart(7, '0')}`;
const film = itemAt(1);

async function at(t: Test, who: Role, language: Language): Promise<Desk> {
  const desk = await sitDown(browser, station, { who, language });
  t.teardown(() => desk.context.close());
  return desk;
}

for (const language of languages) {
  const say = sayIn(language);

  t.test(
    `${language}: a copy that was changed on its disk is found, and stays told on the page`,
    async (t) => {
      const { page, go, complaints } = await at(t, 'clerk', language);
      const evidence = itemAt(language === 'zh' ? 8 : 9);
      await go(`/console/item/${evidence}`);
      const sha256 =
        (
          await page
            .getByText(/^[0-9a-f]{64}/)
            .first()
            .textContent()
        )?.slice(0, 64) ?? '';
      flip(join(station.folder, 'data', 'vault'), sha256);
      await page.getByRole('button', { name: say(itemTexts, 'verify') }).click();
      await page.getByText(say(itemTexts, 'compared_differs'), { exact: true }).waitFor();
      const digests = await page
        .getByRole('list', { name: say(itemTexts, 'compared') })
        .locator('dd')
        .allTextContents();
      t.not(digests[0], digests[1], 'both digests stand under each other');
      await page.locator('.note.bad').getByText(say(itemTexts, 'damage_altered')).waitFor();
      t.strictSame(await axeFindings(page), []);
      t.strictSame(complaints, []);
    },
  );

  t.test(`${language}: of a recorder that nobody has registered the page says so`, async (t) => {
    const { page, go } = await at(t, 'clerk', language);
    await go(`/console/item/${itemAt(20)}`);
    await page.getByText(say(itemTexts, 'unassigned_note', { recorder: '4444444' })).waitFor();
    t.strictSame(await axeFindings(page), []);
  });

  t.test(`${language}: what was disposed of can neither be watched nor verified`, async (t) => {
    const { page, go } = await at(t, 'clerk', language);
    await page.route(`**/api/v1/evidence/${film}`, async (route) => {
      const answer = await route.fetch();
      const item = (await answer.json()) as { retention: object };
      const retention = { ...item.retention, disposal: { at: '2026-11-01T04:00:00Z' } };
      await route.fulfill({ response: answer, json: { ...item, state: 'disposed', retention } });
    });
    await go(`/console/item/${film}`);
    const verify = page.getByRole('button', { name: say(itemTexts, 'verify') });
    t.equal(await verify.getAttribute('aria-disabled'), 'true');
    await page.getByText(say(itemTexts, 'verify_waits_gone')).first().waitFor();
    await page.getByText(say(itemWatchTexts, 'gone')).waitFor();
    t.strictSame(await axeFindings(page), []);
  });

  t.test(`${language}: a film that the browser refuses says so, and what can be done`, async (t) => {
    const { page, go } = await at(t, 'officer', language);
    await page.route('**/viewing/media', (route) =>
      route.fulfill({ contentType: 'video/mp4', body: 'no film at all' }),
    );
    await go(`/console/item/${film}`);
    const ask = page.getByRole('button', { name: say(itemWatchTexts, 'emergency') });
    const make = page.getByRole('button', { name: say(itemWatchTexts, 'make') });
    const watch = page.getByRole('button', { name: say(itemWatchTexts, 'watch'), exact: true });
    await ask.or(make).or(watch).first().waitFor();
    if ((await ask.count()) > 0) {
      t.equal(await ask.getAttribute('aria-disabled'), 'true', 'it waits for a reason');
      await page.getByLabel(say(itemWatchTexts, 'why')).fill('须立即核对');
      await ask.click();
      await page.getByRole('button', { name: say(itemWatchTexts, 'emergency_deed') }).click();
      await make.or(watch).waitFor();
    }
    if ((await make.count()) > 0) await make.click();
    await watch.click({ timeout: 60_000 });
    await page.getByRole('alert').getByText(say(itemWatchTexts, 'unplayable')).waitFor();
    t.strictSame(await axeFindings(page), []);
  });
}
