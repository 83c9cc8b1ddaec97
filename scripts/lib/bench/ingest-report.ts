import { totalBytes } from './card.ts';
import type { IngestResult, Run } from './ingest.ts';
import { describe } from './machine.ts';
import { ratios, reached, type Spread, spread, type Target } from './statistics.ts';
import { figures, markdownTable } from './table.ts';

interface Goal {
  readonly what: string;
  readonly against: string;
  readonly of: (run: Run) => number;
  readonly target: Target;
}

const wall = (run: Run): number => run.wallSeconds;
const cpu = (run: Run): number => run.cpuSeconds;

/** The targets that are ratios; each is taken within its round. */
const goals: readonly Goal[] = [
  { what: 'wall, docket : by hand', against: 'by hand', of: wall, target: { most: 0.6 } },
  { what: 'wall, docket : openssl over the card alone', against: 'openssl', of: wall, target: { most: 1.3 } },
  { what: 'wall, docket : dc3dd', against: 'dc3dd', of: wall, target: { most: 0.35 } },
  { what: 'CPU, docket : openssl over the card alone', against: 'openssl', of: cpu, target: { most: 1.5 } },
];
const memoryTarget: Target = { most: 250 };

export interface Verdict {
  readonly what: string;
  readonly target: Target;
  readonly measured: Spread;
  readonly reached: boolean;
}

/** Each target with what was measured; those whose contenders did not run are left out. */
export function verdicts(result: IngestResult): readonly Verdict[] {
  const found = goals.flatMap(({ what, against, of, target }): Verdict[] => {
    const ours = runsOf(result, 'docket').map(of);
    const theirs = runsOf(result, against).map(of);
    if (ours.length === 0 || theirs.length === 0) return [];
    const measured = spread(ratios(ours, theirs));
    return [{ what, target, measured, reached: reached(target, measured) }];
  });
  const peaks = runsOf(result, 'docket').map((run) => run.peakMebibytes);
  if (peaks.length === 0) return found;
  const measured = spread(peaks);
  return [
    ...found,
    {
      what: 'peak RSS of docket, MiB',
      target: memoryTarget,
      measured,
      reached: reached(memoryTarget, measured),
    },
  ];
}

export function runsOf({ rounds }: IngestResult, contender: string): readonly Run[] {
  return rounds.flatMap((runs) => runs.filter((run) => run.contender === contender));
}

/** The result as Markdown: what ran where, what each way cost, and what became of the targets. */
export function ingestReport(result: IngestResult): string {
  const gibibytes = totalBytes(result.card) / 2 ** 30;
  const { files, fileBytes } = result.card;
  return [
    `${files} files of ${fileBytes} bytes, ${result.rounds.length} rounds; median (least-greatest).`,
    result.cold ? 'Caches emptied before each run.' : '**Caches were warm: the disk was not measured.**',
    describe(result.machine),
    '',
    costTable(result, gibibytes),
    '',
    verdictTable(verdicts(result)),
    '',
    ...result.contenders.map(({ name, does }) => `- **${name}**: ${does}`),
  ].join('\n');
}

function costTable(result: IngestResult, gibibytes: number): string {
  const rows = result.contenders.flatMap(({ name }) => {
    const runs = runsOf(result, name);
    const row = [
      name,
      shown(runs.map(wall)),
      shown(runs.map((run) => gibibytes / run.wallSeconds)),
      shown(runs.map(cpu)),
      shown(runs.map((run) => run.cpuSeconds / gibibytes)),
      shown(runs.map((run) => run.peakMebibytes)),
      shown(runs.flatMap((run) => (run.diskSeconds === null ? [] : [run.diskSeconds / run.wallSeconds]))),
    ];
    const dockings = runs.flatMap((run) => (run.dockingSeconds === null ? [] : [run.dockingSeconds]));
    if (dockings.length === 0) return [row];
    const rate = shown(dockings.map((seconds) => gibibytes / seconds));
    return [row, [`${name}, the docking alone`, shown(dockings), rate, '', '', '', '']];
  });
  return markdownTable(
    ['way', 'wall s', 'GiB/s', 'CPU s', 'CPU s/GiB', 'peak RSS MiB', 'disk at work'],
    rows,
  );
}

export function verdictTable(found: readonly Verdict[]): string {
  const rows = found.map(({ what, target, measured, reached }) => [
    what,
    'most' in target ? `at most ${target.most}` : `at least ${target.least}`,
    figures(measured.min, measured.median, measured.max),
    reached ? 'reached' : '**not reached**',
  ]);
  return markdownTable(['target', 'wanted', 'measured', 'verdict'], rows);
}

function shown(numbers: readonly number[]): string {
  if (numbers.length === 0) return '';
  const { min, median, max } = spread(numbers);
  return figures(min, median, max);
}
