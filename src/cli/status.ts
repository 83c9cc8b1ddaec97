import type { DockingSnapshot } from '../intake/progress.ts';
import { hoursSince } from '../station/backup/standing.ts';
import { type StationStatus, stationStatus, type UploadsStatus } from '../station/status.ts';
import { say } from '../texts/say.ts';
import { labelled } from '../texts/text.ts';
import { sizeWords, timeWords } from '../texts/units.ts';
import { type Cli, type CommandFile, leaf } from './command.ts';
import { liveState } from './daemon.ts';
import { dockingHeadings, pastTable } from './docking-list.ts';
import { phaseWords, verdictOf } from './docking-verdict.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';
import { pairs, table } from './table.ts';
import { aheadWords } from './time-words.ts';
import { viewingLine } from './viewing-words.ts';

export const statusCommand: CommandFile = {
  build(cli, run) {
    return run(leaf(cli, 'status', say(cli.language, 'cli.status')), (_operands, options) =>
      reading(cli, options, async (station) => {
        const { config, places } = station;
        const live = await liveState(cli, places.socket);
        const status = await stationStatus(station, config, live);
        return { exit: exitCodes.done, json: status, text: textOf(cli, status, config.station.zone) };
      }),
    );
  },
};

function textOf(cli: Cli, status: StationStatus, zone: string): string {
  const { language } = cli;
  const { station, data, daemon, counts, verdicts, lastDockings, dockings } = status;
  const facts = pairs([
    [
      say(language, 'cli.status.station'),
      [station.code, station.name, station.unit].filter(Boolean).join('  '),
    ],
    [say(language, 'cli.status.data'), data],
    [
      say(language, 'cli.status.daemon'),
      say(language, daemon.running ? 'cli.status.running' : 'cli.status.not_running'),
    ],
    [say(language, 'cli.status.evidence'), say(language, 'cli.status.counts', counts)],
    [say(language, 'cli.status.verdicts'), say(language, 'cli.status.verdict_counts', { ...verdicts })],
    [say(language, 'cli.status.alarms'), alarmsLine(cli, status)],
    [say(language, 'cli.status.vault'), vaultLine(cli, status)],
    ...(status.uploads === null
      ? []
      : [[say(language, 'cli.status.uploads'), uploadsLine(cli, status.uploads, zone)] as const]),
    [say(language, 'cli.status.mirror'), mirrorLine(cli, status, zone)],
    [
      say(language, 'cli.status.retention'),
      say(language, 'cli.status.retention_line', { ...status.retention }),
    ],
    [say(language, 'cli.viewing.title'), viewingLine(language, status.viewing)],
    [say(language, 'cli.status.backup'), backupLine(cli, status)],
    [say(language, 'cli.status.ledger'), ledgerLine(cli, status)],
  ]);
  const listed = daemon.running
    ? [say(language, 'cli.status.under_way'), liveTable(cli, dockings)]
    : [say(language, 'cli.status.last'), pastTable(cli, lastDockings, zone)];
  return [facts, '', ...listed].join('\n');
}

function ledgerLine(
  { language }: Cli,
  { ledger: { origin, size, checkpoint, ahead } }: StationStatus,
): string {
  const sizes = say(language, 'cli.status.sizes', { origin, size, checkpoint: checkpoint ?? '–' });
  return ahead === null ? sizes : `${sizes}  ${aheadWords(language, ahead)}`;
}

function alarmsLine({ language }: Cli, { alarms }: StationStatus): string {
  const { open, acknowledged, handled } = alarms;
  if (open + acknowledged + handled === 0) return say(language, 'cli.status.no_alarms');
  return say(language, 'cli.status.alarm_counts', { ...alarms });
}

function vaultLine({ language }: Cli, { vault }: StationStatus): string {
  const { address, folder, freeBytes, totalBytes, reserveBytes, problem } = vault;
  if (freeBytes === null || totalBytes === null) return labelled(language, folder, problem ?? '?');
  const space = say(language, 'cli.status.space', {
    folder,
    free: sizeWords(freeBytes),
    total: sizeWords(totalBytes),
    reserve: sizeWords(reserveBytes),
  });
  return address === folder ? space : `${address}  ${space}`;
}

function uploadsLine({ language }: Cli, uploads: UploadsStatus, zone: string): string {
  const { waiting, waitingBytes, live } = uploads;
  const waits = say(language, 'cli.status.uploads_waiting', { waiting, size: sizeWords(waitingBytes) });
  if (live === null) return waits;
  const underWay = say(language, 'cli.status.uploads_under_way', { count: live.underWay.length });
  const { lastFailure, pausedSeconds: seconds, failingSince } = live;
  if (lastFailure === null) return `${waits}  ${underWay}`;
  const since =
    failingSince === null
      ? []
      : [say(language, 'cli.status.uploads_failing', { since: timeWords(failingSince, zone) })];
  const paused =
    seconds === null || seconds === 0 ? underWay : say(language, 'cli.status.uploads_paused', { seconds });
  return [waits, ...since, paused, lastFailure].join('  ');
}

function mirrorLine({ language }: Cli, { mirror, damaged }: StationStatus, zone: string): string {
  const { mirror: standing, copies, bytes, single } = mirror;
  const facts = { place: standing?.place ?? standing?.vault ?? '–', copies, size: sizeWords(bytes) };
  const lines = [
    standing === null
      ? say(language, 'cli.status.mirror_none')
      : say(language, 'cli.status.mirror_line', facts),
  ];
  if (mirror.awaySince !== null)
    lines.push(say(language, 'cli.status.mirror_away', { since: timeWords(mirror.awaySince, zone) }));
  if (single.oldest !== null) {
    const oldest = timeWords(single.oldest, zone);
    lines.push(say(language, 'cli.status.single', { ...single, size: sizeWords(single.bytes), oldest }));
  }
  if (damaged > 0) lines.push(say(language, 'cli.status.damaged', { count: damaged }));
  return lines.join('  ');
}

function backupLine({ language }: Cli, { backup }: StationStatus): string {
  if (backup === null) return say(language, 'cli.status.backup_none');
  const { file, made, size: entries } = backup;
  return say(language, 'cli.status.backup_newest', { file, entries, hours: hoursSince(made) });
}

function liveTable(cli: Cli, dockings: readonly DockingSnapshot[]): string {
  const { language } = cli;
  if (dockings.length === 0) return say(language, 'cli.status.none');
  const columns = dockingHeadings(cli, ['docking', 'port', 'recorder', 'outcome']);
  const rows = dockings.map((one) => [
    one.docking,
    one.port,
    one.recorder ?? '–',
    `${phaseWords(one, language)}  ${one.files.done - one.failed - one.deferred}/${one.files.total}  ${sizeWords(one.bytes.done)} / ${sizeWords(one.bytes.total)}  ${say(language, `live.${verdictOf(one).text}`)}`,
  ]);
  return table(columns, rows);
}
