import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Test } from 'tap';
import type { Clock } from '../../src/clock.ts';
import { createDatabase, type Db, openReading, openWriting } from '../../src/custody/database.ts';
import type { AnyDraft } from '../../src/custody/entry.ts';
import type { Ledger } from '../../src/custody/ledger.ts';
import { LedgerWriter } from '../../src/custody/ledger-writer.ts';
import { merkleRoot } from '../../src/custody/merkle.ts';
import { createStationKey, type Signer } from '../../src/custody/station-key.ts';
import { projectors } from '../../src/projections.ts';

/** A clock that tells what it is told. */
export class SetClock implements Clock {
  instant = Temporal.Instant.from('2026-09-02T10:00:00Z');

  now(): Temporal.Instant {
    return this.instant;
  }
  monotonicMs(): number {
    return 0;
  }
}

/** A ledger of its own with its writer, without a station around it. */
export interface LoneLedger {
  readonly path: string;
  readonly db: Db;
  readonly signer: Signer;
  readonly clock: SetClock;
  writer: LedgerWriter;
  /** The writer's own connection. */
  own: Db;
  /** Closes the writer and takes the ledger up again, as after a restart. */
  reopen(): void;
}

export function ledgerFolder(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'docket-ledger-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  return folder;
}

export function loneLedger(t: Test, step: (point: string) => void = () => undefined): LoneLedger {
  const folder = ledgerFolder(t);
  const path = join(folder, 'station.db');
  const signer = createStationKey(join(folder, 'station.key'), 'docket/ST01-00000000');
  const clock = new SetClock();
  const start = (db: Db): LedgerWriter => new LedgerWriter(db, projectors, signer, clock, step);
  const own = createDatabase(path);
  const writer = start(own);
  const db = openReading(path);
  const ledger: LoneLedger = {
    path,
    db,
    signer,
    clock,
    writer,
    own,
    reopen() {
      ledger.writer.close();
      ledger.own = openWriting(path);
      ledger.writer = start(ledger.own);
    },
  };
  t.teardown(() => {
    db.close();
    ledger.writer.close();
  });
  return ledger;
}

/** The writer behind the interface that the rest of the program has; no thread between. */
export function asLedger(lone: LoneLedger): Ledger {
  return {
    async append(drafts, work = []) {
      const [outcome] = lone.writer.append([{ drafts, work }]);
      if (outcome === undefined || 'refused' in outcome) throw outcome?.refused;
      return outcome.ok;
    },
    async checkpoint() {
      return lone.writer.checkpoint();
    },
    async close() {
      lone.writer.close();
    },
  };
}

export function docked(n: number): AnyDraft {
  return {
    type: 'docking.started',
    actor: { kind: 'machine', id: 'station' },
    subject: { kind: 'docking', id: `ST01-D${String(n).padStart(6, '0')}` },
    data: { port: String(n % 30), readOnly: true },
    personal: { root: `/media/张三/${n}` },
  };
}

/** So many dockings in one append. */
export function dockings(from: number, count: number): readonly AnyDraft[] {
  return Array.from({ length: count }, (_, i) => docked(from + i));
}

/** The root that the hashes in the database give, worked out from nothing. */
export function rootInDatabase(db: Db): string {
  const hashes = db.prepare<[], Buffer>('SELECT hash FROM ledger_entry ORDER BY seq').pluck().all();
  return Buffer.from(merkleRoot(hashes)).toString('base64');
}

/** The root that a signed head states. */
export function rootOfNote(note: string): string {
  return note.split('\n')[2] ?? '';
}
