import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import t from 'tap';
import { makeCard, putFile } from '../support/cards.ts';
import { heardHere } from '../support/docket-here.ts';
import { docketHere, openAlarms } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';
import { freeGpsVideo, makeVideo } from '../tagging/location/media.ts';
import { gga, rmc } from '../tagging/location/nmea-text.ts';

const name = (n: number): string => `DCIM/VIDEO/A11_1234567_222222_2026090218011${n}_000${n}`;
const began = Temporal.Instant.from('2026-09-02T10:01:18Z');

/** Somebody walks east through the square, 10 m a second, with a sentence that was damaged and one at 0,0. */
function walk(seconds: number): string {
  const lines = Array.from({ length: seconds }, (_, i) => {
    const time = `1001${String(18 + i).padStart(2, '0')}.00`;
    const there = { time, longitude: 118.8735 + i * 1e-4, latitude: 28.9412 };
    return rmc(there) + gga(there);
  });
  const nowhere = rmc({ time: '100200.00', longitude: 0, latitude: 0 });
  return `${lines.join('')}${nowhere}$GNRMC,100201.00,A,2856.472,N,11852.41,E,0.1,,020926,,,A*00\r\n`;
}

const gpx =
  '<?xml version="1.0"?><gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>' +
  '<trkpt lat="28.9412" lon="118.8735"><time>2026-09-02T10:01:13Z</time></trkpt></trkseg></trk></gpx>';

/** One recording with each way to say where it was made, and one that says nothing. */
async function locatedStation() {
  const station = await testStation(t);
  const card = join(station.folder, '01');
  mkdirSync(dirname(join(card, name(1))), { recursive: true });
  const beside = makeVideo(station.folder, 'a.mp4', ['location=+28.9412+118.8735/']);
  await makeCard(card, 'card', { [`${name(1)}.mp4`]: readFileSync(beside), [`${name(2)}.mp4`]: 900 });
  await putFile(card, `${name(1)}.nmea`, Buffer.from(walk(20)));
  await putFile(card, `${name(2)}.gpx`, Buffer.from(gpx));
  await putFile(card, `${name(3)}.mp4`, freeGpsVideo(began, 3));
  await putFile(
    card,
    `${name(4)}.mov`,
    readFileSync(makeVideo(station.folder, 'd.mov', ['location=+30.0+120.0/'])),
  );
  await putFile(card, `${name(5)}.mp4`, 700);
  await docketHere(station, ['ingest', card]);
  return station;
}

const station = await locatedStation();

interface Listed {
  readonly evidence: readonly { readonly evidenceId: string; readonly named: { readonly segment: number } }[];
}

const listed = (await docketHere(station, ['evidence', 'list'])).json as Listed;

function idOf(segment: number): string {
  const found = listed.evidence.find(({ named }) => named.segment === segment);
  return found?.evidenceId ?? `no ${segment}`;
}

async function item(segment: number): Promise<unknown> {
  return (await docketHere(station, ['evidence', 'show', idOf(segment)])).json;
}

async function words(segment: number, language: 'zh' | 'en'): Promise<string> {
  const common = ['--config', station.config, '--data', station.data];
  return (await heardHere(['evidence', 'show', idOf(segment), ...common], { language })).out;
}

async function set(...row: readonly string[]): Promise<void> {
  t.equal((await docketHere(station, ['register', 'set', ...row])).code, 0, row.join(' '));
}

t.test('before anybody has looked, that is what is said', async (t) => {
  t.match(await item(1), { location: { measured: 'waiting', name: null, coordinates: null, track: null } });
  t.match(await words(1, 'en'), /where it was made has not been looked at yet/);
  const judged = await docketHere(station, ['judge']);
  t.match(judged.json, { timed: 5, located: 5 });
  t.match((await docketHere(station, ['judge'])).json, { timed: 0, located: 0 });
});

t.test('a track from a sidecar, with what was dropped, beside the position in the file', async (t) => {
  t.match(await item(1), {
    location: {
      measured: 'found',
      name: null,
      source: 'gps',
      coordinates: {
        source: 'gps',
        wgs84: { longitude: 118.8735, latitude: 28.9412 },
        gcj02: { longitude: /^118\.87/, latitude: /^28\.93/ },
        accuracyMeters: 6,
      },
      track: {
        source: 'nmea',
        start: '2026-09-02T10:01:18Z',
        end: '2026-09-02T10:01:37Z',
        ...{ fixes: 20, dropped: 2, points: 20, withinMeters: 0 },
        claims: [
          { source: 'nmea', dropped: { check_sum: 1, nowhere: 1 } },
          { source: 'container', fixes: 1 },
        ],
      },
    },
    tags: [{ field: 'officer' }, { field: 'location', value: '118.873500,28.941200', source: 'gps' }],
  });
  const said = await words(1, 'en');
  t.match(
    said,
    /coordinates +WGS-84 118\.873500,28\.941200; GCJ-02 118\.87\d+,28\.93\d+ \(for Chinese maps\)/,
  );
  t.match(said, /NMEA sidecar: 20 fix\(es\); .*18:01:18.*not believed: 1 with a wrong check sum, 1 at 0,0/);
  t.match(
    await words(1, 'zh'),
    /坐标 +WGS-84 118\.873500,28\.941200; GCJ-02 .*（用于国内地图）; 精度约 6 米/,
  );
  t.match(said, /it was made where 20 fix\(es\) say \(NMEA sidecar\)/, 'and its history tells it');
});

