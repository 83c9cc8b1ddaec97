import { statfs } from 'node:fs/promises';
import type { Config } from '../config.ts';
import type { Db } from '../custody/database.ts';
import { ledgerSize } from '../custody/ledger-tiles.ts';
import { errnoOf } from '../errors.ts';
import type { DockingSnapshot } from '../intake/progress.ts';
import type { UploadState } from '../intake/uploads/upload-queue.ts';
import { readMarker } from '../vault/local/marker.ts';
import { ViewingBook, type ViewingCounts } from '../viewing/book.ts';
import type { ViewingState } from '../viewing/desk.ts';
import { type KnownBackup, newestBackup } from './backup/standing.ts';
import { type AlarmCounts, alarmCounts } from './catalogue/alarm-list.ts';
import { damagedNow, type MirrorStanding, mirrorStanding } from './catalogue/copies.ts';
import { type Counts, counts, type VerdictCounts, verdictCounts } from './catalogue/counts.ts';
import { lastDockings, type PastDocking } from './catalogue/dockings.ts';
import { newestCheckpoint } from './catalogue/entry-proof.ts';
import { type RetentionCounts, retentionCounts } from './catalogue/retention-counts.ts';
import type { Places, StationFile } from './data-folder.ts';
import { type LedgerAhead, ledgerAhead } from './ledger-ahead.ts';
import { vaultAddress } from './s3-options.ts';
import { waitingTotal } from './uploads.ts';

/** How a station stands. */
export interface StationStatus {
  readonly station: { readonly code: string; readonly name: string; readonly unit: string };
  readonly data: string;
  readonly daemon: { readonly running: boolean };
  /** Under way, from the running daemon; none without it. */
  readonly dockings: readonly DockingSnapshot[];
  /** The newest of the catalogue, newest first. */
  readonly lastDockings: readonly PastDocking[];
  readonly counts: Counts;
  /** How many sessions each rule finds how, and recordings that wait for their first verdict. */
  readonly verdicts: VerdictCounts;
  /** `open`, and by severity: those that nobody has acknowledged. */
  readonly alarms: AlarmCounts & { readonly open: number };
  readonly vault: VaultStatus;
  /** What goes up into a store; null where originals are stored within their docking. */
  readonly uploads: UploadsStatus | null;
  /** The second vault, and what is in one place only. */
  readonly mirror: MirrorStanding;
  /** Copies that are damaged now, wherever. */
  readonly damaged: number;
  readonly retention: RetentionCounts;
  readonly viewing: ViewingStatus;
  /** The newest backup; null while there is none. */
  readonly backup: KnownBackup | null;
  readonly ledger: {
    readonly origin: string;
    readonly size: number;
    /** Entries under the newest signed checkpoint; null while there is none. */
    readonly checkpoint: number | null;
    /** Where the clock was put back; null where it was not. */
    readonly ahead: LedgerAhead | null;
  };
}

export interface UploadsStatus {
  /** Secured and not stored yet, sidecars with them. */
  readonly waiting: number;
  readonly waitingBytes: number;
  /** From the running daemon; null without it. */
  readonly live: UploadState | null;
}

export interface ViewingStatus extends ViewingCounts {
  /** From the running daemon; null without it. */
  readonly live: Pick<ViewingState, 'underWay' | 'paused'> | null;
}

export interface VaultStatus {
  /** Of its folder on a disk; in a store its address. */
  readonly address: string;
  /** With a store that in which recordings are staged; space is that of its disk. */
  readonly folder: string;
  readonly reserveBytes: number;
  /** Null where the vault is not to be found: see `problem`. */
  readonly freeBytes: number | null;
  readonly totalBytes: number | null;
  /** A code, or the system's error name. */
  readonly problem: string | null;
}

/** What a running daemon says of itself. */
interface LiveStation {
  readonly dockings: readonly DockingSnapshot[];
  readonly uploads: UploadState | null;
  readonly viewing: ViewingState;
}

const shownDockings = 10;

/** @param live what the daemon has under way; null where none runs. A store is not asked. */
export async function stationStatus(
  { db, places, file }: { readonly db: Db; readonly places: Places; readonly file: StationFile },
  config: Config,
  live: LiveStation | null,
): Promise<StationStatus> {
  const { name, unit } = config.station;
  const alarms = alarmCounts(db);
  return {
    station: { code: file.code, name, unit },
    data: places.folder,
    daemon: { running: live !== null },
    dockings: live?.dockings ?? [],
    lastDockings: lastDockings(db, shownDockings),
    counts: counts(db),
    verdicts: verdictCounts(db),
    alarms: { open: alarms.critical + alarms.warning + alarms.notice, ...alarms },
    vault: await vaultStatus(config, places, file.vault),
    uploads: config.vault.kind === 's3' ? { ...waitingTotal(db), live: live?.uploads ?? null } : null,
    mirror: mirrorStanding(db),
    damaged: damagedNow(db),
    retention: retentionCounts(db),
    viewing: viewingStatus(db, live?.viewing ?? null),
    backup: newestBackup(db),
    ledger: {
      origin: file.origin,
      size: ledgerSize(db),
      checkpoint: newestCheckpoint(db)?.size ?? null,
      ahead: ledgerAhead(db, Temporal.Now.instant()),
    },
  };
}

export function viewingStatus(db: Db, live: ViewingState | null): ViewingStatus {
  const { made, failed, bytes, waiting } = new ViewingBook(db).counts();
  const shown = live === null ? null : { underWay: live.underWay, paused: live.paused };
  return { made, failed, bytes, waiting, live: shown };
}

/** A folder without the vault's own marker may be the mount point of a disk that is not there: its space says nothing. */
async function vaultStatus(config: Config, places: Places, id: string): Promise<VaultStatus> {
  const reserveBytes = config.vault.reserveMebibytes * 1_048_576;
  const address = vaultAddress(config, places);
  const { vault: folder } = places;
  try {
    if (config.vault.kind === 'local') await readMarker(folder, id);
    const { bavail, blocks, bsize } = await statfs(folder);
    return {
      address,
      folder,
      reserveBytes,
      freeBytes: bavail * bsize,
      totalBytes: blocks * bsize,
      problem: null,
    };
  } catch (error) {
    const problem = errnoOf(error) ?? String(error);
    return { address, folder, reserveBytes, freeBytes: null, totalBytes: null, problem };
  }
}
