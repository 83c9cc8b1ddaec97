import type { Crowd, DockResult } from './dock.ts';
import { type Verdict, verdictTable } from './ingest-report.ts';
import { describe } from './machine.ts';
import { ratios, reached, spread, type Target } from './statistics.ts';
import { figures, markdownTable } from './table.ts';

const throughputTarget: Target = { least: 1.6 };
const memoryTarget: Target = { most: 250 };
const rate = ({ bytes, wallSeconds }: Crowd): number => bytes / 2 ** 20 / wallSeconds;

function runsOf({ rounds }: DockResult, recorders: number): readonly Crowd[] {
  return rounds.flatMap((crowds) => crowds.filter((one) => one.recorders === recorders));
}

/** Throughput of eight recorders against one, and the memory of the largest crowd of 30 or more. */
export function dockVerdicts(result: DockResult): readonly Verdict[] {
  const [one, eight] = [runsOf(result, 1), runsOf(result, 8)];
  const large = result.rounds.flatMap((crowds) => crowds.filter(({ recorders }) => recorders >= 30));
  return [
    ...(one.length === 0 || eight.length === 0
      ? []
      : [verdict('throughput, 8 recorders : 1', throughputTarget, ratios(eight.map(rate), one.map(rate)))]),
    ...(large.length === 0
      ? []
      : [
          verdict(
            'peak RSS with 30 recorders, MiB',
            memoryTarget,
            large.map(({ peakMebibytes }) => peakMebibytes),
          ),
        ]),
  ];
}

function verdict(what: string, target: Target, numbers: readonly number[]): Verdict {
  const measured = spread(numbers);
  return { what, target, measured, reached: reached(target, measured) };
}

export function dockReport(result: DockResult): string {
  const crowds = [...new Set(result.rounds.flatMap((all) => all.map(({ recorders }) => recorders)))];
  return [
    `${(result.eachBytes / 2 ** 20).toFixed(0)} MiB a recorder, ${result.rounds.length} rounds; median (least-greatest).`,
    result.cold ? 'Caches emptied before each run.' : '**Caches were warm: the disk was not measured.**',
    describe(result.machine),
    '',
    markdownTable(
      [
        'recorders at once',
        'wall s',
        'MiB/s',
        'first done, s',
        'last done, s',
        'CPU s/GiB',
        'peak RSS MiB',
        'disk at work',
      ],
      crowds.map((recorders) => {
        const runs = runsOf(result, recorders);
        return [
          String(recorders),
          shown(runs.map(({ wallSeconds }) => wallSeconds)),
          shown(runs.map(rate)),
          shown(runs.map(({ dockings }) => dockings[0] ?? Number.NaN)),
          shown(runs.map(({ dockings }) => dockings.at(-1) ?? Number.NaN)),
          shown(runs.map(({ cpuSeconds, bytes }) => cpuSeconds / (bytes / 2 ** 30))),
          shown(runs.map(({ peakMebibytes }) => peakMebibytes)),
          shown(
            runs.flatMap(({ diskSeconds, wallSeconds }) =>
              diskSeconds === null ? [] : [diskSeconds / wallSeconds],
            ),
          ),
        ];
      }),
    ),
    '',
    verdictTable(dockVerdicts(result)),
  ].join('\n');
}

function shown(numbers: readonly number[]): string {
  if (numbers.length === 0) return '';
  const { min, median, max } = spread(numbers);
  return figures(min, median, max);
}
