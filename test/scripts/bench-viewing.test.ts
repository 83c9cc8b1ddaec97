import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { removeFolder } from '../../scripts/lib/bench/contenders.ts';
import { machineWith } from '../../scripts/lib/bench/machine.ts';
import { benchViewing, type ViewingResult } from '../../scripts/lib/bench/viewing.ts';
import { viewingReport, viewingVerdicts } from '../../scripts/lib/bench/viewing-report.ts';

t.test('a copy is made beside plain ffmpeg, a card docked without and beside the queue', async (t) => {
  // Short: the daemon's socket lies in it.
  const folder = mkdtempSync(join(tmpdir(), 'docket-view-'));
  t.teardown(() => removeFolder(folder));
  const wish = { folder, seconds: 2, cardBytes: 200_000, rounds: 1, say: () => undefined };
  const { rounds, confinement } = await benchViewing(wish);
  t.ok(confinement.includes('nice'));
  for (const { docket, plain, copyAlone, without, beside } of rounds) {
    for (const { wallSeconds, cpuSeconds } of [docket, plain, copyAlone])
      t.ok(wallSeconds > 0 && cpuSeconds > 0);
    t.match(
      [without, beside],
      [
        { recorders: 1, dockings: { length: 1 } },
        { recorders: 1, dockings: { length: 1 } },
      ],
    );
    t.equal(without.bytes, 200_000);
  }
  t.equal(readdirSync(folder).length, 2, 'film and card stay for the next run');
});

t.test('each round is compared with itself', async (t) => {
  const crowd = (wallSeconds: number) => ({
    ...{ recorders: 1, bytes: 1, wallSeconds, cpuSeconds: 1, peakMebibytes: 1, diskSeconds: null },
    dockings: [wallSeconds],
  });
  const plain = { wallSeconds: 10, cpuSeconds: 20 };
  const result: ViewingResult = {
    ...{ benchmark: 'viewing', machine: machineWith(t.testdir()), seconds: 60, cardBytes: 2 ** 30 },
    confinement: ['bubblewrap', 'nice'],
    rounds: [
      {
        ...{ docket: { wallSeconds: 10.2, cpuSeconds: 22 }, plain, copyAlone: plain },
        ...{ without: crowd(2), beside: crowd(2.1) },
      },
    ],
  };
  t.match(viewingVerdicts(result), [
    { what: /^wall/, measured: { median: 1.02 }, reached: true },
    { what: /^CPU/, measured: { median: 1.1 }, reached: false },
    { what: /^ingest throughput/, reached: true },
  ]);
  t.match(viewingReport(result), '| plain ffmpeg, the same two command lines | 10 (10-10) | 20 (20-20) |');
});
