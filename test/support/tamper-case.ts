import type Database from 'better-sqlite3';
import { spoilDatabase } from './tamper-forge.ts';
import type { SpoilableStation } from './tamper-station.ts';

/** One way to tamper with a station, and what `docket verify` must tell of it. */
export interface TamperCase {
  readonly what: string;
  readonly spoil: (station: SpoilableStation) => void;
  /** All damage as `code place`, lowest code first. */
  readonly expected: readonly (string | RegExp)[];
  /** Codes of what only follows from it, which may be told or not: it depends on which entries were hit. */
  readonly maybe?: readonly number[];
}

/** Tampering with the database by whatever it takes. */
export const inDatabase =
  (deed: (db: Database.Database) => void) =>
  (station: SpoilableStation): void =>
    spoilDatabase(station, deed);

/** Tampering by plain SQL. */
export const sql = (...statements: readonly string[]) =>
  inDatabase((db) => {
    for (const one of statements) db.exec(one);
  });
