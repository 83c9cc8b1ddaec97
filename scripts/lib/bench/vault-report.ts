import { totalBytes } from './card.ts';
import { type Verdict, verdictTable } from './ingest-report.ts';
import { describe } from './machine.ts';
import { ratios, reached, type Spread, spread, type Target } from './statistics.ts';
import { figure, figures, markdownTable } from './table.ts';
import type { VaultResult } from './vault.ts';

const copyTarget: Target = { most: 1 };
const wholeTarget: Target = { most: 1 };
const memoryTarget: Target = { most: 250 };

export function vaultVerdicts({ rounds }: VaultResult): readonly Verdict[] {
  const ours = rounds.map(({ docket }) => docket.uploadSeconds);
  const theirs = rounds.map(({ rclone }) => rclone.copySeconds);
  const whole = rounds.map(({ docket }) => docket.uploadSeconds + docket.proofSeconds);
  const checked = rounds.map(({ rclone }) => rclone.copySeconds + rclone.checkSeconds);
  const peaks = rounds.map(({ docket }) => docket.peakMebibytes);
  return [
    verdict('upload, docket : rclone copy', copyTarget, spread(ratios(ours, theirs))),
    verdict(
      'upload and read-back, docket : rclone copy and check',
      wholeTarget,
      spread(ratios(whole, checked)),
    ),
    verdict('peak RSS of docket with all uploads at once, MiB', memoryTarget, spread(peaks)),
  ];
}

function verdict(what: string, target: Target, measured: Spread): Verdict {
  return { what, target, measured, reached: reached(target, measured) };
}

/** The result as Markdown. */
export function vaultReport(result: VaultResult): string {
  const { card, rounds, freed } = result;
  const mebibytes = totalBytes(card) / 2 ** 20;
  const row = (way: string, seconds: readonly number[]): readonly string[] => {
    const [time, rate] = [spread(seconds), spread(seconds.map((one) => mebibytes / one))];
    return [way, figures(time.min, time.median, time.max), figures(rate.min, rate.median, rate.max)];
  };
  return [
    `${card.files} files of ${card.fileBytes} bytes, all at once, ${rounds.length} rounds; median (least-greatest).`,
    'A fresh Ceph RGW in memory for each run, on the same machine.',
    describe(result.machine),
    '',
    markdownTable(
      ['way', 'wall s', 'MiB/s'],
      [
        row(
          'docket, upload',
          rounds.map(({ docket }) => docket.uploadSeconds),
        ),
        row(
          'docket, locks and read-back',
          rounds.map(({ docket }) => docket.proofSeconds),
        ),
        row(
          'rclone copy',
          rounds.map(({ rclone }) => rclone.copySeconds),
        ),
        row(
          'rclone check --download',
          rounds.map(({ rclone }) => rclone.checkSeconds),
        ),
      ],
    ),
    '',
    verdictTable(vaultVerdicts(result)),
    '',
    markdownTable(
      ['a recorder with 4 recordings of 64 MiB is free after', 's'],
      freed.map(({ vault, seconds }) => [vault, figure(seconds)]),
    ),
  ].join('\n');
}
