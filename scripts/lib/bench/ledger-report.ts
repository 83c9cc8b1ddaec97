import { type Verdict, verdictTable } from './ingest-report.ts';
import type { LedgerResult, VerifyRun } from './ledger.ts';
import type { AppendRate } from './ledger-append.ts';
import { describe } from './machine.ts';
import { ratios, reached, spread, type Target } from './statistics.ts';
import { figures, markdownTable } from './table.ts';

const appendTarget: Target = { least: 20_000 };
const verifyTarget: Target = { most: 10 };
const proofTarget: Target = { most: 5 };

export function ledgerVerdicts(result: LedgerResult): readonly Verdict[] {
  const verify = runsOf(result, 'docket verify').map((run) => run.wallSeconds);
  return [
    verdict(
      'entries appended a second, in batches',
      appendTarget,
      perSecond(result.appends.map((one) => one.batches)),
    ),
    verdict(`seconds to verify ${result.entries} entries`, verifyTarget, verify),
    verdict(
      `ms for an inclusion proof at ${result.proofs[0]?.entries ?? 0} entries, median`,
      proofTarget,
      result.proofs.map((one) => one.p50Milliseconds),
    ),
  ];
}

function verdict(what: string, target: Target, numbers: readonly number[]): Verdict {
  const measured = spread(numbers);
  return { what, target, measured, reached: reached(target, measured) };
}

export function ledgerReport(result: LedgerResult): string {
  const bare = perSecond(result.appends.map((one) => one.bare));
  const appendRow = (name: string, rates: readonly AppendRate[]): string[] => {
    const each = perSecond(rates);
    const against = each.length === bare.length ? shown(ratios(each, bare)) : '';
    return [name, shown(each), against];
  };
  return [
    `${result.appends.length} rounds; median (least-greatest). ${describe(result.machine)}`,
    '',
    markdownTable(
      ['appends', 'entries/s', ': bare inserts'],
      [
        appendRow(
          'docket, calls of 1,000 entries',
          result.appends.map((one) => one.batches),
        ),
        appendRow(
          'docket, calls of one entry, 1,000 under way',
          result.appends.map((one) => one.single),
        ),
        appendRow(
          'better-sqlite3, the same leaves into a bare table',
          result.appends.map((one) => one.bare),
        ),
        appendRow(`docket while it grew to ${result.entries} entries, stretches of 50,000`, result.filling),
      ].filter(([, rate]) => rate !== ''),
    ),
    '',
    markdownTable(
      [`verifying ${result.entries} entries`, 'wall s', 'CPU s', 'peak RSS MiB'],
      result.verifiers.map(({ name }) => {
        const runs = runsOf(result, name);
        return [
          name,
          shown(runs.map((run) => run.wallSeconds)),
          shown(runs.map((run) => run.cpuSeconds)),
          shown(runs.map((run) => run.peakMebibytes)),
        ];
      }),
    ),
    '',
    markdownTable(
      [`inclusion proofs at ${result.proofs[0]?.entries ?? 0} entries`, 'p50 ms', 'p99 ms', 'longest ms'],
      result.proofs.map((one, round) => [
        `round ${round + 1}, ${one.proofs} drawn at random`,
        one.p50Milliseconds.toFixed(2),
        one.p99Milliseconds.toFixed(2),
        one.maxMilliseconds.toFixed(2),
      ]),
    ),
    '',
    verdictTable(ledgerVerdicts(result)),
    '',
    ...result.verifiers.map(({ name, does }) => `- **${name}**: ${does}`),
  ].join('\n');
}

function runsOf({ verified }: LedgerResult, name: string): readonly VerifyRun[] {
  return verified.flatMap((runs) => runs.filter((run) => run.verifier === name));
}

function perSecond(rates: readonly AppendRate[]): readonly number[] {
  return rates.map((one) => one.perSecond);
}

function shown(numbers: readonly number[]): string {
  if (numbers.length === 0) return '';
  const { min, median, max } = spread(numbers);
  return figures(min, median, max);
}
