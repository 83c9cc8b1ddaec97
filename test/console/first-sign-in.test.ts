import t from 'tap';
import { axeFindings } from './axe.ts';
import { sitDown, startBrowser } from './browser.ts';
import { codeOf } from './sample-accounts.ts';
import { sampleStation } from './sample-station.ts';

const station = await sampleStation();
t.teardown(() => station.end());
const browser = await startBrowser();
t.teardown(() => browser.close());

t.test(
  'the first sign-in: a password of one’s own, an authenticator, recovery codes, and then the pages',
  async (t) => {
    const { page, context, complaints, go } = await sitDown(browser, station, { who: null, language: 'en' });
    await go('/console/evidence');
    await page.getByLabel('Account').fill('newcomer');
    await page.getByLabel('Password').fill(station.newcomer);
    await page.keyboard.press('Enter');
    await page.getByLabel('Present password').fill(station.newcomer);
    const own = 'correct horse in a quiet stable 9';
    await page.getByLabel('New password', { exact: true }).fill(own);
    await page.getByLabel('New password again').fill('something else');
    await page.keyboard.press('Enter');
    await page.getByText('The two do not agree.').waitFor();
    t.strictSame(await axeFindings(page), []);
    await page.getByLabel('New password again').fill(own);
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: 'QR code for the authenticator' }).waitFor();
    const secret = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '');
    t.strictSame(await axeFindings(page), []);
    await page.getByLabel('Code of the authenticator').fill(codeOf(secret));
    await page.keyboard.press('Enter');
    await page.getByText('Keep these recovery codes').waitFor();
    t.ok((await page.locator('.codes li').count()) >= 5);
    t.strictSame(await axeFindings(page), []);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('heading', { level: 1, name: 'Evidence' }).waitFor();
    t.strictSame(complaints, []);
    await context.close();
  },
);
