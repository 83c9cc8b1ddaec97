import { copyFileSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import t from 'tap';
import { askExiftool, hasExiftool, isMedia } from '../../../src/tagging/location/ask-exiftool.ts';
import { nothingInside, readExif } from '../../../src/tagging/location/read-exif.ts';
import { freeGpsVideo, makePhoto, makeVideo } from './media.ts';

const never = new AbortController().signal;
const square = ['location=+28.9412+118.8735/'];

t.test('the position that a container states is read: ©xyz, MP4, QuickTime keys, a photograph', async (t) => {
  const folder = t.testdir({});
  const mov = makeVideo(folder, 'a.mov', square);
  t.match(await askExiftool(mov, never), {
    container: { longitude: 118.8735, latitude: 28.9412 },
    embedded: [],
  });
  const mp4 = await askExiftool(makeVideo(folder, 'b.mp4', square), never);
  t.ok(Math.abs((mp4?.container?.longitude ?? 0) - 118.8735) < 1e-4, 'MP4 keeps sixteen bits of a degree');
  const keys = [
    'com.apple.quicktime.location.ISO6709=-33.8600+151.2100+012.5/',
    'com.apple.quicktime.location.accuracy.horizontal=12.5',
  ];
  const phone = makeVideo(folder, 'c.mov', keys, ['-movflags', 'use_metadata_tags']);
  t.match(await askExiftool(phone, never), {
    container: { longitude: 151.21, latitude: -33.86, accuracyMeters: 12.5 },
  });
  const exif = ['-GPSLatitude=33.86', '-GPSLatitudeRef=S', '-GPSLongitude=58.38', '-GPSLongitudeRef=W'];
  const taken = ['-GPSDateStamp=2026:09:02', '-GPSTimeStamp=10:01:18', '-GPSDOP=2.4'];
  const photo = await askExiftool(makePhoto(folder, 'd.jpg', [...exif, ...taken]), never);
  t.match(photo, { container: { longitude: -58.38, latitude: -33.86, accuracyMeters: 12 } });
  t.equal(photo?.container?.at?.toString(), '2026-09-02T10:01:18Z');
  t.strictSame(await askExiftool(makeVideo(folder, 'e.mp4', []), never), nothingInside);
});

t.test('positions along the course of a recording are read out of its freeGPS blocks', async (t) => {
  const folder = t.testdir({});
  const path = join(folder, 'free.mp4');
  writeFileSync(path, freeGpsVideo(Temporal.Instant.from('2026-09-02T10:01:58Z'), 4));
  const found = await askExiftool(path, never);
  t.equal(found?.container, null);
  t.strictSame(
    found?.embedded.map(({ at, longitude, latitude }) => `${at} ${longitude} ${latitude}`),
    [
      '2026-09-02T10:01:58Z 118.8735 28.9412',
      '2026-09-02T10:01:59Z 118.87351 28.9412',
      '2026-09-02T10:02:00Z 118.87352 28.9412',
      '2026-09-02T10:02:01Z 118.87353 28.9412',
    ],
  );
});

t.test(
  'a name is never taken for an option, a broken file says what it still can, and others are not opened',
  async (t) => {
    const folder = t.testdir({});
    const mov = makeVideo(folder, 'a.mov', square);
    for (const name of ['-o', '--', '-config', '@args', '*.mov', '位置 %f $(id).mov', "a'b;c"]) {
      copyFileSync(mov, join(folder, name));
      t.match(await askExiftool(join(folder, name), never), { container: { latitude: 28.9412 } }, name);
    }
    const cut = join(folder, 'cut.mov');
    copyFileSync(mov, cut);
    truncateSync(cut, 100);
    t.strictSame(await askExiftool(cut, never), nothingInside);
    const pdf = join(folder, 'a.mp4');
    writeFileSync(pdf, '%PDF-1.7\n');
    t.strictSame(await askExiftool(pdf, never), nothingInside);
    symlinkSync('/nowhere', join(folder, 'gone'));
    t.strictSame(await askExiftool(join(folder, 'gone'), never), nothingInside);
    t.strictSame(readFileSync(join(folder, '@args')), readFileSync(mov), 'and nothing is written');
  },
);

t.test(
  'without ExifTool, and where the station stops in the middle, that is told from nothing found',
  async (t) => {
    const folder = t.testdir({ bin: {} });
    const mov = makeVideo(folder, 'a.mov', square);
    t.equal(await hasExiftool(), true);
    for (const tool of ['nice', 'prlimit']) symlinkSync(`/usr/bin/${tool}`, join(folder, 'bin', tool));
    const path = process.env['PATH'];
    t.teardown(() => {
      process.env['PATH'] = path;
    });
    process.env['PATH'] = join(folder, 'bin');
    t.equal(await askExiftool(mov, never), null);
    t.equal(await hasExiftool(), false);
    process.env['PATH'] = path;
    t.strictSame(await askExiftool(mov, AbortSignal.abort()), nothingInside);
  },
);

t.test('a file with more samples than are read still says its own position', async (t) => {
  const folder = t.testdir({ bin: {} });
  const mov = makeVideo(folder, 'a.mov', square);
  for (const tool of ['nice', 'prlimit', 'head', 'echo'])
    symlinkSync(`/usr/bin/${tool}`, join(folder, 'bin', tool));
  const played = `#!/bin/sh
case " $* " in
  *" -ee "*) echo '[{' && head -c 20000000 /dev/zero ;;
  *) echo '[{"Composite:GPSLatitude":28.9412,"Composite:GPSLongitude":118.8735}]' ;;
esac
`;
  writeFileSync(join(folder, 'bin', 'exiftool'), played, { mode: 0o755 });
  const path = process.env['PATH'];
  t.teardown(() => {
    process.env['PATH'] = path;
  });
  process.env['PATH'] = join(folder, 'bin');
  t.match(await askExiftool(mov, never), { container: { latitude: 28.9412 }, embedded: [] });
});

t.test('ExifTool is asked of what recorders write, by what the bytes are', async (t) => {
  const stream = Buffer.alloc(200);
  stream[0] = stream[188] = 0x47;
  const timed = Buffer.alloc(200);
  timed[4] = timed[196] = 0x47;
  const heads = [
    ...['\0\0\0\x20ftypisom', '\0\0\0\x08wide', 'RIFF\0\0\0\0AVI LIST', '\xff\xd8\xff\xe0', '\x1aE\xdf\xa3'],
    '\x89PNG\r\n\x1a\n',
  ].map((text) => Buffer.from(text, 'latin1'));
  for (const head of [...heads, stream, timed]) t.ok(isMedia(head), head.subarray(0, 12).toString('latin1'));
  const others = [
    'RIFF\0\0\0\0WAVEfmt ',
    '%PDF-1.7',
    'AT&TFORM',
    'PK\x03\x04',
    '#!/usr/bin/perl',
    '',
    'ID3\x04',
  ];
  for (const text of others) t.notOk(isMedia(Buffer.from(text, 'latin1')), text);
});

t.test('what ExifTool says is read, and what is odd counts as not said', async (t) => {
  const said = (values: object): string => JSON.stringify([{ SourceFile: 'x', ...values }]);
  const sample = { 'Doc1:QuickTime:GPSLatitude': 28.9, 'Doc1:QuickTime:GPSLongitude': 118.8 };
  t.match(readExif(said({ ...sample, 'Doc1:QuickTime:GPSDateTime': '2026:09:02 10:01:58.25Z' })), {
    container: null,
    embedded: [{ longitude: 118.8, latitude: 28.9 }],
  });
  t.match(readExif(said({ 'Doc1:QuickTime:GPSCoordinates': '28.9 118.8 60' })), {
    embedded: [{ longitude: 118.8, latitude: 28.9, accuracyMeters: null }],
  });
  t.match(readExif(said({ ...sample, 'Doc1:QuickTime:GPSStatus': 'V' })), { embedded: [] }, 'searching');
  t.match(readExif(said({ ...sample, 'Doc1:QuickTime:GPSDateTime': '2026:09:02 10:01:58' })), {
    embedded: [{ at: null }],
  });
  const bare = { 'EXIF:GPSLatitude': 33.86, 'EXIF:GPSLongitude': 58.38 };
  t.match(readExif(said(bare)), { container: null }, 'degrees without their hemisphere are no position');
  const odd = [
    ...['', '[', '{}', '[]', '[null]', '[[]]', said({ 'Doc1:QuickTime:GPSLatitude': '28' })],
    ...[said({ 'Composite:GPSLatitude': 28 }), said({ 'Doc1:X:GPSCoordinates': 'a b' })],
  ];
  for (const text of odd) t.strictSame(readExif(text), nothingInside, text);
  const key = fc.constantFrom(
    ...[
      'Composite:GPSLatitude',
      'Composite:GPSLongitude',
      'Doc1:QuickTime:GPSLatitude',
      'Doc1-2:XMP:GPSLongitude',
    ],
    ...['Doc1:QuickTime:GPSDateTime', 'GPSDOP', '__proto__:toString:constructor', 'Composite:GPSDOP'],
  );
  const sane = fc.property(fc.dictionary(key, fc.jsonValue()), (values) => {
    const { container, embedded } = readExif(said(values));
    return [container, ...embedded].every(
      (one) => one === null || Number.isFinite(one.latitude + one.longitude),
    );
  });
  t.doesNotThrow(() => fc.assert(sane));
});
