import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import type { DockingSnapshot } from '../../src/intake/progress.ts';
import { giveOrder } from '../../src/station/control-socket.ts';
import type { Order } from '../../src/station/orders.ts';
import { gaName, makeCard, type TestCard } from '../support/cards.ts';
import { reasonCode, recordingAt, reportOf } from '../support/reports.ts';
import type { Running } from '../support/run-docket.ts';
import { openAlarms, rowsOf, soundStation } from '../support/sound-station.ts';
import { type TestStation, testStation } from '../support/stations.ts';
import { until } from '../support/until.ts';

const mebibyte = 1_048_576;

interface Dock {
  readonly station: TestStation;
  readonly dock: string;
}

async function dockOf(t: Test, intake = {}): Promise<Dock> {
  const station = await testStation(t);
  const dock = join(station.folder, 'dock');
  mkdirSync(dock);
  const folders = [{ path: dock, kind: 'cards' }];
  await station.configure({ intake, dock: { folders, scanMilliseconds: 50, rejoinSeconds: 0.3 } });
  return { station, dock };
}

/** A daemon whose reads of one file take this long each. */
async function slowDaemon(t: Test, { station }: Dock, slow: string, milliseconds: number): Promise<Running> {
  const inject = `inject=pread64:delay_enter=${milliseconds * 1000}`;
  const strace = ['-o', '/dev/null', '-P', slow, '-e', 'trace=pread64', '-e', inject];
  const daemon = station.start(['serve', '--plain'], { strace });
  t.teardown(() => daemon.child.exitCode === null && daemon.signal('SIGKILL'));
  await daemon.heard(/ready/i);
  return daemon;
}

async function give(station: TestStation, order: Order): Promise<unknown> {
  const actor = { kind: 'person', id: 'os:test' } as const;
  const socket = join(station.data, 'docket.sock');
  return (await giveOrder(socket, { order, actor, language: 'en' }, () => undefined))?.done;
}

async function dockings(station: TestStation): Promise<readonly DockingSnapshot[]> {
  const status = await give(station, { order: 'status', args: {} });
  return (status as { dockings: readonly DockingSnapshot[] }).dockings;
}

/** A whole card appears at once, as a mount does. */
async function plug({ station, dock }: Dock, port: string, files: Record<string, number>): Promise<TestCard> {
  const made = await makeCard(join(station.folder, 'made', port), port, files);
  await rename(made.root, join(dock, port));
  return { ...made, root: join(dock, port) };
}

const storedOf = (station: TestStation): number =>
  rowsOf(station, 'SELECT 1 FROM view_evidence WHERE stored IS NOT NULL').length;

t.test(
  'a docking is paused, resumed and cancelled; what was left is taken at the next docking',
  async (t) => {
    const at = await dockOf(t);
    const { station, dock } = at;
    const root = join(dock, 'P1');
    const [first, second] = [gaName(1), gaName(2)];
    const daemon = await slowDaemon(t, at, join(root, first), 15);
    const away = await makeCard(join(station.folder, 'P1'), 'pause', {
      [first]: 48 * mebibyte,
      [second]: 20 * mebibyte,
    });
    await rename(away.root, root);
    const card = { ...away, root };
    await until('a piece is there', () => rowsOf(station, 'SELECT * FROM work_piece').length > 0);
    const docking = (await dockings(station))[0]?.docking ?? '';
    await give(station, { order: 'control', args: { docking, deed: 'pause' } });
    await until('it is paused', async () => (await dockings(station))[0]?.phase === 'paused');
    await new Promise((done) => setTimeout(done, 300));
    const held = (await dockings(station))[0]?.bytes.done ?? 0;
    await new Promise((done) => setTimeout(done, 600));
    t.equal((await dockings(station))[0]?.bytes.done, held, 'nothing more is read');
    t.ok(held < 48 * mebibyte);
    await give(station, { order: 'control', args: { docking, deed: 'resume' } });
    await until('it goes on', async () => ((await dockings(station))[0]?.bytes.done ?? 0) > held);
    await give(station, { order: 'control', args: { docking, deed: 'cancel' } });
    await until('all is told', () => rowsOf(station, 'SELECT * FROM view_left').length === 2);
    t.same(
      new Set(rowsOf<{ reason: string }>(station, 'SELECT reason FROM view_left').map((one) => one.reason)),
      new Set(['cancelled']),
    );
    t.equal((await dockings(station))[0]?.safeToTake, false);
    daemon.signal('SIGTERM');
    await daemon.ended;
    t.same(await soundStation(station, [card]), []);
    const ran = await station.ingest(root);
    t.equal(ran.code, 0, ran.stdout);
    t.match(recordingAt(ran, first), { resumed: true });
    t.same(await soundStation(station, [card]), []);
  },
);

