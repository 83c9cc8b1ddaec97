import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { unconfined } from '../../src/confinement.ts';
import { labSamples, madeSample } from '../labs/viewing/lab-samples.ts';
import { ffmpeg, h264, picture, tone } from './samples.ts';
import { copyOf, dropCopy, type MakeOptions } from './workshop.ts';

const folder = mkdtempSync(join(tmpdir(), 'docket-made-'));
t.teardown(() => rmSync(folder, { recursive: true }));

function lab(name: string): string {
  const sample = labSamples.find((one) => one.name === name);
  if (sample === undefined) throw new RangeError(name);
  return madeSample(folder, sample);
}

async function made(path: string, options: MakeOptions = {}) {
  const outcome = await copyOf(path, options);
  t.teardown(() => dropCopy(outcome));
  if (outcome.is !== 'made') throw new Error(JSON.stringify(outcome));
  return { data: outcome.data, file: (name: string) => join(outcome.folder, name) };
}

/** One value a packet or frame, as ffprobe prints it. */
function asked(path: string, ...entries: readonly string[]): readonly string[] {
  const args = ['-v', 'error', '-select_streams', 'v', ...entries, '-of', 'csv=p=0', path];
  return execFileSync('ffprobe', args, { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.replace(/,.*$/, ''));
}

const times = (path: string): readonly number[] =>
  asked(path, '-show_entries', 'packet=pts_time')
    .map(Number)
    .toSorted((a, b) => a - b);

t.test('each frame keeps its time, however uneven they come', async (t) => {
  const path = lab('vfr.mp4');
  const { data, file } = await made(path);
  const [before, after] = [times(path), times(file(data.name))];
  t.equal(after.length, before.length);
  for (const [i, time] of before.entries()) t.ok(Math.abs((after[i] ?? 9) - time) < 0.001, `frame ${i}`);
});

t.test('a key frame every two seconds, its index in front, and a storyboard of all of it', async (t) => {
  const path = ffmpeg(...picture('320x240', 10), ...tone, '-t', '7', ...h264, join(folder, 'seven.mp4'));
  const { data, file } = await made(path);
  const keys = asked(file(data.name), '-skip_frame', 'nokey', '-show_entries', 'frame=pts_time').map(Number);
  for (const time of [0, 2, 4, 6])
    t.ok(
      keys.some((one) => Math.abs(one - time) < 0.05),
      `${time} s`,
    );
  const bytes = readFileSync(file(data.name));
  t.ok(bytes.indexOf('moov') < bytes.indexOf('mdat'), 'a browser can begin at once');
  const cues = readFileSync(file('storyboard.vtt'), 'utf8').match(/-->/g)?.length;
  t.equal(cues, 4);
  t.same(asked(file('storyboard.jpg'), '-show_entries', 'stream=width'), ['640']);
  t.match(readFileSync(file('waveform.svg'), 'utf8'), /^<svg/);
});

t.test('what was held upright is seen upright, films and stills', async (t) => {
  const film = await made(lab('turned.mov'), { settings: { height: 240 } });
  t.match(film.data, { width: 240, height: 320 });
  const still = ffmpeg(...picture('640x480', 1), '-frames:v', '1', join(folder, 'upright.jpg'));
  execFileSync('exiftool', ['-q', '-overwrite_original', '-n', '-Orientation=6', still]);
  t.match((await made(still)).data, { how: 'still', width: 480, height: 640 });
  t.match((await made(lab('anamorphic.ts'))).data, { width: 1_024, height: 576 }, 'its pixels become square');
});

t.test('sound that begins later begins later, and without a wall it is the same copy', async (t) => {
  const path = lab('late.mp4');
  const { data } = await made(path);
  t.ok(Math.abs((data.durationMs ?? 0) - 2_000) <= 200);
  const bare = await made(path, { confinement: unconfined });
  t.same(bare.data.confinement, ['nice']);
  t.equal(bare.data.sha256, data.sha256);
});

t.test('streams that a browser would stumble over are not taken over as they are', async (t) => {
  const settings = { mark: 'laid_over' } as const;
  t.match((await made(lab('plain.ts'), { settings })).data, { how: 'remuxed', tries: 1 });
  t.match((await made(lab('noise.mp4'), { settings })).data, { how: 'transcoded', tries: 2 });
});

t.test('what the usual setting cannot do is tried with the safer one', async (t) => {
  // The probe is made to promise what a copy of the streams cannot hold: PCM in MP4.
  const path = lab('alaw.mov');
  const sound = { kind: 'audio', codec: 'aac', profile: 'LC', channels: 1, sampleRate: 8_000 };
  const film = {
    kind: 'video',
    codec: 'h264',
    profile: 'High',
    pixelFormat: 'yuv420p',
    width: 320,
    height: 240,
  };
  const unsaid = {
    ...{ tag: null, rotation: null, frameRate: null, baseFrameRate: null, bitRate: null, frames: null },
    ...{ startMs: null, durationMs: null, profile: null, pixelFormat: null, width: null, height: null },
    ...{ channels: null, sampleRate: null },
  };
  const facts = {
    ...{ fault: null, container: 'mov', durationMs: 2_000, streamCount: 2 },
    streams: [
      { ...unsaid, ...film },
      { ...unsaid, ...sound },
    ],
  };
  const { data } = await made(path, { settings: { mark: 'laid_over' }, facts });
  t.match(data, { how: 'transcoded', tries: 2 });
});
