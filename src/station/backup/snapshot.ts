import { statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { openReading, schemaVersion } from '../../custody/database.ts';
import { takeUp } from '../../custody/take-up.ts';
import { BackupError } from './error.ts';

/** What the copy of the ledger holds. */
export interface Snapshot {
  readonly path: string;
  readonly size: number;
  readonly root: string;
  readonly schema: number;
  /** The newest signed head in it; null where none was signed yet. */
  readonly checkpoint: string | null;
}

/** So many pages are copied before the thread looks round again: a thread that is to end must not hang. */
const pagesAtOnce = 1_000;

/**
 * Copies the database as of one moment, page by page, while others go on writing: the open transaction keeps the
 * moment, and what is appended meanwhile waits in the write-ahead log. Then proves the copy as a writer would that goes
 * on from it. Errors: `backup.no_room`, `backup.snapshot_unsound`, those of `openReading`, SQLite's own.
 */
export async function takeSnapshot(
  { database, into, reserveBytes }: { database: string; into: string; reserveBytes: number },
  vkey: string,
): Promise<Snapshot> {
  await requireRoom(database, into, reserveBytes);
  const db = openReading(database);
  try {
    db.exec('BEGIN');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    await db.backup(into, { progress: () => pagesAtOnce });
  } finally {
    db.close();
  }
  return examine(into, vkey);
}

/** A full disk would stop the ledger, and with it all intake: the copy is not even begun. */
async function requireRoom(database: string, into: string, reserveBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(into));
  const wal = statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const [free, needed] = [bavail * bsize, statSync(database).size + wal + reserveBytes];
  if (free < needed) throw new BackupError('backup.no_room', { folder: dirname(into), free, needed });
}

function examine(path: string, vkey: string): Snapshot {
  const db = new Database(path, { fileMustExist: true });
  try {
    const found = String(db.pragma('quick_check(1)', { simple: true }));
    if (found !== 'ok') throw new BackupError('backup.snapshot_unsound', { found });
    const { tree } = takeUp(db, vkey);
    const newest = 'SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1';
    const checkpoint = db.prepare<[], string>(newest).pluck().get() ?? null;
    const root = Buffer.from(tree.root()).toString('hex');
    return { path, size: tree.size, root, schema: schemaVersion, checkpoint };
  } finally {
    // The last connection takes the side files of the write-ahead log away with it.
    db.close();
  }
}
