import { execFile } from 'node:child_process';
import { createReadStream, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import t from 'tap';
import { askExiftool } from '../../src/tagging/location/ask-exiftool.ts';
import { readSidecar } from '../../src/tagging/location/read-sidecar.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../../scripts/make-sample-cards.ts', import.meta.url));

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
}

async function streams(file: string): Promise<string> {
  const asked = ['-v', 'error', '-show_entries', 'stream=codec_name', '-of', 'csv=p=0', file];
  return (await run('ffprobe', asked)).stdout.trim().replaceAll('\n', ' ');
}

t.test('the two cards hold what recorders hold', async (t) => {
  const folder = t.testdir({});
  await run(process.execPath, [script, folder]);
  const files = filesBelow(folder);
  const one = (end: RegExp): string => files.find((path) => end.test(path)) ?? `no ${end}`;

  t.strictSame(readdirSync(folder).sort(), ['01', '02']);
  t.equal(files.length, 11);
  t.equal(await streams(one(/_0001\.mp4$/)), 'h264 aac');
  t.equal(await streams(one(/\.wav$/)), 'pcm_s16le');
  const never = new AbortController().signal;
  const { container } = (await askExiftool(one(/\.mov$/), never)) ?? {};
  // The container keeps degrees in steps of 1/65536.
  t.ok(Math.abs((container?.longitude ?? 0) - 116.4074) < 2e-5, 'the longitude stands in the container');
  t.ok(Math.abs((container?.latitude ?? 0) - 39.9042) < 2e-5, 'and the latitude');
  const walk = await readSidecar(createReadStream(one(/\.nmea$/)));
  t.match(walk, { source: 'nmea', fixes: { length: 5 }, badSums: 0, malformed: 0 });
  // Their names say when they were recorded, which for one of them is shortly before now.
  const [whole, cut, ...more] = (
    await Promise.allSettled(files.filter((path) => /DSJ_.*\.mp4$/.test(path)).map(streams))
  ).toSorted((a, b) => (a.status < b.status ? -1 : 1));
  t.match(whole, { status: 'fulfilled', value: 'hevc aac' });
  t.match(cut, { status: 'rejected', reason: /moov atom not found/ });
  t.same(more, []);
  t.ok(files.reduce((sum, path) => sum + statSync(path).size, 0) < 30 * 1024 * 1024);
});

t.test(
  'the time of a file is the end of what its name says, and a card that is there is left alone',
  async (t) => {
    const folder = t.testdir({});
    mkdirSync(join(folder, '02'));
    const { stderr } = await run(process.execPath, [script, folder]);
    t.match(stderr, join(folder, '02'));
    t.strictSame(readdirSync(join(folder, '02')), []);
    for (const path of filesBelow(join(folder, '01'))) {
      const [, stamp = ''] = /_(\d{14})/.exec(path) ?? [];
      const iso = stamp.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6');
      const start = Temporal.PlainDateTime.from(iso).toZonedDateTime('Asia/Shanghai').epochMilliseconds;
      const seconds = /_IMP/.test(path) ? 4 : 5;
      t.equal(statSync(path).mtimeMs, start + seconds * 1000, path);
    }
  },
);

t.test('without a folder it says how it is used', async (t) => {
  await t.rejects(run(process.execPath, [script]), { code: 2, stderr: /usage/ });
});
