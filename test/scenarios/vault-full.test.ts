import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { gaName, makeCard } from '../support/cards.ts';
import { reasonCode, recordingAt, reportOf } from '../support/reports.ts';
import { openAlarms, rowsOf, soundStation } from '../support/sound-station.ts';
import { type TestStation, testStation } from '../support/stations.ts';
import { until } from '../support/until.ts';

const mebibyte = 1_048_576;

/** A station whose vault is a disk of its own of this size. */
async function smallVault(
  t: Test,
  mebibytes: number,
  config = {},
): Promise<{ station: TestStation; disk: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'docket-small-'));
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', disk]);
  t.teardown(async () => {
    execFileSync('umount', ['-l', disk]);
    await rm(folder, { recursive: true });
  });
  return { station: await testStation(t, config, join(disk, 'vault')), disk };
}

t.test(
  'a vault that is full before the docking: all is deferred with an alarm, and stored once there is room',
  async (t) => {
    const { station, disk } = await smallVault(t, 16);
    const card = await makeCard(join(station.folder, 'card'), 'full', {
      [gaName(1)]: 3 * mebibyte,
      [gaName(2)]: 100,
    });
    // Less is left than the reserve: nothing fits, however small.
    await writeFile(join(disk, 'ballast'), Buffer.alloc(15 * mebibyte));
    const ran = await station.ingest(card.root);
    t.equal(ran.code, 7, ran.stdout);
    t.match(reportOf(ran).summary, { stored: 0, deferred: 2, failed: 0 });
    t.equal(reasonCode(recordingAt(ran, gaName(1))), 'vault_full');
    t.ok(openAlarms(station).includes('vault_full'));
    t.same(await soundStation(station, [card]), []);
    await rm(join(disk, 'ballast'));
    t.equal((await station.ingest(card.root)).code, 0);
    t.notOk(openAlarms(station).includes('vault_full'), 'there is room again');
    t.same(await soundStation(station, [card]), []);
  },
);

t.test(
  'a vault that fills up during a copy: what was copied is kept, and goes on once there is room',
  async (t) => {
    const { station, disk } = await smallVault(t, 64);
    const root = join(station.folder, 'card');
    const card = await makeCard(root, 'filling', { [gaName(1)]: 40 * mebibyte, [gaName(2)]: 9 * mebibyte });
    const slow = [
      '-P',
      join(root, gaName(1)),
      '-e',
      'trace=pread64',
      '-e',
      'inject=pread64:delay_enter=20000',
    ];
    const running = station.start(['ingest', root], { strace: ['-o', '/dev/null', ...slow] });
    await until('a piece is there', () => rowsOf(station, 'SELECT * FROM work_piece').length > 0);
    // Somebody else writes until nothing is left.
    execFileSync('sh', ['-c', `dd if=/dev/zero of=${join(disk, 'ballast')} bs=64k status=none || true`]);
    const ran = await running.ended;
    t.equal(ran.code, 7, ran.stdout);
    t.match(reportOf(ran).summary, { stored: 0, deferred: 2, failed: 0 });
    t.equal(reasonCode(recordingAt(ran, gaName(1))), 'vault_full');
    t.ok(openAlarms(station).includes('vault_full'));
    await rm(join(disk, 'ballast'));
    t.same(await soundStation(station, [card]), []);
    const again = await station.ingest(root);
    t.equal(again.code, 0, again.stdout);
    t.match(recordingAt(again, gaName(1)), { state: 'stored', resumed: true });
    t.same(await soundStation(station, [card]), []);
  },
);

t.test('a daemon waits at the card until there is room, and then takes everything by itself', async (t) => {
  const { station, disk } = await smallVault(t, 32, { intake: { retryFullSeconds: 1, stallSeconds: 1 } });
  const dock = join(station.folder, 'dock');
  mkdirSync(dock);
  await station.configure({
    intake: { retryFullSeconds: 1, stallSeconds: 1 },
    dock: { folders: [{ path: dock, kind: 'cards' }] },
  });
  await writeFile(join(disk, 'ballast'), Buffer.alloc(30 * mebibyte));
  const daemon = station.start(['serve', '--plain']);
  await daemon.heard(/ready/i);
  const card = await makeCard(join(dock, 'P1'), 'waiting', { [gaName(1)]: 3 * mebibyte });
  await until('the vault is called full', () => openAlarms(station).includes('vault_full'));
  // Longer than a card may keep silent: waiting for room is no stall of the card.
  await new Promise((done) => setTimeout(done, 2_500));
  t.same(
    openAlarms(station).filter((code) => code === 'card_stalled'),
    [],
  );
  await rm(join(disk, 'ballast'));
  await until(
    'it is stored',
    () => rowsOf(station, 'SELECT 1 FROM view_evidence WHERE stored IS NOT NULL').length === 1,
  );
  daemon.signal('SIGTERM');
  t.equal((await daemon.ended).code, 0);
  t.same(await soundStation(station, [card]), []);
});

t.test('a vault that cannot be written defers everything and says so', async (t) => {
  const { station, disk } = await smallVault(t, 32);
  const card = await makeCard(join(station.folder, 'card'), 'read-only', {
    [gaName(1)]: 3000,
    [gaName(2)]: 20 * mebibyte,
  });
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  const ran = await station.ingest(card.root);
  t.equal(ran.code, 7, ran.stdout);
  t.equal(reasonCode(recordingAt(ran, gaName(1))), 'vault_unwritable');
  t.match(reportOf(ran).summary, { stored: 0, deferred: 2, failed: 0 });
  t.ok(openAlarms(station).includes('vault_unwritable'));
  execFileSync('mount', ['-o', 'remount,rw', disk]);
  t.equal((await station.ingest(card.root)).code, 0);
  t.same(await soundStation(station, [card]), []);
});
