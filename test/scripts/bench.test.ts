import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import t from 'tap';
import { makeCard, recordingName, totalBytes } from '../../scripts/lib/bench/card.ts';
import { contenders, dockingSeconds, freshFolder, removeFolder } from '../../scripts/lib/bench/contenders.ts';
import { benchDock, type Crowd, type DockResult } from '../../scripts/lib/bench/dock.ts';
import { dockReport, dockVerdicts } from '../../scripts/lib/bench/dock-report.ts';
import type { IngestResult, Run } from '../../scripts/lib/bench/ingest.ts';
import { ingestReport, verdicts } from '../../scripts/lib/bench/ingest-report.ts';
import { busyDraft } from '../../scripts/lib/bench/ledger-entries.ts';
import { growTree, proofTimes } from '../../scripts/lib/bench/ledger-proofs.ts';
import { machineWith } from '../../scripts/lib/bench/machine.ts';
import { measure, parseTime } from '../../scripts/lib/bench/measure.ts';
import { percentile, ratios, reached, spread } from '../../scripts/lib/bench/statistics.ts';
import { figure, markdownTable } from '../../scripts/lib/bench/table.ts';
import type { VaultResult } from '../../scripts/lib/bench/vault.ts';
import { vaultReport, vaultVerdicts } from '../../scripts/lib/bench/vault-report.ts';
import { readWish } from '../../scripts/lib/bench/wish.ts';
import { makeLeaf } from '../../src/custody/leaf.ts';

t.test('the median is the middle number, of an even count the mean of the middle two', async (t) => {
  t.same(spread([3]), { min: 3, median: 3, max: 3 });
  t.same(spread([9, 1, 5]), { min: 1, median: 5, max: 9 });
  t.same(spread([4, 1, 2, 100]), { min: 1, median: 3, max: 100 });
  t.throws(() => spread([]));
  const numbers = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 });
  fc.assert(
    fc.property(numbers, (some) => {
      const { min, median, max } = spread(some);
      const atMost = some.filter((one) => one <= median).length;
      const atLeast = some.filter((one) => one >= median).length;
      return min <= median && median <= max && 2 * atMost >= some.length && 2 * atLeast >= some.length;
    }),
  );
});

t.test('a percentile is a number that was measured, the nearest one above its share', async (t) => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  t.equal(percentile(hundred, 0.5), 50);
  t.equal(percentile(hundred, 0.99), 99);
  t.equal(percentile(hundred, 1), 100);
  t.equal(percentile(hundred, 0), 1);
  t.equal(percentile([7], 0.99), 7);
  t.throws(() => percentile([], 0.5));
});

t.test('ratios are taken round by round, never between the sums', async (t) => {
  t.same(ratios([2, 30], [4, 10]), [0.5, 3]);
  t.throws(() => ratios([1, 2], [1]));
  t.equal(reached({ most: 0.6 }, spread([0.5, 0.6, 9])), true, 'the median counts');
  t.equal(reached({ most: 0.6 }, spread([0.1, 0.61, 0.7])), false);
  t.equal(reached({ least: 20_000 }, spread([19_999])), false);
  t.equal(reached({ least: 20_000 }, spread([20_000])), true);
});

t.test('tables are Markdown and figures keep three digits that count', async (t) => {
  t.equal(markdownTable(['way', 's'], [['a|b', '1']]), '| way | s |\n| --- | ---: |\n| a\\|b | 1 |');
  t.same([0.01234, 1.234, 12.34, 123.4, 1_234.5, 0, Number.NaN].map(figure), [
    ...['0.0123', '1.23', '12.3', '123', '1,235', '0', '-'],
  ]);
});

t.test('a command is measured with what it starts, and one that fails makes no figure', async (t) => {
  t.same(parseTime('1.50 0.25 2048\n'), { cpuSeconds: 1.75, peakMebibytes: 2 });
  t.same(parseTime('Command exited with non-zero status 3\n0.00 0.01 1024\n'), {
    cpuSeconds: 0.01,
    peakMebibytes: 1,
  });
  t.throws(() => parseTime(''));
  t.throws(() => parseTime('a b c'));
  const cost = await measure(['sh', '-c', 'head -c 100000000 /dev/zero | sha256sum']);
  t.match(cost.stdout, /^[0-9a-f]{64} /);
  t.ok(cost.cpuSeconds > 0, 'the time of processes that it started counts');
  t.ok(cost.peakMebibytes > 0 && cost.wallSeconds > 0);
  await t.rejects(measure(['sh', '-c', 'echo why >&2; exit 3']), /exit 3\nwhy/);
  await t.rejects(measure(['/nonexistent/program']));
});

