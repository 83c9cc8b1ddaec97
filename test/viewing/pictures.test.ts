import fc from 'fast-check';
import t from 'tap';
import { Progress } from '../../src/viewing/progress.ts';
import { storyboardOf, storyboardTimes } from '../../src/viewing/storyboard.ts';
import { Loudness, waveformPicture } from '../../src/viewing/waveform.ts';

t.test('a storyboard covers every length with at most a hundred pictures', async (t) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 26 * 3_600_000 }), (durationMs) => {
      const { everySeconds, columns, rows, count, posterSeconds } = storyboardOf(durationMs, true);
      const covers = (count + 0.25) * everySeconds * 1_000 >= durationMs;
      const fits = columns * rows >= count && columns * (rows - 1) < count && count <= 100;
      return covers && fits && posterSeconds * 1_000 <= durationMs;
    }),
  );
  t.same(storyboardOf(12_021, true), {
    ...{ everySeconds: 2, count: 6, columns: 6, rows: 1, keyed: true, posterSeconds: 1 },
  });
});

t.test('its times are WebVTT without gaps, each with its place in the picture', async (t) => {
  const board = storyboardOf(3_723_500, true);
  const text = storyboardTimes(board, 3_723_500, 'storyboard.jpg');
  t.match(text, /^WEBVTT\n\n00:00:00\.000 --> 00:00:38\.000\nstoryboard\.jpg#xywh=0,0,160,90\n\n/);
  t.match(text, /00:06:20\.000 --> 00:06:58\.000\nstoryboard\.jpg#xywh=0,90,160,90\n/, 'the second row');
  t.match(text, /--> 01:02:03\.500\nstoryboard\.jpg#xywh=\d+,\d+,160,90\n$/);
});

t.test('of loudness, however long, the loudest of each stretch is kept', async (t) => {
  const loudness = new Loudness();
  for (let i = 0; i < 300_000; i++) {
    loudness.line(`frame:${i}    pts:${i * 4_410}    pts_time:${i / 10}`);
    loudness.line(`lavfi.r128.M=${i === 150_000 ? '-6.0' : '-120.691'}`);
  }
  const points = loudness.points();
  t.ok(points.length > 250 && points.length <= 1_000, String(points.length));
  t.equal(Math.max(...points), 0.9, 'one cry in eight hours is seen');
  t.equal(points.filter((one) => one > 0).length, 1);
  const picture = waveformPicture(points);
  t.match(picture, /^<svg [^>]*><path [^>]*\/><\/svg>\n$/);
});

t.test('lines that are none, silence without end and nothing at all make a picture too', async (t) => {
  const loudness = new Loudness();
  for (const line of ['', 'lavfi.r128.M=', 'lavfi.r128.M=nan', 'lavfi.r128.M=-inf', 'lavfi.r128.M=9e9', 'x'])
    loudness.line(line);
  t.same(loudness.points(), [0, 0]);
  t.match(waveformPicture([]), /<svg/);
});

t.test(
  'progress is a percentage of the original that never goes back, and no word of ffmpeg is lost in it',
  async (t) => {
    const progress = new Progress(10_000);
    t.equal(progress.percent, null);
    t.equal(progress.line('out_time_us=2500000'), true);
    t.equal(progress.percent, 25);
    t.equal(progress.line('out_time_us=1000000'), true);
    t.equal(progress.percent, 25);
    t.equal(progress.line('out_time_us=99000000'), true);
    t.equal(progress.percent, 100);
    for (const line of [
      'out_time_us=N/A',
      'bitrate=  12.3kbits/s',
      'stream_0_0_q=28.0',
      'progress=continue',
      'speed= 3x',
    ])
      t.equal(progress.line(line), true, line);
    for (const line of ['[mov @ 0x1] moov atom not found', 'Error while decoding stream #0:0', 'A=b c'])
      t.equal(progress.line(line), false, line);
    t.equal(new Progress(null).percent, null);
  },
);
