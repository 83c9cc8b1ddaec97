import { type DeadlinesResult, itemsEach } from './deadlines.ts';
import { type Verdict, verdictTable } from './ingest-report.ts';
import { describe } from './machine.ts';
import { ratios, reached, spread, type Target } from './statistics.ts';
import { figures, markdownTable } from './table.ts';

const passTarget: Target = { most: 10 };

export function deadlinesVerdicts({ items, runs }: DeadlinesResult): readonly Verdict[] {
  const measured = spread(runs.map(({ passSeconds }) => passSeconds));
  const what = `seconds to judge ${items} recordings of the catalogue`;
  return [{ what, target: passTarget, measured, reached: reached(passTarget, measured) }];
}

export function deadlinesReport(result: DeadlinesResult): string {
  const { machine, items, sessions, policy, runs } = result;
  const of = (name: 'passSeconds' | 'judgeSeconds' | 'peerSeconds'): readonly number[] =>
    runs.map((run) => run[name]);
  const peer = of('peerSeconds');
  const row = (words: string, numbers: readonly number[]): string[] => [
    words,
    shown(numbers),
    shown(ratios(numbers, peer)),
  ];
  return [
    `${items} recordings, ${itemsEach} a session: ${sessions} sessions by ${policy}. ${runs.length} rounds; median (least-greatest). ${describe(machine)}`,
    '',
    markdownTable(
      ['what', 's', ': chinese-days'],
      [
        row('read from the catalogue, judged, compared with the standing verdict', of('passSeconds')),
        row('judged, facts in memory', of('judgeSeconds')),
        row('`chinese-days`, three working days from each end, nothing else', peer),
      ],
    ),
    '',
    verdictTable(deadlinesVerdicts(result)),
  ].join('\n');
}

function shown(numbers: readonly number[]): string {
  const { min, median, max } = spread(numbers);
  return figures(min, median, max);
}
