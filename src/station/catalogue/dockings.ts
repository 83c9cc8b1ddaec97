import type { Db } from '../../custody/database.ts';
import type { DockingSummary } from '../../custody/entry-kinds.ts';
import { Conditions, momentOf, pageOf } from './conditions.ts';
import { type HandedInRecord, handedIn } from './handed-in.ts';
import { type Condition, seenDocking, type Visible } from './visible.ts';

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
  /** Of all its looks at the card: what came in with an earlier one was not there already. */
  readonly summary: DockingSummary;
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

export interface DockingFilter {
  readonly recorder: string | null;
  readonly port: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly after: string | null;
  readonly newestFirst: boolean;
  readonly limit: number;
  readonly visible: Visible;
}

/** A page of dockings in the order of their numbers, in which they began. */
export function dockingPage(
  db: Db,
  filter: DockingFilter,
): { readonly dockings: readonly PastDocking[]; readonly next: string | null } {
  const { sql, parameters } = dockingRows(filter);
  const rows = db.prepare<unknown[], DockingRow>(sql).all(...parameters);
  const page = pageOf(rows, filter.limit, ({ docking }) => docking);
  return { dockings: page.rows.map((row) => pastDocking(db, row)), next: page.next };
}

const begun = { table: 'view_docking', key: 'docking', moment: 'started' } as const;

export function dockingRows(filter: DockingFilter): Condition {
  const { recorder, port, since, until, after, newestFirst, limit, visible } = filter;
  const conditions = new Conditions()
    .add('recorder = ?', recorder)
    .add('port = ?', port)
    .between(begun, 'docking', momentOf(since), momentOf(until))
    .add(newestFirst ? 'docking < ?' : 'docking > ?', after)
    .and(seenDocking(visible, 'view_docking.docking'));
  return {
    sql: `SELECT * FROM view_docking${conditions.where} ORDER BY docking${newestFirst ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}

/** One docking, or null where there never was one of this name. */
export function dockingNamed(db: Db, docking: string): PastDocking | null {
  const row = db.prepare<[string], DockingRow>('SELECT * FROM view_docking WHERE docking = ?').get(docking);
  return row === undefined ? null : pastDocking(db, row);
}

function pastDocking(db: Db, row: DockingRow): PastDocking {
  const { docking, port, root, recorder, profile, started, completed, ended, because, refused } = row;
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
    summary: summaryOf(db, row),
  };
}

/** The catalogue has the counts of the last look at the card, which found again what an earlier one had brought in. */
function summaryOf(db: Db, row: DockingRow): DockingSummary {
  const looks = db
    .prepare<[string], string>(
      `SELECT json_extract(CAST(l.leaf AS TEXT), '$.data') FROM view_entry v JOIN ledger_entry l USING (seq)
       WHERE v.subject = ? AND v.type = 'docking.completed' ORDER BY v.seq`,
    )
    .pluck()
    .all(`docking:${row.docking}`)
    .map((data): DockingSummary => JSON.parse(data));
  const { stored, secured, already_stored: alreadyStored, failed, deferred, ignored, bytes } = row;
  const before = (of: (look: DockingSummary) => number): number =>
    looks.slice(0, -1).reduce((sum, look) => sum + of(look), 0);
  const brought = before((look) => look.stored + look.secured);
  return {
    stored: stored + before((look) => look.stored),
    secured: secured + before((look) => look.secured),
    alreadyStored: Math.max(0, alreadyStored - brought),
    bytes: bytes + before((look) => look.bytes),
    ...{ failed, deferred, ignored },
  };
}
