import type { Db } from '../../custody/database.ts';
import { Conditions, pageOf } from '../catalogue/conditions.ts';
import type { Condition } from '../catalogue/visible.ts';

/** A backup as the ledger knows it. */
export interface KnownBackup {
  readonly file: string;
  /** As of which moment it holds the station, RFC 3339. */
  readonly made: string;
  /** Entries in it. */
  readonly size: number;
  readonly bytes: number;
}

/** The newest backup that was made and not removed; null where there is none. */
export function newestBackup(db: Db): KnownBackup | null {
  return (
    db
      .prepare<[], KnownBackup>(
        'SELECT file, made, size, bytes FROM view_backup WHERE removed IS NULL ORDER BY made DESC LIMIT 1',
      )
      .get() ?? null
  );
}

/** Those that were written into this folder and not removed, newest first. */
export function backupsIn(db: Db, folder: string): readonly KnownBackup[] {
  return db
    .prepare<[string], KnownBackup>(
      `SELECT file, made, size, bytes FROM view_backup WHERE removed IS NULL AND folder = ? ORDER BY made DESC`,
    )
    .all(folder);
}

/** Whole hours since an instant; none where the clock was put back meanwhile. */
export function hoursSince(made: string): number {
  return Math.max(0, Math.floor(Temporal.Now.instant().since(Temporal.Instant.from(made)).total('hours')));
}

/** A backup with where it was written, and when it was removed to make room. */
export interface ListedBackup extends KnownBackup {
  /** Null where it was erased beside the ledger. */
  readonly folder: string | null;
  readonly removed: string | null;
}

export interface BackupFilter {
  /** Those that were not removed. */
  readonly standingOnly: boolean;
  readonly after: string | null;
  readonly newestFirst: boolean;
  readonly limit: number;
}

/** A page of every backup that was ever made, in the order in which that was entered. */
export function backupPage(
  db: Db,
  filter: BackupFilter,
): { readonly backups: readonly ListedBackup[]; readonly next: string | null } {
  const { sql, parameters } = backupRows(filter);
  const found = db.prepare<unknown[], ListedBackup & { readonly seq: number }>(sql).all(...parameters);
  const { rows, next } = pageOf(found, filter.limit, ({ seq }) => String(seq));
  return { backups: rows.map(({ seq, ...one }) => one), next };
}

export function backupRows({ standingOnly, after, newestFirst, limit }: BackupFilter): Condition {
  const conditions = new Conditions().add(
    newestFirst ? 'seq < ?' : 'seq > ?',
    after === null ? null : Number(after),
  );
  if (standingOnly) conditions.always('removed IS NULL');
  return {
    sql: `SELECT seq, file, made, size, bytes, folder, removed FROM view_backup${conditions.where}
      ORDER BY seq${newestFirst ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}
