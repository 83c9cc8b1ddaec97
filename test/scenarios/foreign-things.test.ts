import { execFileSync } from 'node:child_process';
import { mkdir, rename, symlink, unlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import t from 'tap';
import { gaName, makeCard, sha256Of } from '../support/cards.ts';
import { reasonCode, recordingAt, reportOf } from '../support/reports.ts';
import { runDocket } from '../support/run-docket.ts';
import { openAlarms, rowsOf, soundStation } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';
import { until } from '../support/until.ts';

t.test('links, pipes, sockets and devices are named and left alone, and nothing hangs', async (t) => {
  const station = await testStation(t);
  const root = join(station.folder, 'card');
  const card = await makeCard(root, 'foreign', { [gaName(1)]: 3000 });
  const secret = join(station.folder, 'secret.mp4');
  await writeFile(secret, 'not on the card');
  await mkdir(join(station.folder, 'elsewhere'));
  await writeFile(join(station.folder, 'elsewhere', 'other.mp4'), 'not on the card either');
  const video = join(root, 'DCIM/VIDEO');
  await symlink(secret, join(video, 'out.mp4'));
  await symlink(gaName(1).split('/').at(-1) ?? '', join(video, 'in.mp4'));
  await symlink(join(station.folder, 'elsewhere'), join(video, 'folder.mp4'));
  await symlink('/nowhere', join(video, 'dangling.mp4'));
  await symlink('.', join(root, 'DCIM', 'loop'));
  await symlink('/dev/zero', join(video, 'zero.mp4'));
  execFileSync('mkfifo', [join(video, 'pipe.mp4')]);
  execFileSync('mknod', [join(video, 'null.mp4'), 'c', '1', '3']);
  execFileSync('mknod', [join(video, 'disk.mp4'), 'b', '7', '200']);
  const server = createServer();
  const place = join(video, 'socket.mp4');
  await new Promise<void>((done) => server.listen(place, done));
  t.teardown(() => server.close());

  const ran = await station.ingest(root);
  t.equal(ran.code, 0, ran.stderr);
  const { summary } = reportOf(ran);
  t.match(summary, { stored: 1, failed: 0, deferred: 0, ignored: 10 });
  const reasonOf = (name: string) => reasonCode(recordingAt(ran, `DCIM/VIDEO/${name}`));
  for (const name of ['out.mp4', 'in.mp4', 'folder.mp4', 'dangling.mp4', 'zero.mp4'])
    t.equal(reasonOf(name), 'symbolic_link', name);
  t.equal(reasonOf('pipe.mp4'), 'fifo');
  t.equal(reasonOf('null.mp4'), 'device');
  t.equal(reasonOf('disk.mp4'), 'device');
  t.equal(reasonOf('socket.mp4'), 'socket');
  const docking = rowsOf<{ docking: string }>(station, 'SELECT docking FROM view_docking')[0]?.docking ?? '';
  const listed = await station.run(['evidence', 'list', '--docking', docking]);
  t.match(listed.json, { left: [], ignored: { length: 10 } }, 'what stayed on the card is named');
  const common = ['--config', station.config, '--data', station.data];
  const shown = await runDocket(['evidence', 'list', '--docking', docking, ...common], {
    env: { DOCKET_LANG: 'en' },
  });
  t.match(shown.stdout, /Files that are no recordings and stayed on the card: 10\n/);
  t.match(shown.stdout, /pipe\.mp4 +a named pipe, no file/);
  const known = rowsOf<{ sha256: string }>(station, 'SELECT sha256 FROM view_original');
  t.notOk(known.some(({ sha256 }) => sha256 === sha256Of(Buffer.from('not on the card'))));
  t.same(await soundStation(station, [card]), []);
});

t.test('a file that becomes a link, a pipe or a folder after the listing is not followed', async (t) => {
  const station = await testStation(t);
  const root = join(station.folder, 'card');
  const [slow, swapped, piped, foldered] = [gaName(0), gaName(1), gaName(2), gaName(3)];
  // The first is large and read slowly, so that the others are swapped while they wait for their turn.
  const card = await makeCard(root, 'swap', {
    [slow]: 24 * 1_048_576,
    [swapped]: 9 * 1_048_576,
    [piped]: 9 * 1_048_576,
    [foldered]: 9 * 1_048_576,
  });
  await writeFile(join(station.folder, 'shadow'), 'root:secret');
  const held = ['-P', join(root, slow), '-e', 'trace=pread64', '-e', 'inject=pread64:delay_enter=50000'];
  const running = station.start(['ingest', root], { strace: ['-o', '/dev/null', ...held] });
  await until('the first is being copied', () => rowsOf(station, 'SELECT * FROM work_copy').length > 0);
  const away = join(station.folder, 'away');
  await mkdir(away);
  for (const path of [swapped, piped, foldered]) await rename(join(root, path), join(away, path.slice(11)));
  await symlink(join(station.folder, 'shadow'), join(root, swapped));
  execFileSync('mkfifo', [join(root, piped)]);
  await mkdir(join(root, foldered));
  const ran = await running.ended;
  t.equal(ran.code, 7, ran.stderr);
  t.equal(recordingAt(ran, slow).state, 'stored');
  for (const path of [swapped, piped, foldered]) {
    t.equal(recordingAt(ran, path).state, 'failed', path);
    t.equal(reasonCode(recordingAt(ran, path)), 'not_a_file', path);
  }
  for (const path of [swapped, piped]) await unlink(join(root, path));
  execFileSync('rmdir', [join(root, foldered)]);
  for (const path of [swapped, piped, foldered]) await rename(join(away, path.slice(11)), join(root, path));
  t.equal((await station.ingest(root)).code, 0);
  t.same(await soundStation(station, [card]), []);
});

t.test('a time that no calendar reaches keeps nothing of the card from being stored', async (t) => {
  const station = await testStation(t, { intake: { settleSeconds: 0.2 } });
  const root = join(station.folder, 'card');
  await mkdir(root);
  // A file system that keeps such times, as a hostile card's may.
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', root]);
  const timeless = 'DCIM/MOVI0001.mp4';
  const card = await makeCard(root, 'times', { [timeless]: 3000, [gaName(2)]: 3001 });
  execFileSync('touch', ['-d', '@9223372036854', join(root, timeless)]);
  const ran = await station.ingest(root);
  t.equal(ran.code, 0, ran.stdout);
  t.equal(reportOf(ran).summary.stored, 2);
  t.ok(openAlarms(station).includes('clock_suspect'));
  t.same(await soundStation(station, [card]), []);
});
