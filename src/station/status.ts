import { statfs } from 'node:fs/promises';
import type { Db } from '../custody/database.ts';
import { ledgerSize } from '../custody/ledger-tiles.ts';
import { errnoOf } from '../errors.ts';
import type { DockingSnapshot } from '../intake/progress.ts';
import { readMarker } from '../vault/local/marker.ts';
import { type KnownBackup, newestBackup } from './backup/standing.ts';
import { type AlarmCounts, alarmCounts } from './catalogue/alarm-list.ts';
import { type Counts, counts, type VerdictCounts, verdictCounts } from './catalogue/counts.ts';
import { lastDockings, type PastDocking } from './catalogue/dockings.ts';
import { newestCheckpoint } from './catalogue/entry-proof.ts';
import type { Places, StationFile } from './data-folder.ts';

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
  /** The newest backup; null while there is none. */
  readonly backup: KnownBackup | null;
  readonly ledger: {
    readonly origin: string;
    readonly size: number;
    /** Entries under the newest signed checkpoint; null while there is none. */
    readonly checkpoint: number | null;
  };
}

export interface VaultStatus {
  readonly folder: string;
  readonly reserveBytes: number;
  /** Null where the vault is not to be found: see `problem`. */
  readonly freeBytes: number | null;
  readonly totalBytes: number | null;
  /** A code, or the system's error name. */
  readonly problem: string | null;
}

const shownDockings = 10;

/** @param live what the daemon has under way; null where none runs */
export async function stationStatus(
  { db, places, file }: { readonly db: Db; readonly places: Places; readonly file: StationFile },
  { name, unit }: { readonly name: string; readonly unit: string },
  reserveBytes: number,
  live: readonly DockingSnapshot[] | null,
): Promise<StationStatus> {
  const alarms = alarmCounts(db);
  return {
    station: { code: file.code, name, unit },
    data: places.folder,
    daemon: { running: live !== null },
    dockings: live ?? [],
    lastDockings: lastDockings(db, shownDockings),
    counts: counts(db),
    verdicts: verdictCounts(db),
    alarms: { open: alarms.critical + alarms.warning + alarms.notice, ...alarms },
    vault: await vaultStatus(places.vault, file.vault, reserveBytes),
    backup: newestBackup(db),
    ledger: {
      origin: file.origin,
      size: ledgerSize(db),
      checkpoint: newestCheckpoint(db)?.size ?? null,
    },
  };
}

/** A folder without the vault's own marker may be the mount point of a disk that is not there: its space says nothing. */
async function vaultStatus(folder: string, id: string, reserveBytes: number): Promise<VaultStatus> {
  try {
    await readMarker(folder, id);
    const { bavail, blocks, bsize } = await statfs(folder);
    return { folder, reserveBytes, freeBytes: bavail * bsize, totalBytes: blocks * bsize, problem: null };
  } catch (error) {
    const problem = errnoOf(error) ?? String(error);
    return { folder, reserveBytes, freeBytes: null, totalBytes: null, problem };
  }
}