t.test(
  'a track from GPX, one inside the file, a single point, and nothing where nothing is said',
  async (t) => {
    t.match(await item(2), {
      sidecars: [{ path: /\.gpx$/ }],
      location: { track: { source: 'gpx', fixes: 1 } },
    });
    t.match(await item(3), {
      location: { track: { source: 'embedded', fixes: 3, start: began.toString() } },
    });
    t.match(await item(4), {
      location: {
        coordinates: { wgs84: { longitude: 120, latitude: 30 } },
        track: { source: 'container', start: null },
      },
    });
    t.match(await item(5), { location: { measured: 'none', coordinates: null, track: null } });
    t.match(await words(5, 'zh'), /文件及附属文件均无可用位置/);
    t.strictSame(
      openAlarms(station).filter((code) => /exiftool|locating/.test(code)),
      [],
    );
  },
);

t.test('the station’s own places give the name; the roster’s stands beside where it differs', async (t) => {
  await set('places', 'name=某广场', 'area=118.8745 28.9412', 'radius=300');
  t.match(await item(1), { location: { name: '某广场', source: 'gps' } });
  await set('places', 'name=别处', 'area=120 30', 'radius=300');
  await set('officers', 'number=222222', 'name=张三');
  await set('rosters', 'officer=222222', 'from=2026-09-02 17:00', 'to=2026-09-02 19:00', 'place=别处');
  const said = [{}, { source: 'roster', values: ['别处'] }];
  t.match(await item(1), { tags: [{}, { value: '某广场', source: 'gps', conflict: true, said }] });
  t.match(await item(4), { tags: [{}, { value: '别处', source: 'gps', conflict: false }] });
  const swapped = ['register', 'set', 'places', 'name=对调', 'area=28.94 118.87', 'radius=9'];
  t.match((await docketHere(station, swapped)).json, {
    error: { code: 'tagging.area_swapped', message: /looks swapped/ },
  });
});

t.test('a person enters coordinates; those that are swapped are refused and turned round', async (t) => {
  const tag = (value: string) => docketHere(station, ['evidence', 'tag', `location=${value}`, idOf(5)]);
  const refused = await tag('28.9412,118.8735');
  t.equal(refused.code, 2);
  t.match(refused.json, { error: { code: 'tagging.position_swapped', message: /118\.8735,28\.9412/ } });
  t.equal((await tag('118.8735, 28.9412')).code, 0);
  t.match(await item(5), {
    location: {
      name: null,
      source: 'person',
      coordinates: {
        source: 'person',
        wgs84: { longitude: 118.8735, latitude: 28.9412 },
        accuracyMeters: null,
      },
    },
  });
  t.match(await words(5, 'en'), /entered by a person/);
});

t.test('a track is written into a new file, and the ledger says so', async (t) => {
  const file = join(station.folder, 'track.gpx');
  const track = () => docketHere(station, ['evidence', 'track', idOf(1), file]);
  t.match((await track()).json, { evidence: idOf(1), format: 'gpx', destination: file, points: 20 });
  t.match((await track()).json, { error: { code: 'station.destination_exists', field: 'FILE' } });
  const history = await words(1, 'zh');
  t.match(history, /轨迹（gpx，.*，SHA-256 [0-9a-f]{64}）导出至 .*track\.gpx/);
});

t.test('positions are personal: the ledger’s leaves hold none, and everything still proves', async (t) => {
  const { json } = await docketHere(station, ['ledger', 'list', '--type', 'recording.located']);
  const [entry] = (json as { entries: readonly { seq: number; data: object }[] }).entries;
  t.notMatch(JSON.stringify(entry?.data), /118\.?87|28\.?94/);
  const leaves = await docketHere(station, ['ledger', 'export', join(station.folder, 'ledger')]);
  t.equal(leaves.code, 0);
  t.match((await docketHere(station, ['verify', '--vault', 'full'])).json, { ok: true });
});

t.test('where the vault is away nothing is said wrongly, and it is looked at later', async (t) => {
  const other = await testStation(t);
  const card = join(other.folder, '01');
  await makeCard(card, 'card', { [`${name(1)}.mp4`]: 900 });
  await putFile(card, `${name(1)}.nmea`, Buffer.from(walk(3)));
  await docketHere(other, ['ingest', card]);
  const { evidence } = (await docketHere(other, ['evidence', 'list'])).json as Listed;
  const id = evidence[0]?.evidenceId ?? '';
  const shown = async () => (await docketHere(other, ['evidence', 'show', id])).json;
  const { sidecars } = (await shown()) as { sidecars: readonly { objectPath: string }[] };
  const object = sidecars[0]?.objectPath ?? '';
  renameSync(object, `${object}.away`);
  t.match((await docketHere(other, ['judge'])).json, { timed: 1 });
  t.match(await shown(), { location: { measured: 'waiting' } });
  renameSync(`${object}.away`, object);
  t.match((await docketHere(other, ['judge'])).json, { timed: 0, located: 1 });
  t.match(await shown(), { location: { measured: 'found', track: { fixes: 3 } } });
});
