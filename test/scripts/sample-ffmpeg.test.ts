import t from 'tap';
import { sampleArguments } from '../../scripts/lib/sample-ffmpeg.ts';
import type { SampleContent, SampleFile } from '../../scripts/lib/sample-plan.ts';

const start = Temporal.ZonedDateTime.from('2026-09-02T18:01:18+08:00[Asia/Shanghai]');
const file = (content: SampleContent): SampleFile => ({ path: 'a.mp4', start, seconds: 3, content });
const video = file({
  is: 'video',
  codec: 'h265',
  position: { latitude: -5.5, longitude: 116.4074 },
  cut: false,
});

t.test('the container carries time in UTC and position as QuickTime writes it', async (t) => {
  const args = sampleArguments(video, 'out.mov', null) ?? [];
  t.ok(args.includes('creation_time=2026-09-02T10:01:18Z'));
  t.ok(args.includes('location=-05.5000+116.4074/'));
  t.ok(args.includes('libx265'));
  t.equal(args.at(-1), 'out.mov');
});

t.test('the clock is burnt in only where there is a font, in local time', async (t) => {
  t.notOk(sampleArguments(video, 'o', null)?.includes('-vf'));
  const local = Temporal.Instant.from('2026-09-02T18:01:18Z').epochMilliseconds / 1000;
  t.match(sampleArguments(video, 'o', '/f.ttf')?.join(' '), `gmtime\\:${local}`);
});

t.test('as from a recorder, nothing in a file names the program that made it', async (t) => {
  const all = [video, file({ is: 'sound' })].map((one) => sampleArguments(one, 'o', null)?.join(' '));
  for (const args of all) t.match(args, /-fflags \+bitexact/);
  t.match(all[0], /-metadata:s:v encoder=H\.265/);
});

t.test('a text needs no ffmpeg', async (t) => {
  t.equal(sampleArguments(file({ is: 'text', text: 'x' }), 'o', null), null);
});
