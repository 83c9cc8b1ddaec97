import type { Statement } from 'better-sqlite3';
import type { Db } from '../../custody/database.ts';
import type { RowValues } from '../registers/register.ts';
import { type OwnPlace, placeOf } from './place-shape.ts';

/** The register of places, its outlines read once for as long as no entry changes it. */
export class OwnPlaces {
  readonly #newest: Statement<[], number | null>;
  readonly #rows: Statement<[], string>;
  #read: { readonly newest: number | null; readonly places: readonly OwnPlace[] } | null = null;

  constructor(db: Db) {
    this.#newest = db
      .prepare<[], number | null>(`SELECT max(seq) FROM view_register WHERE register = 'places'`)
      .pluck();
    this.#rows = db
      .prepare<[], string>(`SELECT fields FROM view_register WHERE register = 'places' ORDER BY key`)
      .pluck();
  }

  all(): readonly OwnPlace[] {
    const newest = this.#newest.get() ?? null;
    if (this.#read === null || this.#read.newest !== newest) {
      // The projector wrote them: field names and texts.
      const rows = this.#rows.all().map((fields) => JSON.parse(fields) as RowValues);
      this.#read = { newest, places: rows.map(placeOf).filter((one) => one !== null) };
    }
    return this.#read.places;
  }
}
