import t from 'tap';
import { mostSidecarBytes, readSidecar } from '../../../src/tagging/location/read-sidecar.ts';
import { gga, rmc } from './nmea-text.ts';

const at = { longitude: 118.8735, latitude: 28.9412, time: '100118.00' };
const nmea = rmc(at) + gga(at);
const gpx =
  '<?xml version="1.0"?><gpx><trk><trkseg><trkpt lat="28.9412" lon="118.8735"/></trkseg></trk></gpx>';

async function read(...pieces: readonly (string | Uint8Array)[]) {
  return await readSidecar(
    (async function* () {
      for (const piece of pieces) yield Buffer.from(piece);
    })(),
  );
}

t.test('what a sidecar holds says what it is, whatever its name and encoding', async (t) => {
  t.match(await read(nmea), { source: 'nmea', fixes: [{ accuracyMeters: 6 }], whole: true });
  t.match(await read(`#设备日志\n${nmea}`), { source: 'nmea', fixes: { length: 1 } });
  t.match(await read(gpx), { source: 'gpx', fixes: { length: 1 }, whole: true });
  t.match(await read(`\ufeff${gpx}`), { source: 'gpx', fixes: { length: 1 } }, 'with a mark of UTF-8');
  const wide = Buffer.from(`\ufeff${gpx}`, 'utf16le');
  t.match(await read(wide), { source: 'gpx', fixes: { length: 1 } }, 'in UTF-16');
  t.match(await read(wide.swap16()), { source: 'gpx', fixes: { length: 1 } });
  const padded = Buffer.concat([Buffer.from(nmea.repeat(10)), Buffer.alloc(10_000)]);
  t.match(
    await read(padded),
    { source: 'nmea', fixes: { length: 1 } },
    'a log that was made larger beforehand',
  );
});

t.test('a still, a sound and nothing say nothing; another log has no fix', async (t) => {
  t.equal(await read(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10])), null);
  t.equal(await read(), null);
  t.match(await read('2026-09-02 18:01:18 power on\n'), { fixes: [], badSums: 0 });
});

t.test('a giant that is some other log is given up long before its end', async (t) => {
  const piece = Buffer.from('no position here '.repeat(60_000));
  let given = 0;
  const giant = async function* () {
    for (; given < 2 * mostSidecarBytes; given += piece.length) yield piece;
  };
  t.match(await readSidecar(giant()), { fixes: [], whole: true });
  t.ok(given < 8 * 1_048_576);
});
