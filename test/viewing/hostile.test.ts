import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { confinementHere, unconfined } from '../../src/confinement.ts';
import { probeFile } from '../../src/tagging/probe-file.ts';
import { boundsOf, type RunBounds } from '../../src/viewing/bounds.ts';
import type { Making } from '../../src/viewing/plan.ts';
import { processTree } from '../../src/viewing/process-tree.ts';
import { runFfmpeg } from '../../src/viewing/run-ffmpeg.ts';
import { until } from '../support/until.ts';
import { ffmpeg, h264, picture, recording, tone } from './samples.ts';
import { withTracks } from './tracks.ts';
import { copyOf, dropCopy, type MakeOptions } from './workshop.ts';

const folder = mkdtempSync(join(tmpdir(), 'docket-hostile-'));
t.teardown(() => rmSync(folder, { recursive: true }));
const film = recording(folder, 'film.mp4', 4);
const at = (name: string): string => join(folder, name);

function written(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content);
  return at(name);
}

async function became(path: string, options: MakeOptions = {}) {
  const outcome = await copyOf(path, options);
  t.teardown(() => dropCopy(outcome));
  return outcome;
}

t.test('a recording that breaks off is watched as far as it goes, and says that it is shorter', async (t) => {
  ffmpeg('-i', film, '-c', 'copy', '-movflags', '+faststart', at('broken.mp4'));
  truncateSync(at('broken.mp4'), Math.floor(readFileSync(at('broken.mp4')).length * 0.6));
  const outcome = await became(at('broken.mp4'));
  t.match(outcome, { is: 'made', data: { originalMs: 4_000 } });
  if (outcome.is === 'made') t.ok((outcome.data.durationMs ?? 0) < 3_900);
});

t.test('empty, cut before its index, no recording at all: nothing is run, and it says why', async (t) => {
  truncateSync(recording(folder, 'headless.mp4', 1), 3_000);
  for (const [path, because] of [
    [written('empty.mp4', ''), 'no_index'],
    [at('headless.mp4'), 'no_index'],
    [written('text.mp4', 'not a video'), 'no_index'],
    [written('many.mp4', withTracks(readFileSync(film), 20_000)), 'too_many_streams'],
  ] as const) {
    const outcome = await became(path);
    const expected = because === 'no_index' ? /no_index|unreadable/ : because;
    t.match(outcome, { is: 'failed', data: { because: expected, tries: 0, ffmpeg: null } }, path);
  }
});

t.test('what it is is found out by looking, not by its name', async (t) => {
  ffmpeg(...picture('640x480', 1), '-frames:v', '1', at('still.jpg'));
  t.match(await became(written('picture.mp4', readFileSync(at('still.jpg')))), {
    is: 'made',
    data: { how: 'still', name: 'copy.jpg' },
  });
  t.match(await became(written('film.jpg', readFileSync(film))), { is: 'made', data: { how: 'transcoded' } });
});

t.test(
  'a playlist or script that names a file or an address is not followed, whatever it is called',
  async (t) => {
    const secret = written('secret.mp4', readFileSync(film));
    const facts = (await probeFile(film))?.facts;
    if (facts === undefined) throw new Error('no ffprobe here');
    for (const [name, text] of [
      ['hls', `#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:4,\nfile://${secret}\n#EXT-X-ENDLIST\n`],
      ['remote', '#EXTM3U\n#EXTINF:4,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n'],
      ['concat', `ffconcat version 1.0\nfile '${secret}'\n`],
      ['sdp', 'v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n'],
      [
        'dash',
        `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><BaseURL>${secret}</BaseURL></MPD>`,
      ],
    ] as const) {
      const path = written(`${name}.mp4`, text);
      t.match(await became(path), { is: 'failed', data: { tries: 0 } }, name);
      // Even were the probe wrong: ffmpeg opens it as what the probe said and as nothing else.
      for (const confinement of [(await confinementHere()).confinement, unconfined])
        t.match(
          await became(path, { facts, confinement }),
          { is: 'failed', data: { because: 'ffmpeg_failed' } },
          name,
        );
    }
  },
);

