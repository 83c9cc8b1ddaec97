import { execFileSync } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { BoundedLines, longestLine } from '../../src/tagging/bounded-lines.ts';
import { probeFile } from '../../src/tagging/probe-file.ts';
import { withTracks } from '../viewing/tracks.ts';

/** Two seconds of picture and sound, as a recorder's firmware writes them, or with what ffmpeg adds. */
function record(path: string, ...more: readonly string[]): string {
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=64x48:rate=5', '-f', 'lavfi', '-i', 'sine=440'];
  const codecs = ['-t', '2', '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'];
  const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'];
  execFileSync('ffmpeg', [...quiet, ...picture, ...codecs, ...more, path]);
  return path;
}

t.test('one look at a real file tells container, streams, times and texts', async (t) => {
  const path = record(
    join(t.testdir(), 'a.mp4'),
    ...['-metadata', 'creation_time=2026-09-02T10:01:18Z', '-metadata:s:v', 'handler_name=Recorder'],
  );
  const probe = await probeFile(path);
  t.match(probe, {
    durationMs: 2_000,
    facts: {
      ...{
        fault: null,
        container: /^mov/,
        durationMs: 2_000,
        created: '2026-09-02T10:01:18Z',
        streamCount: 2,
      },
      streams: [
        {
          kind: 'video',
          codec: 'h264',
          tag: 'avc1',
          width: 64,
          height: 48,
          frameRate: '5/1',
          durationMs: 2_000,
        },
        { kind: 'audio', codec: 'aac', sampleRate: 44_100, channels: 1 },
      ],
    },
    tags: { file: { encoder: /^Lavf/ }, streams: [{ handler_name: 'Recorder' }] },
  });
});

t.test('a file that broke off, and one that is none, say what they are', async (t) => {
  const folder = t.testdir();
  const path = record(join(folder, 'a.mp4'));
  truncateSync(path, Math.floor(readFileSync(path).length / 2));
  t.match(await probeFile(path), { durationMs: null, facts: { fault: 'no_index', streams: [] } });
  writeFileSync(join(folder, 'b.mp4'), 'not a video');
  t.match((await probeFile(join(folder, 'b.mp4')))?.facts.fault, /no_index|unreadable/);
  writeFileSync(join(folder, 'c.mp4'), '#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n');
  t.match(await probeFile(join(folder, 'c.mp4')), { facts: { container: null } }, 'no playlist is followed');
});

t.test('thousands of streams are refused at once, megabytes of text are cut', async (t) => {
  const folder = t.testdir();
  const path = record(join(folder, 'a.mp4'), '-fflags', '+bitexact');
  writeFileSync(join(folder, 'many.mp4'), withTracks(readFileSync(path), 5_000));
  t.match(await probeFile(join(folder, 'many.mp4')), {
    facts: { fault: 'too_many_streams', streamCount: 1_000 },
  });
  const huge = 'x\u0007\u202e'.repeat(300_000);
  writeFileSync(join(folder, 'text.txt'), `;FFMETADATA1\ncomment=${huge}\nencoder=ACME\n`);
  const loud = join(folder, 'loud.mkv');
  execFileSync('ffmpeg', [
    ...['-hide_banner', '-loglevel', 'error', '-nostdin', '-i', path, '-i', join(folder, 'text.txt')],
    ...['-map_metadata', '1', '-c', 'copy', loud],
  ]);
  const probe = await probeFile(loud);
  t.match(probe?.facts, { fault: null, container: /^matroska/, streamCount: 2 });
  for (const text of Object.values(probe?.tags.file ?? {})) t.ok(text.length <= 300);
});

t.test('a line is kept up to its bound, however it comes', async (t) => {
  const lines: string[] = [];
  const bounded = new BoundedLines((line) => lines.push(line));
  for (const piece of ['a\nb', 'c\n', `${'x'.repeat(100_000)}`, `${'x'.repeat(100_000)}\nd\n\ne`])
    bounded.feed(piece);
  bounded.end();
  t.same(lines, ['a', 'bc', 'x'.repeat(longestLine), 'd', 'e']);
});
