import { isOnEarth } from '../../../src/tagging/location/position.ts';
import { readExif } from '../../../src/tagging/location/read-exif.ts';
import { readSidecar } from '../../../src/tagging/location/read-sidecar.ts';
import { soundFixes } from '../../../src/tagging/location/sound-fixes.ts';
import { nmeaStart } from '../../../src/tagging/nmea-start.ts';
import { type FuzzTarget, promised, textOf } from '../target.ts';

async function* inTwo(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const half = bytes.length >> 1;
  yield bytes.subarray(0, half);
  yield bytes.subarray(half);
}

/** Positions beside a recording: NMEA 0183, GPX, and what ExifTool says of the file. */
export const sidecars: FuzzTarget = {
  name: 'sidecars',
  sources: ['/src/tagging/location/', '/src/tagging/nmea', '/src/tagging/bounded-lines'],
  seeds: [
    '$GNRMC,100118.00,A,2232.5820,N,11403.4680,E,0.02,,020926,,,A*6D\n$GNGGA,100118.00,2232.5820,N,11403.4680,E,1,12,0.9,12.0,M,,M,,*5B\n',
    '<?xml version="1.0"?><gpx><trk><trkseg><trkpt lat="22.543" lon="114.057"><time>2026-09-02T10:01:18Z</time><hdop>1.2</hdop></trkpt></trkseg></trk></gpx>',
    '[{"Composite:GPSLatitude":22.5,"Composite:GPSLongitude":114.05,"Doc1:QuickTime:GPSLatitude":22.5,"Doc1:QuickTime:GPSLongitude":114.1,"Doc1:QuickTime:GPSDateTime":"2026:09:02 10:01:18Z"}]',
  ].map((one) => Buffer.from(one)),
  words: [
    '$GNRMC,',
    '$BDGGA,',
    '*00',
    'A,',
    'V,',
    '9999.9999',
    ',W',
    '<trkpt ',
    'lat="',
    'lon="',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '&a;',
    '</',
    ']]>',
    '<![CDATA[',
    'Doc2:',
    'GPSLatitude',
    '1e400',
    '"NaN"',
    '235960.99',
  ],
  async run(bytes) {
    const found = await readSidecar(inTwo(bytes));
    const { container, embedded } = readExif(textOf(bytes));
    const fixes = [...(found?.fixes ?? []), ...embedded, ...(container === null ? [] : [container])];
    promised(fixes.every(isOnEarth), 'a position is on the earth');
    promised(
      fixes.every(({ accuracyMeters }) => accuracyMeters === null || accuracyMeters > 0),
      'an accuracy is a distance',
    );
    soundFixes(fixes);
    nmeaStart(textOf(bytes));
  },
};
