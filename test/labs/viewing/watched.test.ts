import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { apiStation } from '../../api/api-station.ts';
import { recording } from '../../viewing/samples.ts';
import { Tab } from './tab.ts';

const owner = { actor: { kind: 'person', id: 'ST01-U000901' }, principal: null } as const;
const password = '马到成功 平湖采集站 7#';

const folder = mkdtempSync(join(tmpdir(), 'docket-film-'));
t.teardown(() => rmSync(folder, { recursive: true }));
// Of two pieces, and some of a third.
const film = readFileSync(recording(folder, 'film.mp4', 66));
const { station, app, evidence } = await apiStation(t, { film, officersWatchOwn: true, ownDoors: true });
const url = await app.listen({ host: '127.0.0.1', port: 0 });
await account('zhangsan', '张三', '222222');
await account('lisi', '李四', '333333');

/** Somebody whose first sign-in is done. */
async function account(name: string, person: string, officer: string): Promise<void> {
  const { accounts, doors } = station.access;
  const wish = { name, person, roles: ['officer'], units: [], officer };
  const done = await accounts.deed({ deed: 'add', ...wish }, owner);
  if (done.state !== 'done') throw new Error(done.state);
  const first = done.outcome.oneTimePassword ?? '';
  const answer = await doors.signIn(name, first, null, '127.0.0.1');
  if (answer.let !== 'in') throw new Error(answer.because);
  await doors.changePassword(answer.principal, first, password, '127.0.0.1');
}

async function watchPage(t: Test, language: string, name: string): Promise<Tab> {
  const tab = await Tab.open(language, { width: 1_180, height: 860 });
  t.teardown(() => tab.close());
  await tab.go(`${url}/watch/${evidence.own}`);
  await tab.until(`document.getElementById('sign-in')?.hidden === false`);
  await tab.value(`(() => {
    const form = document.getElementById('sign-in');
    form.elements.account.value = ${JSON.stringify(name)};
    form.elements.password.value = ${JSON.stringify(password)};
    form.requestSubmit();
  })()`);
  return tab;
}

const viewed = (): readonly unknown[] =>
  station.db
    .prepare<[], string>(
      `SELECT json_extract(CAST(l.leaf AS TEXT), '$.data') FROM view_entry v JOIN ledger_entry l USING (seq)
       WHERE v.type = 'evidence.viewed' ORDER BY seq`,
    )
    .pluck()
    .all()
    .map((data) => JSON.parse(data));

/** Complaints that are none of the page's making: a refusal is told by the browser too. */
const own = (complaints: readonly string[]) => complaints.filter((one) => !/status of 40[13]/.test(one));

t.test(
  'its officer watches it to the end: named over the picture, and in the ledger piece by piece',
  async (t) => {
    const tab = await watchPage(t, 'zh-CN', 'zhangsan');
    await tab.until(`document.getElementById('ready').hidden === false`);
    t.match(await tab.text(), '记入保管链');
    t.same(viewed(), [], 'nobody has pressed anything yet');
    await tab.value(`document.getElementById('start').click()`);
    await tab.until(`document.getElementById('film').currentTime > 1`);
    const veil = String(await tab.value(`document.getElementById('veil').innerText`));
    t.match(veil, '预览副本 非原件 / viewing copy');
    t.match(veil, evidence.own);
    t.match(veil, '张三');
    t.match(veil, /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/);
    const [one] = viewed();
    t.match(one, { evidence: evidence.own, request: null, from: 0, to: 30 });
    await tab.value(`document.querySelector('[data-speed="4"]').click()`);
    t.equal(await tab.value(`document.getElementById('film').playbackRate`), 4);
    t.equal(await tab.value('location.search'), '', 'no password has come into the address');
    await tab.value(`document.getElementById('film').playbackRate = 8`);
    await tab.until(`document.getElementById('film').ended`);
    t.equal(await tab.value(`document.getElementById('film').error`), null);
    t.same(
      viewed().map((piece) => (piece as { from: number }).from),
      [0, 30, 60],
      'each second of it stands in an entry',
    );
    t.same(own(tab.complaints), []);
  },
);

t.test('what the pointer stands over on the bar is shown small, and a jump is entered first', async (t) => {
  const before = viewed().length;
  const tab = await watchPage(t, 'en', 'zhangsan');
  await tab.until(`document.getElementById('ready').hidden === false`);
  await tab.value(`document.getElementById('start').click()`);
  await tab.until(`document.getElementById('film').currentTime > 0.2`);
  await tab.value(`document.getElementById('film').pause()`);
  await tab.value(`(() => {
    const seek = document.getElementById('seek');
    const { left, width, top } = seek.getBoundingClientRect();
    seek.dispatchEvent(new PointerEvent('pointermove', { clientX: left + width / 2, clientY: top }));
  })()`);
  await tab.until(`document.getElementById('tile').style.backgroundImage.includes('storyboard.jpg')`);
  await tab.value(`(() => {
    const seek = document.getElementById('seek');
    seek.value = '61';
    seek.dispatchEvent(new Event('change'));
  })()`);
  await tab.until(`document.getElementById('film').currentTime >= 60`);
  t.match(viewed().slice(before), [{ from: 0 }, { from: 60, to: 90 }], 'what lies between was not seen');
  t.same(own(tab.complaints), []);
});

t.test('whoever has no approval is told why, and what to request', async (t) => {
  const before = viewed().length;
  const tab = await watchPage(t, 'en', 'lisi');
  await tab.until(`document.getElementById('request').hidden === false`);
  t.match(await tab.text(), `No approved request of yours to watch ${evidence.own}`);
  t.match(await tab.text(), 'To be requested');
  t.equal(await tab.value(`document.getElementById('film').getAttribute('src')`), null);
  t.equal(viewed().length, before);
});