t.test('a picture of 20,000 by 20,000 is not decoded, whether the probe knows it or not', async (t) => {
  ffmpeg(...picture('320x240', 1), '-frames:v', '1', at('small.jpg'));
  const bytes = readFileSync(at('small.jpg'));
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(20_000, frame + 5);
  bytes.writeUInt16BE(20_000, frame + 7);
  const huge = written('huge.jpg', bytes);
  t.match(await became(huge), { is: 'failed', data: { because: 'unreadable', tries: 0 } });
  const facts = (await probeFile(at('small.jpg')))?.facts;
  if (facts === undefined) throw new Error('no ffprobe here');
  t.match(await became(huge, { facts }), {
    is: 'failed',
    data: { because: /ffmpeg_failed|nothing_decoded/ },
  });
});

t.test('eight hours are eight hours', async (t) => {
  const slow = [...picture('64x64', '1/10'), '-t', '28800', ...h264, at('shift.mp4')];
  const outcome = await became(ffmpeg(...slow));
  t.match(outcome, { is: 'made', data: { originalMs: 28_800_000 } });
  if (outcome.is === 'made') t.ok(Math.abs((outcome.data.durationMs ?? 0) - 28_800_000) <= 200);
});

t.test(
  'names full of quotes and per cent signs mean nothing to ffmpeg, behind the wall or without it',
  async (t) => {
    const place = at(`%d 'a" [b];c,%05d \\`);
    mkdirSync(place);
    const path = join(place, `'%03d".mp4`);
    writeFileSync(path, readFileSync(film));
    writeFileSync(join(place, `'%03d".jpg`), readFileSync(at('still.jpg')));
    for (const confinement of [(await confinementHere()).confinement, unconfined]) {
      t.match(await became(path, { confinement }), { is: 'made' });
      t.match(await became(join(place, `'%03d".jpg`), { confinement }), {
        is: 'made',
        data: { how: 'still' },
      });
    }
  },
);

const endless: Making = {
  ...{ does: 'sound', demuxer: 'wav', durationMs: null },
  sound: { at: 0, does: 'encode' },
};

/** Runs something that would go on for a day, within these bounds. */
async function bounded(changed: Partial<RunBounds>) {
  const output = mkdtempSync(join(folder, 'run-'));
  const source = ['-v', 'error', '-nostdin', '-progress', 'pipe:2', '-f', 'wav'];
  const wav = ffmpeg(...tone, '-t', '1', at('tone.wav'));
  const running = runFfmpeg({
    run: {
      input: ['-stream_loop', '-1', ...source],
      outputs: [{ options: ['-t', '86400', '-c:a', 'pcm_s16le', '-f', 'mov'], file: 'copy.mov' }],
    },
    ...{ confinement: (await confinementHere()).confinement, input: wav, output, font: null },
    bounds: { ...boundsOf(endless, 88_000, 2), ...changed },
    durationMs: null,
  });
  return { running, output };
}

t.test('an endless sound runs against its bounds, and is not tried again', async (t) => {
  const large = await bounded({ fileBytes: 1_000_000 });
  t.match(await large.running.ended, { because: 'out_of_room' });
  const [size = 0] = readdirSync(large.output).map((name) => readFileSync(join(large.output, name)).length);
  t.ok(size <= 1_000_000);
  const long = await bounded({ seconds: 1, fileBytes: 1e12 });
  t.match(await long.running.ended, { because: 'out_of_time' });
});

/** The states of all ffmpegs that this test has started, as the kernel has them: `T` is held. */
function states(): readonly string[] {
  return processTree(process.pid).flatMap((pid) => {
    try {
      const [, name, state] = /^\d+ \((.*)\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      return name === 'ffmpeg' && state !== undefined ? [state] : [];
    } catch {
      return [];
    }
  });
}

t.test('held every process of it stands still, and stopped it is gone', async (t) => {
  const { running } = await bounded({ fileBytes: 1e12 });
  await until('it runs', () => states().length > 0);
  running.hold();
  await until('it stands still', () => states().every((state) => state === 'T'));
  running.goOn();
  await until('it goes on', () => states().some((state) => state !== 'T'));
  running.hold();
  running.stop();
  t.equal(await running.ended, 'stopped');
  await until('it is gone', () => states().length === 0);
});

t.test('told to stop before it has begun it does not begin', async (t) => {
  const { running } = await bounded({ fileBytes: 1e12 });
  running.stop();
  t.equal(await running.ended, 'stopped');
});
