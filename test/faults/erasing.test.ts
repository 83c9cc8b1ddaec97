import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t, { type Test } from 'tap';
import { allowed, ErasingStation, there, untrue } from '../erasing/erasing-station.ts';
import { gaName, makeCard, putFile, type TestCard } from '../support/cards.ts';
import { runDocket } from '../support/run-docket.ts';
import { rowsOf, soundStation } from '../support/sound-station.ts';
import type { TestStation } from '../support/stations.ts';

const rooms = fileURLToPath(new URL('../../src/erasing/', import.meta.url));

/** Every named point of an erasing, read off the source: one that is added is struck without being listed here. */
const points = [
  ...new Set(
    readdirSync(rooms)
      .flatMap((name) => [...readFileSync(join(rooms, name), 'utf8').matchAll(/step\('([a-z.]+)'\)/g)])
      .map((match) => match[1] ?? ''),
  ),
].toSorted();

async function fullCard(folder: string): Promise<TestCard> {
  const files = Object.fromEntries([1, 2, 3, 4].map((n) => [gaName(n), 1_000 * n]));
  const card = await makeCard(join(folder, 'dock', '01'), 'card', files);
  await putFile(card.root, gaName(2).replace('.mp4', '.nmea'), Buffer.from('$GPRMC'));
  return card;
}

/** Whatever broke off: nothing is lost, the next docking tells the truth of every file, and the rest goes then. */
async function afterwards(t: Test, at: ErasingStation, card: TestCard, what: string): Promise<void> {
  // A card without any recording may not say whose it is: the next shift's does.
  const next = await putFile(card.root, gaName(9), 900);
  const docking = await at.dock(card);
  t.same(untrue(at.made, card), [], `${what}: every file is what the ledger calls it`);
  t.same(
    rowsOf(at.made, 'SELECT erasing FROM view_erasing WHERE finished IS NULL'),
    [],
    `${what}: every erasing has an end`,
  );
  await at.erase(docking, (await at.erasable(docking)).list);
  const all = { ...card, recordings: [...card.recordings, next] };
  t.same(there(all), [], `${what}: the rest goes at the next docking`);
  await at.close();
  t.same(await soundStation(at.made, [all]), [], what);
}

t.test('broken off at every named point, the ledger tells at the next docking what went', async (t) => {
  t.ok(points.length > 8, points.join(' '));
  const ground = await ErasingStation.make(t);
  await ground.close();
  for (const point of points) {
    const made = moved(ground.made, point);
    const card = await fullCard(made.folder);
    process.env['DOCKET_FAULT'] = `${point}:1:eio`;
    const at = await ErasingStation.over(t, made);
    delete process.env['DOCKET_FAULT'];
    const docking = await at.dock(card);
    const { list } = await at.erasable(docking);
    await t.rejects(at.erase(docking, list), { code: 'EIO' }, `an erasing comes past ${point}`);
    await at.again();
    await afterwards(t, at, card, point);
  }
});

t.test('killed in the middle, nothing is lost and the ledger tells what went', async (t) => {
  const ground = await ErasingStation.make(t);
  await ground.close();
  for (const point of ['erasing.going.after', 'erasing.unlink.after', 'erasing.synced']) {
    const made = moved(ground.made, point);
    const card = await fullCard(made.folder);
    const folders = [{ path: join(made.folder, 'dock'), kind: 'cards' }];
    const dock = { folders, scanMilliseconds: 50, usb: { mode: 'off' } };
    await made.configure({
      ...{ dock, intake: { settleSeconds: 0 }, erasing: { ...allowed, confirm: 'automatic' } },
    });
    const args = ['serve', '--plain', '--config', made.config, '--data', made.data];
    const { signal } = await runDocket(args, { fault: `${point}:1:kill` });
    t.equal(signal, 'SIGKILL', point);
    const going = "SELECT 1 FROM view_erased WHERE state = 'going'";
    t.equal(rowsOf(made, going).length, 5, `${point}: of none of them anybody can say whether it went`);
    await made.configure({ intake: { settleSeconds: 0 }, erasing: allowed });
    await afterwards(t, await ErasingStation.over(t, made), card, point);
  }
});

/** The same station in another data folder. */
function moved(made: TestStation, name: string): TestStation {
  const folder = join(made.folder, name);
  const data = join(folder, 'data');
  cpSync(made.data, data, { recursive: true, preserveTimestamps: true });
  return { ...made, folder, data, vault: join(data, 'vault') };
}
