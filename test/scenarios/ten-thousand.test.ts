import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { gaName, longAgo, putFile } from '../support/cards.ts';
import { reportOf } from '../support/reports.ts';
import { soundStation } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';

t.test('10,000 small recordings are stored in a memory that does not grow with their number', async (t) => {
  const station = await testStation(t);
  const root = join(station.folder, 'card');
  const recordings = [];
  for (let i = 0; i < 10_000; i++) {
    recordings.push(await putFile(root, gaName(i), Buffer.from(`recording ${i}`), longAgo));
  }
  // What the process itself says of its memory as it ends.
  const look = join(station.folder, 'look.mjs');
  const told = join(station.folder, 'peak');
  writeFileSync(
    look,
    `import { writeFileSync } from 'node:fs';
     import { isMainThread } from 'node:worker_threads';
     if (isMainThread) process.on('exit', () => writeFileSync(${JSON.stringify(told)}, String(process.resourceUsage().maxRSS)));`,
  );
  const ran = await station.ingest(root, { env: { NODE_OPTIONS: `--import=${look}` } });
  t.equal(ran.code, 0, ran.stderr);
  t.match(reportOf(ran).summary, { stored: 10_000, failed: 0, deferred: 0 });
  const peakMebibytes = Number(readFileSync(told, 'utf8')) / 1024;
  t.comment(`peak ${Math.round(peakMebibytes)} MiB`);
  t.ok(peakMebibytes < 400, `${peakMebibytes} MiB`);
  t.same(await soundStation(station, [{ root, recordings }]), []);
});
