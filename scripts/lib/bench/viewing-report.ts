import { type Verdict, verdictTable } from './ingest-report.ts';
import { describe } from './machine.ts';
import { ratios, reached, spread, type Target } from './statistics.ts';
import { figures, markdownTable } from './table.ts';
import type { Spent, ViewingResult, ViewingRound } from './viewing.ts';

const overPlain: Target = { most: 1.05 };
const besideQueue: Target = { least: 0.95 };

export function viewingVerdicts({ rounds }: ViewingResult): readonly Verdict[] {
  const each = (of: (round: ViewingRound) => number): readonly number[] => rounds.map(of);
  const [ours, theirs] = [(one: ViewingRound) => one.docket, (one: ViewingRound) => one.plain];
  const goals: readonly (readonly [string, Target, readonly number[]])[] = [
    [
      'wall, docket : plain ffmpeg',
      overPlain,
      ratios(
        each((one) => ours(one).wallSeconds),
        each((one) => theirs(one).wallSeconds),
      ),
    ],
    [
      'CPU, docket : plain ffmpeg',
      overPlain,
      ratios(
        each((one) => ours(one).cpuSeconds),
        each((one) => theirs(one).cpuSeconds),
      ),
    ],
    [
      'ingest throughput, beside a transcode : without',
      besideQueue,
      // The same card each time: what throughput loses, time gains.
      ratios(
        each(({ without }) => without.wallSeconds),
        each(({ beside }) => beside.wallSeconds),
      ),
    ],
  ];
  return goals.map(([what, target, numbers]) => {
    const measured = spread(numbers);
    return { what, target, measured, reached: reached(target, measured) };
  });
}

export function viewingReport(result: ViewingResult): string {
  const { rounds, seconds, cardBytes, machine, confinement } = result;
  const row = (what: string, of: (round: ViewingRound) => Spent): readonly string[] => [
    what,
    shown(rounds.map((one) => of(one).wallSeconds)),
    shown(rounds.map((one) => of(one).cpuSeconds)),
  ];
  return [
    `A recording of ${seconds} s (1080p H.265 with grain) to 720p H.264, ${rounds.length} rounds; median (least-greatest). ffmpeg confined by ${confinement.join(', ')}.`,
    describe(machine),
    '',
    markdownTable(
      ['making a viewing copy', 'wall s', 'CPU s'],
      [
        row('docket: confined, checked, pictures, digests, fsync', (one) => one.docket),
        row('plain ffmpeg, the same two command lines', (one) => one.plain),
        row('plain ffmpeg, the copy without its pictures', (one) => one.copyAlone),
        row(`a card of ${Math.round(cardBytes / 2 ** 20)} MiB, nothing to transcode`, (one) => one.without),
        row('the same card, docked while a transcode is under way', (one) => one.beside),
      ],
    ),
    '',
    verdictTable(viewingVerdicts(result)),
  ].join('\n');
}

function shown(numbers: readonly number[]): string {
  const { min, median, max } = spread(numbers);
  return figures(min, median, max);
}
