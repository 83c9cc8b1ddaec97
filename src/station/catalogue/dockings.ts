import type { Db } from '../../custody/database.ts';
import { type HandedInRecord, handedIn } from './handed-in.ts';

/** A docking as the catalogue keeps it. */
export interface PastDocking {
  readonly docking: string;
  readonly port: string;
  readonly root: string;
  readonly recorder: string | null;
  readonly profile: string | null;
  readonly assigned: boolean;
  readonly started: string;
  /** Everything listed had its outcome by then; null where that never came. */
  readonly completed: string | null;
  readonly ended: string | null;
  readonly because: string | null;
  readonly refused: string | null;
  /** Who handed it in; null where it came over the dock. */
  readonly handedIn: HandedInRecord | null;
  readonly summary: {
    readonly stored: number;
    readonly secured: number;
    readonly alreadyStored: number;
    readonly failed: number;
    readonly deferred: number;
    readonly ignored: number;
    readonly bytes: number;
  };
}

interface DockingRow {
  readonly docking: string;
  readonly port: string;
  readonly root: string;
  readonly recorder: string | null;
  readonly profile: string | null;
  readonly assigned: number;
  readonly started: string;
  readonly completed: string | null;
  readonly ended: string | null;
  readonly because: string | null;
  readonly refused: string | null;
  readonly stored: number;
  readonly secured: number;
  readonly already_stored: number;
  readonly failed: number;
  readonly deferred: number;
  readonly ignored: number;
  readonly bytes: number;
}

/** The newest dockings, newest first. */
export function lastDockings(db: Db, limit: number): readonly PastDocking[] {
  return db
    .prepare<[number], DockingRow>('SELECT * FROM view_docking ORDER BY rowid DESC LIMIT ?')
    .all(limit)
    .map((row) => pastDocking(db, row));
}

/** One docking, or null where there never was one of this name. */
export function dockingNamed(db: Db, docking: string): PastDocking | null {
  const row = db.prepare<[string], DockingRow>('SELECT * FROM view_docking WHERE docking = ?').get(docking);
  return row === undefined ? null : pastDocking(db, row);
}

function pastDocking(db: Db, row: DockingRow): PastDocking {
  const { docking, port, root, recorder, profile, started, completed, ended, because, refused } = row;
  const { stored, secured, already_stored: alreadyStored, failed, deferred, ignored, bytes } = row;
  return {
    docking,
    port,
    root,
    recorder,
    profile,
    assigned: row.assigned === 1,
    started,
    completed,
    ended,
    because,
    refused,
    handedIn: handedIn(db, docking),
    summary: { stored, secured, alreadyStored, failed, deferred, ignored, bytes },
  };
}
