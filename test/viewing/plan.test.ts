import fc from 'fast-check';
import t from 'tap';
import type { ProbedStream } from '../../src/custody/entry-kinds.ts';
import { type Original, planOf } from '../../src/viewing/plan.ts';
import { settingsDigest, type ViewingSettings } from '../../src/viewing/settings.ts';

const burnt: ViewingSettings = { height: 720, mark: 'burnt', encoder: 'software' };
const laidOver: ViewingSettings = { ...burnt, mark: 'laid_over' };

const unsaid: ProbedStream = {
  ...{ kind: 'video', codec: null, profile: null, tag: null, pixelFormat: null, width: null, height: null },
  ...{ rotation: null, frameRate: null, baseFrameRate: null, sampleRate: null, channels: null },
  ...{ bitRate: null, startMs: null, durationMs: null, frames: null },
};
const h264: ProbedStream = {
  ...unsaid,
  ...{ codec: 'h264', profile: 'High', pixelFormat: 'yuv420p', width: 1_920, height: 1_080 },
};
const hevc: ProbedStream = { ...h264, codec: 'hevc', profile: 'Main' };
const aac: ProbedStream = {
  ...unsaid,
  ...{ kind: 'audio', codec: 'aac', profile: 'LC', channels: 1, sampleRate: 16_000 },
};
const pcm: ProbedStream = { ...aac, codec: 'pcm_alaw', profile: null };

const mov = 'mov,mp4,m4a,3gp,3g2,mj2';

function original(
  container: string | null,
  streams: readonly ProbedStream[],
  more: Partial<Original> = {},
): Original {
  return { fault: null, container, durationMs: 60_000, streamCount: streams.length, streams, ...more };
}

t.test(
  'what a browser plays already is only put into another container, where nothing is burnt in',
  async (t) => {
    t.match(planOf(original('mpegts', [h264, aac]), laidOver), {
      ...{ does: 'film', demuxer: 'mpegts' },
      picture: { does: 'copy' },
      sound: { does: 'copy' },
    });
    t.match(planOf(original(mov, [h264, pcm]), laidOver), {
      picture: { does: 'copy' },
      sound: { does: 'encode' },
    });
    t.match(planOf(original(mov, [h264, aac]), burnt), {
      picture: { does: 'encode' },
      sound: { does: 'encode' },
    });
    for (const [why, stream, container] of [
      ['H.265', hevc, mov],
      ['10 bits', { ...h264, profile: 'High 10', pixelFormat: 'yuv420p10le' }, mov],
      ['no times in AVI', h264, 'avi'],
      ['a raw stream', h264, 'h264'],
      ['wider than decoders take', { ...h264, width: 7_680 }, mov],
    ] as const)
      t.match(planOf(original(container, [stream]), laidOver), { picture: { does: 'encode' } }, why);
  },
);

t.test('the main picture is the largest one, and a cover is none', async (t) => {
  const small = { ...h264, width: 640, height: 360 };
  t.match(planOf(original(mov, [small, aac, hevc]), burnt), { picture: { at: 1 }, sound: { at: 0 } });
  const cover = { ...h264, codec: 'mjpeg' };
  t.match(planOf(original('mp3', [aac, cover]), burnt), { does: 'sound' });
  t.match(planOf(original(mov, [{ ...h264, codec: 'png' }, aac]), burnt), {
    does: 'sound',
    sound: { does: 'copy' },
  });
  t.match(planOf(original('jpeg_pipe', [cover], { durationMs: null }), burnt), { does: 'still' });
});

t.test('what cannot be looked at says why', async (t) => {
  const huge = { ...h264, width: 20_000, height: 20_000 };
  for (const [because, one] of [
    ['no_index', original(mov, [], { fault: 'no_index' })],
    ['too_many_streams', original(mov, [], { fault: 'too_many_streams' })],
    ['unreadable', original(null, [])],
    ['unreadable', original('hls', [h264])],
    ['unreadable', original('concat', [h264])],
    ['nothing_to_show', original(mov, [{ ...unsaid, kind: 'data' }])],
    ['nothing_to_show', original('png_pipe', [])],
    ['too_many_pixels', original(mov, [huge])],
    ['too_many_pixels', original('jpeg_pipe', [huge])],
    ['too_long', original('wav', [pcm], { durationMs: 40 * 3_600_000 })],
  ] as const)
    t.same(planOf(one, burnt), { does: 'nothing', because }, because);
});

t.test(
  'whatever a probe says, a plan opens the original with one demuxer of those that recorders write',
  async (t) => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(mov, 'avi', 'hls', 'concat', 'matroska,webm', 'image2'),
    );
    fc.assert(
      fc.property(word, fc.array(fc.constantFrom(h264, hevc, aac, pcm, unsaid)), (container, streams) => {
        const plan = planOf(original(container, streams), laidOver);
        return plan.does === 'nothing' || /^[a-z0-9_]+$/.test(plan.demuxer);
      }),
    );
    t.pass();
  },
);

t.test('settings that give other copies have another name', async (t) => {
  const names = [burnt, laidOver, { ...burnt, height: 480 }].map(settingsDigest);
  t.equal(new Set(names).size, 3);
  t.equal(settingsDigest({ ...burnt }), names[0]);
});
