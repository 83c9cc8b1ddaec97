import type { Db } from '../../custody/database.ts';
import type { Finder, MissingPage } from '../../deadlines/missing/missing.ts';
import { RequestBook } from './request-book.ts';

const atOnce = 100;

/** Footage was watched in an emergency, and nobody has approved it yet: an alarm stands until somebody has. */
export class Emergencies implements Finder {
  readonly code = 'emergency_viewing';
  readonly severity = 'critical';
  readonly #book: RequestBook;

  constructor(db: Db) {
    this.#book = new RequestBook(db);
  }

  page(after: string): MissingPage {
    const rows = this.#book.unapproved(after, atOnce);
    const missing = rows.map(({ request, until, for: who }) => ({
      about: request,
      params: { request, who, until },
    }));
    return { missing, next: rows.length < atOnce ? null : (rows.at(-1)?.request ?? null) };
  }

  /** One that was rejected stays until a person has dealt with it and closes the alarm. */
  stands(request: string): boolean {
    const { state } = this.#book.named(request);
    return state !== 'approved' && state !== 'expired';
  }
}
