import { appendFileSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { gaName, longAgo, makeCard, putFile, sha256Of } from '../support/cards.ts';
import { reasonCode, recordingAt, reportOf } from '../support/reports.ts';
import { openAlarms, rowsOf, soundStation, storedTimes } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';
import { until } from '../support/until.ts';

const mebibyte = 1_048_576;

t.test('empty and cut-off files are recordings like any other', async (t) => {
  const station = await testStation(t);
  const root = join(station.folder, 'card');
  const card = await makeCard(root, 'empty', {
    [gaName(1)]: 0,
    [gaName(2)]: 1,
    [gaName(3)]: Buffer.from(
      '\0\0\0\x20ftypisom\0\0\x02\0isomiso2mp41\0\0\0\x08free\xff\xff\xff\xffmdat',
      'latin1',
    ),
    [gaName(4)]: 4096,
    [gaName(5)]: 512 * 1024,
    [gaName(6)]: 512 * 1024 + 1,
    [gaName(7)]: 16 * mebibyte,
    [gaName(8)]: 16 * mebibyte - 1,
  });
  const ran = await station.ingest(root);
  t.equal(ran.code, 0, ran.stderr);
  t.equal(reportOf(ran).summary.stored, 8);
  t.same(await soundStation(station, [card]), []);
  t.equal(reportOf(await station.ingest(root)).summary.alreadyStored, 8);
});

t.test('a file still being written is waited for and stored as it ends', async (t) => {
  const station = await testStation(t, { intake: { settleSeconds: 0.5 } });
  const root = join(station.folder, 'card');
  const other = await putFile(root, gaName(1), 2000);
  const growing = join(root, gaName(2));
  writeFileSync(growing, 'begun ');
  const running = station.start(['ingest', root]);
  for (let i = 0; i < 12; i++) {
    appendFileSync(growing, `part ${i} `);
    await new Promise((done) => setTimeout(done, 60));
  }
  const final = Buffer.from(`begun ${Array.from({ length: 12 }, (_, i) => `part ${i} `).join('')}`);
  const ran = await running.ended;
  t.equal(ran.code, 0, ran.stdout);
  const path = Buffer.from(gaName(2));
  const recordings = [other, { path, bytes: final.length, sha256: sha256Of(final) }];
  t.equal(recordingAt(ran, gaName(2)).sha256, sha256Of(final), 'the final bytes are stored');
  t.same(await soundStation(station, [{ root, recordings }]), []);
});

t.test(
  'a file that never stands still is deferred, the rest is stored, and once still it is taken',
  async (t) => {
    const station = await testStation(t, { intake: { settleSeconds: 0.3, changeAttempts: 2 } });
    const root = join(station.folder, 'card');
    const other = await putFile(root, gaName(1), 2000);
    const restless = join(root, gaName(2));
    await mkdir(join(root, 'DCIM/VIDEO'), { recursive: true });
    writeFileSync(restless, '');
    const pen = setInterval(() => appendFileSync(restless, 'more '), 40);
    const ran = await station.ingest(root).finally(() => clearInterval(pen));
    t.equal(ran.code, 7, ran.stdout);
    const deferred = recordingAt(ran, gaName(2));
    t.equal(deferred.state, 'deferred');
    t.equal(reasonCode(deferred), 'still_changing');
    t.equal(deferred.sha256, null);
    t.equal(recordingAt(ran, gaName(1)).state, 'stored');
    await utimes(restless, longAgo, longAgo);
    const again = await station.ingest(root);
    t.equal(again.code, 0);
    t.equal(recordingAt(again, gaName(2)).state, 'stored');
    t.same(await soundStation(station, [{ root, recordings: [other] }]), []);
  },
);

for (const { how, change } of [
  { how: 'grows', change: (path: string) => appendFileSync(path, 'grown') },
  { how: 'shrinks', change: (path: string) => truncateSync(path, 19 * mebibyte) },
  { how: 'is rewritten in place', change: (path: string) => writeFileSync(path, 'new', { flag: 'r+' }) },
]) {
  t.test(`a file that ${how} while it is copied is copied anew, and the first half is void`, async (t) => {
    const station = await testStation(t, { intake: { settleSeconds: 0.2 } });
    const root = join(station.folder, 'card');
    const name = gaName(1);
    const card = await makeCard(root, how, { [name]: 20 * mebibyte });
    const slow = ['-P', join(root, name), '-e', 'trace=pread64', '-e', 'inject=pread64:delay_enter=40000'];
    const running = station.start(['ingest', root], { strace: ['-o', '/dev/null', ...slow] });
    await until('the copy is under way', () => rowsOf(station, 'SELECT * FROM work_copy').length > 0);
    change(join(root, name));
    const ran = await running.ended;
    t.equal(ran.code, 0, ran.stdout);
    const { sha256 } = recordingAt(ran, name);
    const final = sha256Of(readFileSync(join(root, name)));
    t.equal(sha256, final);
    t.not(final, card.recordings[0]?.sha256);
    t.equal(storedTimes(station, card.recordings[0]?.sha256 ?? ''), 0, 'the older version is no evidence');
    const recordings = [{ path: Buffer.from(name), bytes: 0, sha256: final }];
    t.same(await soundStation(station, [{ root, recordings }]), []);
    t.same(rowsOf(station, 'SELECT * FROM work_copy'), []);
  });
}

t.test('an older name with other bytes is a new recording, even of the same size', async (t) => {
  const station = await testStation(t);
  const root = join(station.folder, 'card');
  const before = await putFile(root, gaName(1), Buffer.from('before'));
  const pair = await putFile(root, gaName(2), Buffer.from('behind'));
  t.equal((await station.ingest(root)).code, 0);
  const after = await putFile(root, gaName(1), Buffer.from('after!'));
  const ran = await station.ingest(root);
  t.equal(recordingAt(ran, gaName(1)).state, 'stored', 'size and time are the same, the bytes are not');
  t.equal(recordingAt(ran, gaName(1)).sha256, after.sha256);
  t.equal(recordingAt(ran, gaName(2)).state, 'alreadyStored');
  t.equal(storedTimes(station, before.sha256), 1, 'the older one stays');
  t.same(await soundStation(station, [{ root, recordings: [after, pair] }]), []);

  utimesSync(join(root, gaName(1)), new Date(), longAgo);
  truncateSync(join(root, gaName(1)), 3);
  utimesSync(join(root, gaName(1)), longAgo, longAgo);
  t.equal(recordingAt(await station.ingest(root), gaName(1)).sha256, sha256Of(Buffer.from('aft')));
});

t.test('dead and future clocks raise an alarm, and times are shown as they were found', async (t) => {
  const station = await testStation(t);
  const root = join(station.folder, 'card');
  const recordings = [
    await putFile(root, 'DCIM/MOVI0001.mp4', 1001, new Date('1970-01-01T00:00:10Z')),
    await putFile(root, 'DCIM/MOVI0002.mp4', 1002, new Date('2000-01-01T00:00:00Z')),
    await putFile(root, 'DCIM/MOVI0003.mp4', 1003, new Date('2107-12-31T23:59:58Z')),
    await putFile(root, 'DCIM/MOVI0004.mp4', 1004, new Date('1901-12-14T00:00:00Z')),
    await putFile(root, 'DCIM/A11_1234567_222222_20000101000001_0001.mp4', 1005),
    await putFile(root, 'DCIM/A11_1234567_222222_20260230180118_0002.mp4', 1006),
    await putFile(root, 'DCIM/A11_1234567_222222_99991231235959_0003.mp4', 1007),
  ];
  const ran = await station.ingest(root);
  t.equal(ran.code, 0, ran.stdout);
  t.equal(reportOf(ran).summary.stored, recordings.length);
  t.ok(openAlarms(station).includes('clock_suspect'));
  const times = rowsOf<{ path: string; modified: string; start: string | null }>(
    station,
    'SELECT path, modified, start FROM view_evidence ORDER BY path',
  );
  const at = (end: string) => times.find(({ path }) => path.endsWith(end));
  t.equal(at('MOVI0001.mp4')?.modified, '1970-01-01T00:00:10Z');
  t.equal(at('MOVI0001.mp4')?.start, null, 'nothing is made up');
  t.equal(at('MOVI0004.mp4')?.modified, '1901-12-14T00:00:00Z');
  t.equal(at('MOVI0003.mp4')?.modified, '2107-12-31T23:59:58Z');
  t.equal(at('_0001.mp4')?.start, '2000-01-01T00:00:01');
  t.equal(at('_0002.mp4')?.start, null, 'the 30th of February is no date');
  t.equal(at('_0003.mp4')?.start, '9999-12-31T23:59:59');
  t.same(await soundStation(station, [{ root, recordings }]), []);
});
