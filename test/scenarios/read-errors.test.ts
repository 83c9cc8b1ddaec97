import { join } from 'node:path';
import t from 'tap';
import { gaName, makeCard } from '../support/cards.ts';
import { reasonCode, recordingAt } from '../support/reports.ts';
import { openAlarms, rowsOf, soundStation } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';

const mebibyte = 1_048_576;

/** Reads of this one file fail from the n-th on, in whichever thread. */
function failing(path: string, from: number): readonly string[] {
  return [
    '-o',
    '/dev/null',
    '-P',
    path,
    '-e',
    'trace=pread64',
    '-e',
    `inject=pread64:error=EIO:when=${from}+`,
  ];
}

t.test(
  'a read error names its place, holds up nothing else, and the next docking brings the rest',
  async (t) => {
    const station = await testStation(t);
    const root = join(station.folder, 'card');
    const bad = gaName(2);
    const card = await makeCard(root, 'eio', { [gaName(1)]: 3000, [bad]: 2 * mebibyte, [gaName(3)]: 4000 });
    // One pool thread, so that the third read is the third read.
    const ran = await station.ingest(root, {
      strace: failing(join(root, bad), 3),
      env: { UV_THREADPOOL_SIZE: '1' },
    });
    t.equal(ran.code, 7, ran.stdout);
    t.equal(recordingAt(ran, bad).state, 'failed');
    t.equal(reasonCode(recordingAt(ran, bad)), 'read_error');
    t.match(recordingAt(ran, bad).reason, /byte 1048576 \(EIO\)/, 'the first byte that could not be read');
    t.equal(recordingAt(ran, gaName(1)).state, 'stored');
    t.equal(recordingAt(ran, gaName(3)).state, 'stored');
    t.ok(openAlarms(station).includes('recordings_failed'));
    t.match(rowsOf(station, 'SELECT at_offset, errno FROM view_left'), [
      { at_offset: mebibyte, errno: 'EIO' },
    ]);
    t.same(await soundStation(station, [card]), []);

    const again = await station.ingest(root);
    t.equal(again.code, 0, again.stdout);
    t.equal(recordingAt(again, bad).state, 'stored');
    t.same(await soundStation(station, [card]), []);
  },
);

t.test('a large recording goes on after a read error where it can be proved', async (t) => {
  const station = await testStation(t);
  const root = join(station.folder, 'card');
  const bad = gaName(1);
  const card = await makeCard(root, 'eio-large', { [bad]: 40 * mebibyte });
  const ran = await station.ingest(root, {
    strace: failing(join(root, bad), 73),
    env: { UV_THREADPOOL_SIZE: '1' },
  });
  t.equal(ran.code, 7, ran.stdout);
  t.match(recordingAt(ran, bad).reason, /byte 37748736 \(EIO\)/);
  t.same(await soundStation(station, [card]), []);
  const again = await station.ingest(root);
  t.equal(again.code, 0, again.stdout);
  t.match(recordingAt(again, bad), { state: 'stored', resumed: true, sha256: card.recordings[0]?.sha256 });
  t.same(await soundStation(station, [card]), []);
});

t.test('a passing fault of the bus costs nothing', async (t) => {
  const station = await testStation(t);
  const root = join(station.folder, 'card');
  const bad = gaName(1);
  const card = await makeCard(root, 'passing', { [bad]: 3 * mebibyte });
  const once = ['-P', join(root, bad), '-e', 'trace=pread64', '-e', 'inject=pread64:error=EIO:when=2'];
  const ran = await station.ingest(root, {
    strace: ['-o', '/dev/null', ...once],
    env: { UV_THREADPOOL_SIZE: '1' },
  });
  t.equal(ran.code, 0, ran.stdout);
  t.same(await soundStation(station, [card]), []);
});

t.test('a folder that cannot be read is a failure: recordings may lie in it', async (t) => {
  const station = await testStation(t);
  const root = join(station.folder, 'card');
  const card = await makeCard(root, 'folder', { [gaName(1)]: 3000, 'DCIM/LOST/MOVI0001.mp4': 100 });
  const strace = ['-o', '/dev/null', '-P', join(root, 'DCIM/LOST'), '-e', 'trace=openat'];
  const ran = await station.ingest(root, { strace: [...strace, '-e', 'inject=openat:error=EIO'] });
  t.equal(ran.code, 7, ran.stdout);
  t.equal(recordingAt(ran, gaName(1)).state, 'stored');
  t.equal(reasonCode(recordingAt(ran, 'DCIM/LOST')), 'unreadable_folder');
  t.equal((await station.ingest(root)).code, 0);
  t.same(await soundStation(station, [card]), []);
});

t.test('a sidecar that cannot be read never holds back its recording', async (t) => {
  const station = await testStation(t);
  const root = join(station.folder, 'card');
  const sidecar = gaName(1).replace('.mp4', '.nmea');
  const card = await makeCard(root, 'sidecar', { [gaName(1)]: 3000 });
  await makeCard(root, 'sidecar', { [sidecar]: 700 });
  const ran = await station.ingest(root, { strace: failing(join(root, sidecar), 1) });
  t.equal(ran.code, 7, ran.stdout);
  t.match(recordingAt(ran, gaName(1)), { state: 'stored', sidecars: [{ path: sidecar, sha256: null }] });
  t.ok(openAlarms(station).includes('sidecar_failed'));
  t.same(await soundStation(station, [card]), []);
  const again = await station.ingest(root);
  t.equal(again.code, 0, again.stdout);
  t.match(recordingAt(again, gaName(1)), {
    state: 'alreadyStored',
    sidecars: [{ reason: null, bytes: 700 }],
  });
  t.same(await soundStation(station, [card]), []);
});