t.test('a card is made once, of names as recorders write them and times long past', async (t) => {
  const folder = t.testdir();
  const plan = { files: 3, fileBytes: 100_000 };
  t.equal(totalBytes(plan), 300_000);
  const card = makeCard(folder, plan);
  const video = join(card, 'DCIM/VIDEO/20260902');
  const names = readdirSync(video);
  t.same(
    names,
    [0, 1, 2].map((number) => recordingName(number)),
  );
  const contents = names.map((name) => readFileSync(join(video, name)));
  t.same(
    contents.map((one) => one.length),
    [100_000, 100_000, 100_000],
  );
  t.equal(new Set(contents.map((one) => one.toString('latin1'))).size, 3, 'no two files are equal');
  t.ok(names.every((name) => statSync(join(video, name)).mtimeMs < Date.parse('2026-09-03')));
  t.equal(makeCard(folder, plan), card);
  t.same(readFileSync(join(video, names[0] ?? '')), contents[0], 'a card that stands is kept');
  t.equal(new Set(Array.from({ length: 10_000 }, (_, i) => recordingName(i))).size, 10_000);
});

t.test('a way of taking a card in takes all of it in', async (t) => {
  const folder = t.testdir();
  t.teardown(() => removeFolder(join(folder, 'into')));
  const card = makeCard(folder, { files: 2, fileBytes: 70_000 });
  t.same(new Set(contenders.map(({ name }) => name)).size, contenders.length);
  // The others need programs that only the benchmark installs, or drop the page cache under the other tests.
  const here = ['docket', 'by hand', 'openssl'];
  for (const { name, cost } of contenders.filter((one) => here.includes(one.name))) {
    const into = freshFolder(join(folder, 'into'));
    const { wallSeconds, cpuSeconds, peakMebibytes } = await cost(card, into);
    t.ok(wallSeconds > 0 && cpuSeconds >= 0 && peakMebibytes > 0, name);
    const copied = readdirSync(into, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => readFileSync(join(one.parentPath, one.name)))
      .filter((bytes) => bytes.length === 70_000);
    t.equal(copied.length, name === 'openssl' ? 0 : 2, name);
    t.equal(dockingSeconds(into) !== null, name === 'docket', name);
  }
  removeFolder(join(folder, 'into'));
  t.equal(existsSync(join(folder, 'into')), false, 'immutable originals go with their station');
});

const run = (contender: string, wallSeconds: number, cpuSeconds: number): Run => ({
  ...{ contender, wallSeconds, cpuSeconds, peakMebibytes: contender === 'docket' ? 200 : 6 },
  dockingSeconds: contender === 'docket' ? wallSeconds - 1 : null,
  diskSeconds: wallSeconds / 2,
});

t.test('a report says what was measured and what became of each target', async (t) => {
  const folder = t.testdir();
  const result: IngestResult = {
    benchmark: 'ingest',
    machine: machineWith(folder),
    card: { files: 8, fileBytes: 2 ** 29 },
    cold: false,
    contenders: [
      { name: 'docket', does: 'all of it' },
      { name: 'openssl', does: 'the limit' },
    ],
    rounds: [
      [run('docket', 6, 8), run('openssl', 5, 4)],
      [run('openssl', 4, 4), run('docket', 8, 4)],
      [run('docket', 5, 4), run('openssl', 5, 4)],
    ],
  };
  const found = verdicts(result);
  t.match(found, [
    { measured: { min: 1, median: 1.2, max: 2 }, reached: true },
    { measured: { min: 1, median: 1, max: 2 }, reached: true },
    { what: /RSS/, measured: { median: 200 }, reached: true },
  ]);
  t.equal(found.length, 3, 'targets against those who did not run are left out');
  const report = ingestReport(result);
  t.match(report, /Caches were warm/);
  t.match(
    report,
    '| docket | 6 (5-8) | 0.667 (0.5-0.8) | 4 (4-8) | 1 (1-2) | 200 (200-200) | 0.5 (0.5-0.5) |',
  );
  t.match(report, '| docket, the docking alone | 5 (4-7) |');
});

t.test('a crowd of recorders is docked at a running daemon until every docking is over', async (t) => {
  // Short: the daemon's socket lies in it.
  const folder = mkdtempSync(join(tmpdir(), 'docket-crowd-'));
  t.teardown(() => removeFolder(folder));
  const { rounds } = await benchDock({
    ...{ folder, crowds: [1, 3], eachBytes: 200_000, rounds: 1 },
    say: () => undefined,
  });
  t.match(rounds, [
    [
      { recorders: 1, bytes: 200_000, dockings: { length: 1 } },
      { recorders: 3, bytes: 600_000, dockings: { length: 3 } },
    ],
  ]);
  for (const crowd of rounds.flat()) t.ok(crowd.peakMebibytes > 50 && crowd.cpuSeconds > 0);
  t.equal(existsSync(join(folder, 'into')), false);
  t.equal(readdirSync(folder).length, 3, 'the cards are put back');
});

