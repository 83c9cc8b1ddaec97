import t from 'tap';
import { codes, only, running, type Said, stretch } from './recordings.ts';

const small = {
  streams: [
    { width: 854, height: 480 },
    { kind: 'audio', codec: 'aac', sampleRate: 16_000, channels: 1 },
  ],
};
const rate = (frameRate: string) => ({ streams: [{ frameRate, baseFrameRate: frameRate }] });

function but(at: number, more: Partial<Said>, many = 6, all: Partial<Said> = {}) {
  return stretch(...running(many, all).map((one, i) => (i === at ? { ...one, ...more } : one)));
}

t.test('one that was written otherwise than those before and after it', async (t) => {
  t.match(only(but(3, small)), [
    {
      ...{ code: 'settings_differ', evidence: ['E4'] },
      facts: {
        own: 'mov; h264 High 854x480 yuv420p; aac 16000 Hz 1 ch; 25 fps',
        others: 'mov; h264 High 1920x1080 yuv420p; aac 16000 Hz 1 ch; 25 fps',
        count: 5,
      },
    },
  ]);
  t.same(codes(but(0, small)), ['settings_differ E1'], 'at the edge, since the recorder ran on');
  t.same(codes(but(1, small, 3)), [], 'two neighbours make no habit');
});

t.test('a change that lasts is the recorder’s', async (t) => {
  const changed = running(8).map((one, i) => (i < 4 ? one : { ...one, ...small }));
  t.same(codes(stretch(...changed)), []);
  const last = running(4);
  const stopped = { at: '11:30:00', ...small, session: 'S2' };
  t.same(codes(stretch(...last, stopped)), [], 'the first one after it');
});

t.test('frames that are dropped in the dark are no other setting', async (t) => {
  t.same(codes(but(3, rate('23/1'), 6, rate('25/1'))), []);
  t.same(codes(but(3, rate('12/1'), 6, rate('25/1'))), ['settings_differ E4']);
  const uneven = running(6).map((one, i) => ({ ...one, ...rate(`${20 + i}/1`) }));
  t.same(codes(stretch(...uneven)), []);
});

t.test('another writer’s name in the container', async (t) => {
  const tags = { file: { encoder: 'DVR 2.1' }, streams: [{ handler_name: 'DVR' }] };
  t.match(only(but(2, { tags: { file: { encoder: 'x264 muxer' }, streams: [] } }, 6, { tags })), [
    { wording: 'writer_differs', said: 'x264 muxer / DVR 2.1, DVR', facts: { count: 5 } },
  ]);
  const lavf = { tags: { file: { encoder: 'Lavf61.7.100' }, streams: [] } };
  t.same(codes(but(2, lavf, 6, { tags })), ['edited E3'], 'an editor’s mark says it already');
  t.same(codes(but(2, { tags: null }, 6, { tags })), [], 'what was said has been erased');
});