t.test('a recorder that is put first is taken in before the others, which go on after it', async (t) => {
  const at = await dockOf(t);
  const { station, dock } = at;
  const daemon = await slowDaemon(t, at, join(dock, 'P1', gaName(1)), 60);
  const first = await plug(at, 'P1', { [gaName(1)]: 40 * mebibyte, [gaName(2)]: 100 });
  await until('it is being read', () => rowsOf(station, 'SELECT * FROM work_piece').length > 0);
  const docking = (await dockings(station))[0]?.docking ?? '';
  for (const _ of [1, 2]) await give(station, { order: 'goFirst', args: { docking } });
  const other = '5000002';
  const second = await plug(at, 'P2', { [gaName(1, other)]: 100, [gaName(2, other)]: 100 });
  await until('the other waits', async () => (await dockings(station))[1]?.phase === 'copying');
  await new Promise((done) => setTimeout(done, 500));
  const [one, two] = await dockings(station);
  t.match([one, two], [{ phase: 'copying' }, { files: { done: 0, total: 2 } }]);
  await until('both are stored', () => storedOf(station) === 4);
  t.equal(rowsOf(station, `SELECT 1 FROM view_entry WHERE type = 'docking.prioritised'`).length, 1);
  daemon.signal('SIGTERM');
  await daemon.ended;
  t.same(await soundStation(station, [first, second]), []);
});

t.test('one card that hardly answers holds up no other, and one that hangs is given up', async (t) => {
  const at = await dockOf(t, { stallSeconds: 3 });
  const { station, dock } = at;
  const slow = join(dock, 'P1', gaName(1));
  // Every read of this file takes eight seconds: far longer than a card may keep silent.
  const daemon = await slowDaemon(t, at, slow, 8_000);
  const hung = await plug(at, 'P1', { [gaName(1)]: 9 * mebibyte, [gaName(2)]: 100 });
  await until('the hung card is known', () => rowsOf(station, 'SELECT * FROM view_docking').length === 1);
  const cards = [];
  for (const port of ['P2', 'P3', 'P4']) {
    const device = `500000${port.slice(1)}`;
    const files = {
      [gaName(1, device)]: 3 * mebibyte,
      [gaName(2, device)]: 17 * mebibyte,
      [gaName(3, device)]: 10,
    };
    cards.push(await plug(at, port, files));
  }
  await until('the others are stored', () => storedOf(station) >= 9);
  await until('the hung card is given up', () => openAlarms(station).includes('card_stalled'));
  await until('and its rest is told', () => rowsOf(station, 'SELECT * FROM view_left').length === 2);
  const left = rowsOf<{ state: string; reason: string }>(station, 'SELECT state, reason FROM view_left');
  t.same(new Set(left.map(({ state, reason }) => `${state} ${reason}`)), new Set(['deferred card_stalled']));
  daemon.signal('SIGTERM');
  t.equal((await daemon.ended).code, 0, 'stopping does not wait for the card for ever');
  t.same(await soundStation(station, [hung, ...cards]), []);
  // The same place hangs again: what lies behind it must come in all the same.
  const inject = ['-P', slow, '-e', 'trace=pread64', '-e', 'inject=pread64:delay_enter=8000000'];
  const again = await station.ingest(hung.root, { strace: ['-o', '/dev/null', ...inject] });
  t.equal(again.code, 7, again.stdout);
  t.match(recordingAt(again, gaName(2)), { state: 'stored' }, again.stdout);
  t.match(recordingAt(again, gaName(1)), { state: 'deferred', reason: /^card_stalled/ });
  t.equal((await station.ingest(hung.root)).code, 0);
  t.same(await soundStation(station, [hung, ...cards]), []);
});

t.test(
  'a card taken out in the middle is deferred, never failed, never empty, and goes on when it is back',
  async (t) => {
    const at = await dockOf(t);
    const { station, dock } = at;
    const root = join(dock, 'P1');
    const files = { [gaName(1)]: 48 * mebibyte, [gaName(2)]: 20 * mebibyte, [gaName(3)]: 10 };
    const away = join(station.folder, 'away');
    const daemon = await slowDaemon(t, at, join(root, gaName(1)), 15);
    await makeCard(away, 'pulled', files);
    await rename(away, root);
    await until('a piece is there', () => rowsOf(station, 'SELECT * FROM work_piece').length > 0);
    await rename(root, away);
    await until(
      'the docking has ended',
      () => rowsOf(station, 'SELECT 1 FROM view_docking WHERE ended IS NOT NULL').length === 1,
    );
    const left = rowsOf<{ state: string; reason: string }>(station, 'SELECT state, reason FROM view_left');
    t.ok(left.length >= 2);
    t.same(
      new Set(left.map(({ state, reason }) => `${state} ${reason}`)),
      new Set(['deferred card_detached']),
    );
    t.match(rowsOf(station, 'SELECT because FROM view_docking'), [{ because: 'detached' }]);
    await rename(away, root);
    await until('all is stored', () => storedOf(station) === 3);
    t.equal(
      rowsOf(station, 'SELECT * FROM view_docking').length,
      2,
      'later than the rejoin time: a new docking',
    );
    t.equal(rowsOf(station, 'SELECT 1 FROM view_evidence WHERE resumed = 1').length, 1);
    await until('it is safe to take', async () => (await dockings(station))[0]?.safeToTake === true);
    daemon.signal('SIGTERM');
    t.equal((await daemon.ended).code, 0);
    t.same(await soundStation(station, [await makeCard(root, 'pulled', files)]), []);
  },
);

