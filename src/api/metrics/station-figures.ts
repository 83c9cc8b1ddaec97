import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { StationStatus } from '../../station/status.ts';
import type { Figure, Metrics } from './metrics.ts';

const lag = monitorEventLoopDelay({ resolution: 20 });
lag.enable();

/** What the station can say of itself in numbers. */
export function stationFigures(status: StationStatus, metrics: Metrics): readonly Figure[] {
  const { counts, verdicts, alarms, vault, ledger, uploads, dockings } = status;
  const rate = dockings.reduce((sum, { bytesPerSecond }) => sum + bytesPerSecond, 0);
  const waiting = dockings.reduce((sum, { files }) => sum + files.total - files.done, 0);
  return [
    gauge('docket_intake_bytes_per_second', 'Bytes a second that all dockings take in now', rate),
    gauge('docket_intake_dockings', 'Dockings under way', dockings.length),
    gauge(
      'docket_intake_files_waiting',
      'Recordings on docked recorders that are not brought in yet',
      waiting,
    ),
    labelled('docket_evidence_items', 'Evidence items', 'state', {
      stored: counts.stored,
      secured: counts.secured,
    }),
    gauge('docket_recordings_left', 'Recordings that wait on recorders', counts.left),
    labelled('docket_verdicts', 'Sessions by verdict', 'verdict', { ...verdicts }),
    labelled('docket_alarms', 'Alarms that are not closed', 'state', { ...alarms }),
    labelled('docket_vault_bytes', 'Of the disk on which originals are staged or stored', 'kind', {
      free: vault.freeBytes ?? 0,
      total: vault.totalBytes ?? 0,
      reserve: vault.reserveBytes,
    }),
    gauge('docket_vault_up', 'Whether the vault can be found', vault.problem === null ? 1 : 0),
    gauge('docket_uploads_waiting', 'Objects that wait for the store', uploads?.waiting ?? 0),
    gauge('docket_ledger_entries', 'Entries of the ledger', ledger.size),
    gauge('docket_ledger_signed_entries', 'Entries under the newest checkpoint', ledger.checkpoint ?? 0),
    gauge('docket_event_loop_delay_seconds_p99', 'Delay of the event loop', lag.percentile(99) / 1e9),
    gauge('docket_memory_bytes', 'Resident memory of the process', process.memoryUsage.rss()),
    {
      name: 'docket_http_requests_total',
      help: 'Answers of the HTTP interface',
      kind: 'counter',
      values: metrics.requests(),
    },
  ];
}

function gauge(name: string, help: string, value: number): Figure {
  return { name, help, kind: 'gauge', values: [{ labels: {}, value }] };
}

function labelled(
  name: string,
  help: string,
  label: string,
  values: Readonly<Record<string, number>>,
): Figure {
  return {
    ...{ name, help, kind: 'gauge' },
    values: Object.entries(values).map(([key, value]) => ({ labels: { [label]: key }, value })),
  };
}
