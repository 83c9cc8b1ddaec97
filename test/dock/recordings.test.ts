import t from 'tap';
import type { CardFile } from '../../src/dock/card.ts';
import { recordingsOf } from '../../src/dock/recordings.ts';
import { cardFile, profileOf } from './card-fixtures.ts';

const generic = profileOf('generic-ga-t-947');
const dcim = profileOf('generic-dcim');

function summary(files: readonly CardFile[], profile = generic) {
  const { recordings, ignored } = recordingsOf(files, profile);
  return {
    recordings: recordings.map(({ file, sidecars }) =>
      [file, ...sidecars].map(({ path }) => path.toString()),
    ),
    ignored: Object.fromEntries(ignored.map(({ file, reason }) => [file.path.toString(), reason])),
  };
}

t.test('every media file is a recording, whatever its name and however empty', async (t) => {
  const files = [
    cardFile('A11_2222222_222222_20260902180118_0001.mp4', { bytes: 0 }),
    cardFile('unknown name.MOV'),
    cardFile('a/b/.mp4'),
    cardFile('line\nbreak.mp4'),
    cardFile(`${'x'.repeat(251)}.mp4`),
    cardFile('\u202e4pm.mp4'),
    cardFile(Buffer.from([0xff, 0xfe, 0x2e, 0x6d, 0x70, 0x34])),
  ];
  const { recordings, ignored } = recordingsOf(files, generic);
  t.equal(recordings.length, files.length);
  t.strictSame(ignored, []);
  t.equal(
    recordings.filter(({ named }) => named !== null).length,
    1,
    'a name that says nothing stays unknown',
  );
});

t.test('what belongs to a recording goes with it, whatever the case', async (t) => {
  const files = [
    'DCIM/a.MP4',
    'DCIM/A.gps',
    'DCIM/a.JPG',
    'DCIM/a.wav',
    'DCIM/a.Txt',
    'DCIM/b.jpg',
    'x/a.log',
  ];
  t.strictSame(summary(files.map((path) => cardFile(path))), {
    recordings: [['DCIM/a.MP4', 'DCIM/a.JPG', 'DCIM/a.wav', 'DCIM/A.gps', 'DCIM/a.Txt'], ['DCIM/b.jpg']],
    ignored: { 'x/a.log': 'sidecar_without_recording' },
  });
});

t.test(
  'two videos of one stem: the first has the sidecars, in whatever order they were listed',
  async (t) => {
    const files = ['a.mp4', 'a.avi', 'a.gps', 'a.png'].map((path) => cardFile(path));
    const expected = [['a.avi', 'a.gps'], ['a.mp4'], ['a.png']];
    t.strictSame(summary(files).recordings, expected);
    t.strictSame(summary(files.toReversed()).recordings, expected);
  },
);

t.test('without a video, sound and photo are recordings of their own', async (t) => {
  const files = ['a.wav', 'a.jpg', 'a.txt'].map((path) => cardFile(path));
  t.strictSame(summary(files).recordings, [['a.jpg', 'a.txt'], ['a.wav']]);
});

t.test('whatever stays is named with the reason', async (t) => {
  const kinds = ['fifo', 'socket', 'device', 'other_filesystem', 'too_deep', 'unreadable'] as const;
  const files = [
    ...kinds.map((kind) => cardFile(`${kind}.mp4`, { kind })),
    cardFile('link.mp4', { kind: 'symlink' }),
    cardFile('System Volume Information/x.mp4'),
    cardFile('a.THM'),
    cardFile('._a.mp4'),
    cardFile('program.exe'),
    cardFile('readme'),
  ];
  const { recordings, ignored } = summary(files);
  t.strictSame(recordings, []);
  t.strictSame(ignored, {
    ...Object.fromEntries(kinds.map((kind) => [`${kind}.mp4`, kind])),
    'link.mp4': 'symbolic_link',
    'System Volume Information/x.mp4': 'system_file',
    'a.THM': 'system_file',
    '._a.mp4': 'system_file',
    'program.exe': 'not_a_recording',
    readme: 'not_a_recording',
  });
});

t.test('markers are neither recordings nor sidecars', async (t) => {
  const files = ['id.TXT', 'LOG/1.txt', 'id.mp4', 'station_bind.ini'].map((path) => cardFile(path));
  t.strictSame(summary(files, profileOf('marker-id-txt')), {
    recordings: [['id.mp4']],
    ignored: { 'id.TXT': 'marker_file', 'LOG/1.txt': 'marker_file', 'station_bind.ini': 'marker_file' },
  });
});

t.test('the DCIM profile takes media below DCIM only, and names the rest', async (t) => {
  const files = ['dcim/100/a.mp4', 'other/b.mp4'].map((path) => cardFile(path));
  t.strictSame(summary(files, dcim), {
    recordings: [['dcim/100/a.mp4']],
    ignored: { 'other/b.mp4': 'not_a_recording' },
  });
});

t.test('two names that differ only in broken bytes are not one recording’s', async (t) => {
  const named = (byte: number, extension: string) =>
    Buffer.concat([Buffer.from([byte]), Buffer.from(extension)]);
  const files = [cardFile(named(0xc0, '.mp4')), cardFile(named(0xe0, '.gps'))];
  const { recordings, ignored } = recordingsOf(files, generic);
  t.strictSame([recordings[0]?.sidecars, ignored[0]?.reason], [[], 'sidecar_without_recording']);
});
