import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { machine } from '../../src/custody/alarms.ts';
import { exportTrack } from '../../src/station/export-track.ts';
import type { Fix } from '../../src/tagging/location/fix.ts';
import { GpxReader } from '../../src/tagging/location/gpx-fixes.ts';
import { locatedBy } from '../../src/tagging/location/located.ts';
import { DeskStation } from '../deadlines/desk-station.ts';

const person = { kind: 'person', id: 'os:clerk' } as const;
const began = Temporal.Instant.from('2026-09-02T10:01:18.500Z');

/** An item that was made where somebody walked so many seconds; none: nothing is known of it. */
async function walked(t: Test, seconds: number) {
  const desk = new DeskStation(t);
  const evidence = await desk.secure({
    ...{ start: '2026-09-02 18:01', ended: '2026-09-02 18:05' },
    ...{ docked: '2026-09-02 19:00', secured: '2026-09-02 19:05' },
  });
  const fixes = Array.from({ length: seconds }, (_, i): Fix => {
    const at = i === 1 ? null : began.add({ seconds: i });
    return { longitude: 118.8735 + i * 1e-3, latitude: 28.9412, at, accuracyMeters: null };
  });
  const located = locatedBy(evidence, [{ source: 'gpx', fixes, badSums: 0, malformed: 0, whole: true }]);
  if (located !== null)
    await desk.ledger.append([
      {
        ...{ type: 'recording.located', actor: machine, subject: { kind: 'evidence', id: evidence } },
        ...{ data: located.data, personal: { track: located.track ?? '[]' } },
      },
    ]);
  const folder = t.testdir({});
  const room = { db: desk.lone.db, room: { ledger: desk.ledger } };
  const write = (name: string, of = evidence) =>
    exportTrack(room, { evidence: of, file: join(folder, name) }, person);
  return { desk, evidence, folder, write };
}

t.test('GPX 1.1 that reads back as the same track; a point without a time has none', async (t) => {
  const { folder, write, evidence, desk } = await walked(t, 4);
  const { sha256, points } = await write('a.GPX');
  const text = readFileSync(join(folder, 'a.GPX'), 'utf8');
  t.equal(points, 4);
  t.match(text, '<gpx version="1.1" creator="Docket" xmlns="http://www.topografix.com/GPX/1/1">');
  t.match(text, `<name>${evidence}</name>`);
  const reader = new GpxReader();
  reader.write(text);
  const { fixes, whole } = reader.end();
  t.ok(whole);
  t.strictSame(
    fixes.map(({ longitude, latitude, at }) => `${longitude} ${latitude} ${at}`),
    [
      '118.8735 28.9412 2026-09-02T10:01:18.5Z',
      '118.8745 28.9412 null',
      '118.8755 28.9412 2026-09-02T10:01:20.5Z',
      '118.8765 28.9412 2026-09-02T10:01:21.5Z',
    ],
  );
  t.match(desk.entries('track.exported'), [{ format: 'gpx', sha256, bytes: Buffer.byteLength(text) }]);
  t.equal(createHash('sha256').update(text).digest('hex'), sha256);
});

t.test('GeoJSON: a line with its times, or a point', async (t) => {
  const line = await walked(t, 2);
  await line.write('a.geojson');
  t.match(JSON.parse(readFileSync(join(line.folder, 'a.geojson'), 'utf8')), {
    type: 'Feature',
    properties: { evidence: line.evidence, source: 'gpx', times: ['2026-09-02T10:01:18.5Z', null] },
    geometry: {
      type: 'LineString',
      coordinates: [
        [118.8735, 28.9412],
        [118.8745, 28.9412],
      ],
    },
  });
  const point = await walked(t, 1);
  await point.write('a.json');
  t.match(JSON.parse(readFileSync(join(point.folder, 'a.json'), 'utf8')), {
    geometry: { type: 'Point', coordinates: [118.8735, 28.9412] },
  });
});

t.test('what cannot be written is refused before the ledger says that it was', async (t) => {
  const { write, folder, desk } = await walked(t, 2);
  await write('a.gpx');
  await t.rejects(write('a.gpx'), { code: 'station.destination_exists', field: 'FILE' });
  await t.rejects(write('a.kml'), { code: 'station.value_wrong', field: 'FILE' });
  await t.rejects(write('b.gpx', 'ST01-X'), { code: 'station.evidence_unknown' });
  t.equal(desk.entries('track.exported').length, 1);
  await t.rejects(write('nowhere/b.gpx'), { code: 'station.folder_unwritable' });
  const unknown = await walked(t, 0);
  await t.rejects(unknown.write('b.gpx'), { code: 'tagging.track_unknown' });
  t.notOk(existsSync(join(folder, 'b.gpx')));
});