const crowd = (recorders: number, wallSeconds: number, peakMebibytes: number): Crowd => ({
  ...{ recorders, wallSeconds, peakMebibytes, cpuSeconds: 2, diskSeconds: null },
  bytes: recorders * 2 ** 30,
  dockings: [wallSeconds - 1, wallSeconds],
});

t.test('crowds are compared by what they bring in a second', async (t) => {
  const result: DockResult = {
    ...{ benchmark: 'dock', machine: machineWith(t.testdir()), eachBytes: 2 ** 30, cold: true },
    rounds: [[crowd(1, 10, 150), crowd(8, 40, 200), crowd(30, 150, 260)]],
  };
  t.match(dockVerdicts(result), [
    { what: /8 recorders : 1/, measured: { median: 2 }, reached: true },
    { what: /RSS/, measured: { median: 260 }, reached: false },
  ]);
  t.match(dockReport(result), '| 8 | 40 (40-40) | 205 (205-205) | 39 (39-39) | 40 (40-40) |');
});

t.test('the options are read, and wrong ones named', async (t) => {
  t.match(readWish(['ingest']), {
    benchmark: 'ingest',
    rounds: 3,
    plan: { files: 8, fileBytes: 2 ** 29 },
    only: null,
  });
  t.match(readWish(['ingest', '--gib', '0.25']), { plan: { files: 1, fileBytes: 2 ** 28 } });
  t.match(readWish(['ingest', '--files', '10000', '--only', 'docket,openssl']), {
    plan: { files: 10_000, fileBytes: 65_536 },
    only: ['docket', 'openssl'],
  });
  t.match(readWish(['dock', '--crowds', '1,30', '--mib', '64']), {
    ...{ benchmark: 'dock', crowds: [1, 30], eachBytes: 2 ** 26 },
  });
  t.match(readWish(['ledger', '--json', '--in', 'x']), {
    entries: 1_000_000,
    proofEntries: 10_000_000,
    json: true,
  });
  for (const args of [
    [],
    ['upload'],
    ['ingest', 'ledger'],
    ['ingest', '--gib', '-1'],
    ['ingest', '--rounds', '0'],
    ['dock', '--crowds', '1,0'],
    ['ingest', '--fast'],
  ]) {
    t.hasProp(readWish(args), 'wrong', args.join(' '));
  }
});

t.test('entries of the busy station are such as the ledger takes, and none is like another', async (t) => {
  const leaves = Array.from({ length: 10 }, (_, i) => makeLeaf(busyDraft(i), i, '2026-09-02T10:00:00Z').leaf);
  t.equal(new Set(leaves.map((leaf) => leaf.toString('utf8'))).size, 10);
  t.same(
    [0, 1, 2, 3].map((i) => busyDraft(i).type),
    [...['recording.secured', 'recording.stored', 'recording.secured', 'recording.stored']],
  );
  t.equal(busyDraft(4).subject.id, busyDraft(5).subject.id);
});

t.test('proofs of a grown tree hold, also at its incomplete edge', async (t) => {
  const folder = t.testdir();
  mkdirSync(join(folder, 'tree'));
  const { database, root } = growTree(join(folder, 'tree'), 70_000);
  const times = proofTimes(database, 70_000, root, 200);
  t.match(times, { entries: 70_000, proofs: 200 });
  t.ok(times.p50Milliseconds <= times.p99Milliseconds && times.p99Milliseconds <= times.maxMilliseconds);
  t.throws(() => proofTimes(database, 70_000, Buffer.alloc(32), 1), /does not hold/);
});

t.test(
  'the vault is measured against rclone round by round, and its memory against its target',
  async (t) => {
    const round = (uploadSeconds: number, copySeconds: number, peakMebibytes: number) => ({
      docket: { uploadSeconds, proofSeconds: 1, peakMebibytes, cpuSeconds: 1 },
      rclone: { copySeconds, checkSeconds: 1 },
    });
    const result: VaultResult = {
      benchmark: 'vault',
      machine: machineWith(tmpdir()),
      card: { files: 8, fileBytes: 2 ** 20 },
      rounds: [round(2, 4, 200), round(3, 3, 260), round(9, 3, 210)],
      freed: [{ vault: 'local disk', seconds: 1.5 }],
    };
    t.match(vaultVerdicts(result), [
      { measured: { min: 0.5, median: 1, max: 3 }, reached: true },
      { measured: { median: 1 }, reached: true },
      { measured: { median: 210 }, reached: true },
    ]);
    t.match(vaultReport(result), /\| docket, upload \| 3 \(2-9\) \|/);
    t.match(vaultReport(result), /\| local disk \| 1.5 \|/);
    t.match(readWish(['vault', '--uploads', '3']), { benchmark: 'vault', uploads: 3 });
  },
);
