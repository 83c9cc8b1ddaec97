import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openReading } from '../../../src/custody/database.ts';
import { ThreadedLedger } from '../../../src/custody/threaded-ledger.ts';
import type { LedgerProgramData } from '../../../src/ledger-program.ts';
import { type Places, readStationFile } from '../../../src/station/data-folder.ts';
import { revive } from '../../../src/station/revive.ts';
import { busyDraft } from './ledger-entries.ts';

export interface AppendRate {
  readonly entries: number;
  readonly seconds: number;
  readonly perSecond: number;
}

/** Signed heads are written this often, as a station would in weeks. */
const checkpointEvery = 50_000;

/** The ledger of a station that `docket init` made, on its thread, with every projector, as the daemon has it. */
export async function openLedger(places: Places): Promise<ThreadedLedger> {
  const { origin } = readStationFile(places);
  const program: LedgerProgramData = {
    database: places.database,
    keyFile: places.key,
    origin,
    DOCKET_FAULT: undefined,
  };
  return await ThreadedLedger.start(
    new URL('../../../src/ledger-program.ts', import.meta.url),
    program,
    revive,
  );
}

/**
 * Appends entries `from` to `to` in calls of `atOnce` entries, with so many calls under way that a thousand entries
 * wait at any moment. Every call is answered only when its entries are on the disk.
 */
export async function appendRate(
  ledger: ThreadedLedger,
  { from, to, atOnce }: { readonly from: number; readonly to: number; readonly atOnce: number },
): Promise<AppendRate> {
  const drafts = Array.from({ length: to - from }, (_, i) => busyDraft(from + i));
  const began = performance.now();
  let next = 0;
  const caller = async (): Promise<void> => {
    while (next < drafts.length) {
      const mine = drafts.slice(next, next + atOnce);
      next += mine.length;
      await ledger.append(mine);
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, 1_000 / atOnce) }, caller));
  return rate(to - from, began);
}

/** Fills the ledger up with entries, signing heads as it goes, and tells the rate of each stretch. */
export async function fill(
  ledger: ThreadedLedger,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly AppendRate[]> {
  const stretches: AppendRate[] = [];
  for (let at = from; at < to; at += checkpointEvery) {
    stretches.push(
      await appendRate(ledger, { from: at, to: Math.min(to, at + checkpointEvery), atOnce: 1_000 }),
    );
    await ledger.checkpoint();
  }
  return stretches;
}

/**
 * The peer: the same leaf bytes into a bare table of another database, as durably (WAL, synchronous=FULL), 1,000 in a
 * transaction; no tree, no views, no personal values, no thread to cross.
 */
export function bareInserts(places: Places, folder: string, entries: number): AppendRate {
  const reading = openReading(places.database);
  const leaves = reading
    .prepare<[number], Buffer>('SELECT leaf FROM ledger_entry ORDER BY seq LIMIT ?')
    .pluck()
    .all(entries);
  reading.close();
  const path = join(folder, 'bare.db');
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE leaf (seq INTEGER PRIMARY KEY, leaf BLOB NOT NULL) STRICT');
  const insert = db.prepare<[number, Buffer]>('INSERT INTO leaf (seq, leaf) VALUES (?, ?)');
  const began = performance.now();
  for (let at = 0; at < leaves.length; at += 1_000) {
    db.transaction(() => {
      for (const [i, leaf] of leaves.slice(at, at + 1_000).entries()) insert.run(at + i, leaf);
    })();
  }
  const done = rate(leaves.length, began);
  db.close();
  return done;
}

function rate(entries: number, began: number): AppendRate {
  const seconds = (performance.now() - began) / 1_000;
  return { entries, seconds, perSecond: entries / seconds };
}