t.test('a card back within the rejoin time is the same docking, and ends as safe to take', async (t) => {
  const at = await dockOf(t);
  const { station, dock } = at;
  await station.configure({
    dock: { folders: [{ path: dock, kind: 'cards' }], scanMilliseconds: 50, rejoinSeconds: 20 },
  });
  const root = join(dock, 'P1');
  const away = join(station.folder, 'away');
  const daemon = await slowDaemon(t, at, join(root, gaName(1)), 15);
  const files = { [gaName(1)]: 48 * mebibyte, [gaName(2)]: 2000 };
  await makeCard(away, 'back', files);
  await rename(away, root);
  await until('a piece is there', () => rowsOf(station, 'SELECT * FROM work_piece').length > 0);
  await rename(root, away);
  await until('what was left is told', () => rowsOf(station, 'SELECT * FROM view_left').length > 0);
  await rename(away, root);
  await until('all is stored', () => storedOf(station) === 2);
  await until('it is safe to take', async () => (await dockings(station))[0]?.safeToTake === true);
  t.equal(rowsOf(station, 'SELECT * FROM view_docking').length, 1);
  t.match(await dockings(station), [{ files: { total: 2, done: 2 }, failed: 0, deferred: 0 }]);
  daemon.signal('SIGTERM');
  t.equal((await daemon.ended).code, 0);
  t.match(rowsOf(station, 'SELECT because FROM view_docking'), [{ because: 'taken' }]);
  t.same(await soundStation(station, [await makeCard(root, 'back', files)]), []);
});

t.test('a card unmounted under a single run reads as gone, not as empty', async (t) => {
  const station = await testStation(t);
  const root = join(station.folder, 'card');
  mkdirSync(root);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', root]);
  const files = { [gaName(1)]: 40 * mebibyte, [gaName(2)]: 9 * mebibyte, [gaName(3)]: 10 };
  await makeCard(root, 'unmounted', files);
  const slow = ['-P', join(root, gaName(1)), '-e', 'trace=pread64', '-e', 'inject=pread64:delay_enter=20000'];
  const running = station.start(['ingest', root], { strace: ['-o', '/dev/null', ...slow] });
  await until('a piece is there', () => rowsOf(station, 'SELECT * FROM work_piece').length > 0);
  execFileSync('umount', ['-l', root]);
  const ran = await running.ended;
  t.equal(ran.code, 7, ran.stdout);
  const { summary, stopped } = reportOf(ran);
  t.equal(summary.failed, 0);
  t.ok(summary.deferred >= 2, 'what could not be opened any more waits on the card');
  t.equal(stopped, 'card_detached');
  t.equal(reasonCode(recordingAt(ran, gaName(3))), 'card_detached');
  const card = await makeCard(root, 'unmounted', files);
  t.equal((await station.ingest(root)).code, 0);
  t.same(await soundStation(station, [card]), []);
});

t.test('the same recorder at two ports at once becomes one set of evidence', async (t) => {
  const at = await dockOf(t);
  const { station, dock } = at;
  const files = { [gaName(1)]: 20 * mebibyte, [gaName(2)]: 9 * mebibyte, [gaName(3)]: 10 };
  const daemon = await slowDaemon(t, at, join(dock, 'P1', gaName(1)), 20);
  const one = await makeCard(join(station.folder, 'P1'), 'twins', files);
  const two = await makeCard(join(station.folder, 'P2'), 'twins', files);
  await rename(one.root, join(dock, 'P1'));
  await rename(two.root, join(dock, 'P2'));
  const done = 'SELECT 1 FROM view_docking WHERE completed IS NOT NULL';
  await until('both are done', () => rowsOf(station, done).length === 2);
  t.equal(storedOf(station), 3);
  t.same(rowsOf(station, 'SELECT * FROM view_left'), []);
  daemon.signal('SIGTERM');
  t.equal((await daemon.ended).code, 0);
  t.same(await soundStation(station, [{ ...one, root: join(dock, 'P1') }]), []);
});
