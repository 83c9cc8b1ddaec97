import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { gaName, makeCard, putFile, type TestRecording } from '../support/cards.ts';
import { recordingAt, reportOf } from '../support/reports.ts';
import { soundStation } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';

t.test(
  'names that try to leave the card, break a line or fill the name are stored under their bytes',
  async (t) => {
    const station = await testStation(t);
    const root = join(station.folder, 'card');
    const names = [
      'DCIM/..mp4',
      'DCIM/...mp4',
      'DCIM/..\\..\\escape.mp4',
      'DCIM/.. /space.mp4',
      'DCIM/line\nbreak.mp4',
      'DCIM/carriage\rreturn\tab\x1b[31m.mp4',
      `DCIM/${'x'.repeat(251)}.mp4`,
      `DCIM/${'视'.repeat(83)}aa.mp4`,
      'DCIM/\u202e4pm.evil.mp4',
      'DCIM/-rf --no-preserve-root.mp4',
      'DCIM/$(touch pwned)`id`;.mp4',
      "DCIM/'; DROP TABLE view_evidence; --.mp4",
      'DCIM/%00%2e%2e%2f.mp4',
      'DCIM/{"json":1}.mp4',
      'DCIM/CON.mp4',
    ];
    const card = await makeCard(root, 'names', {
      [gaName(1)]: 1000,
      ...Object.fromEntries(names.map((name, i) => [name, 2000 + i])),
    });
    const ran = await station.ingest(root);
    t.equal(ran.code, 0, ran.stderr);
    t.equal(reportOf(ran).summary.stored, names.length + 1);
    for (const name of names) t.equal(recordingAt(ran, name).state, 'stored', JSON.stringify(name));
    t.same(await soundStation(station, [card]), []);

    const again = await station.ingest(root);
    t.equal(again.code, 0);
    t.equal(reportOf(again).summary.alreadyStored, names.length + 1, 'all are known again');
  },
);

t.test('names that are no UTF-8 keep their bytes, and two that look alike stay two', async (t) => {
  const station = await testStation(t);
  const root = join(station.folder, 'card');
  await mkdir(root);
  const names = [
    Buffer.from('DCIM/bad-\xff\xfe.mp4', 'latin1'),
    Buffer.from('DCIM/bad-\xfe\xff.mp4', 'latin1'),
    Buffer.from('DCIM/\xb2\xe2\xca\xd4.mp4', 'latin1'),
    // A lone surrogate in CESU-8, and an overlong slash.
    Buffer.from('DCIM/\xed\xa0\x80.mp4', 'latin1'),
    Buffer.from('DCIM/..\xc0\xafescape.mp4', 'latin1'),
  ];
  const recordings: TestRecording[] = [await putFile(root, gaName(1), 500)];
  for (const name of names) recordings.push(await putFile(root, name, 1500));
  const ran = await station.ingest(root);
  t.equal(ran.code, 0, ran.stderr);
  const reported = reportOf(ran).recordings;
  for (const name of names) {
    const found = reported.filter(({ pathBase64 }) => pathBase64 === name.toString('base64'));
    t.equal(found.length, 1, name.toString('latin1'));
    t.equal(found[0]?.state, 'stored');
  }
  t.same(await soundStation(station, [{ root, recordings }]), []);
  t.equal(reportOf(await station.ingest(root)).summary.alreadyStored, names.length + 1);
});
