import { randomBytes } from 'node:crypto';
import type { ReviewGrade } from '../../custody/entry-kinds.ts';
import { RegisterBook } from '../../tagging/registers/book.ts';
import { dayOf } from '../../tagging/registers/moment.ts';
import type { RowValues } from '../../tagging/registers/register.ts';
import { AccountBook } from '../accounts/account-book.ts';
import { requireAccount } from '../accounts/deeds.ts';
import { unitsBelow } from '../accounts/unit-tree.ts';
import { AccessError } from '../error.ts';
import { type AccessRoom, type Acting, nextId } from '../room.ts';
import { type DrawableCase, type Drawn, draw, populationDigest, type Reviewer } from './draw.ts';

export interface DrawWish {
  /** Local days of the closing, both inclusive. */
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** Cases whose handlers are of this unit or one below it; null: all. */
  readonly unit: string | null;
  readonly count: number;
  /** Accounts, by id or name. */
  readonly reviewers: readonly string[];
  /** Decided elsewhere, by dice in front of witnesses for instance; null: the machine's own. */
  readonly seed: string | null;
  readonly note: string | null;
}

export interface ReviewDrawn {
  readonly review: string;
  readonly seed: string;
  readonly population: number;
  readonly populationSha256: string;
  readonly drawn: readonly { readonly case: string; readonly reviewer: string }[];
}

export interface ReviewFinding {
  readonly review: string;
  readonly case: string;
  readonly grade: ReviewGrade;
  readonly found: string;
  readonly mend: string | null;
}

/** An entry holds so many drawn cases. */
export const mostDrawn = 200;

/** Mutual review of case files, with its ledger (HY-16). */
export class Reviews {
  readonly #room: AccessRoom;
  readonly #registers: RegisterBook;

  constructor(room: AccessRoom) {
    this.#room = room;
    this.#registers = new RegisterBook(room.db);
  }

  /**
   * Draws cases closed in a span and assigns them. Each draw stands in the ledger, so that nobody draws until it suits.
   * Errors: `access.account_unknown`, `access.row_unknown`, `access.review_empty`, `access.review_nobody`.
   */
  async draw(wish: DrawWish, { actor }: Acting): Promise<ReviewDrawn> {
    const { db, ledger, turns, stationCode } = this.#room;
    const reviewers = this.#reviewers(wish.reviewers);
    const cases = this.#closed(wish);
    if (cases.length === 0)
      throw new AccessError('access.review_empty', { from: wish.from.toString(), to: wish.to.toString() });
    const seed = wish.seed ?? randomBytes(32).toString('hex');
    const drawn = draw(cases, Math.min(wish.count, mostDrawn), reviewers, seed).map(assigned);
    const [population, populationSha256] = [cases.length, populationDigest(cases)];
    const span = { from: wish.from.toString(), to: wish.to.toString(), unit: wish.unit };
    return await turns.take('reviews', async () => {
      const review = nextId(db, stationCode, 'V', 'view_review');
      await ledger.append([
        {
          type: 'review.drawn',
          actor,
          subject: { kind: 'review', id: review },
          data: { review, ...span, seed, population, populationSha256, drawn },
          personal: wish.note === null ? {} : { note: wish.note },
        },
      ]);
      return { review, seed, population, populationSha256, drawn };
    });
  }

  /**
   * What the review of one case found; said again it stands in place of the first. Only who was assigned says it, or
   * the owner of the data folder from their paper. Errors: `access.review_unknown`, `access.review_not_yours`.
   */
  async enter({ review, case: number, grade, found, mend }: ReviewFinding, acting: Acting): Promise<void> {
    const reviewer = this.#room.db
      .prepare<[string, string], string>(
        'SELECT reviewer FROM view_review_case WHERE review = ? AND number = ?',
      )
      .pluck()
      .get(review, number);
    if (reviewer === undefined)
      throw new AccessError('access.review_unknown', { review, case: number }, { field: 'REVIEW' });
    if (acting.principal !== null && reviewer !== acting.actor.id)
      throw new AccessError('access.review_not_yours', { case: number, reviewer });
    await this.#room.ledger.append([
      {
        type: 'review.entered',
        actor: acting.actor,
        subject: { kind: 'review', id: review },
        data: { review, case: number, grade },
        personal: { found, ...(mend === null ? {} : { mend }) },
      },
    ]);
  }

  #reviewers(given: readonly string[]): readonly Reviewer[] {
    const book = new AccountBook(this.#room.db);
    const accounts = [...new Set(given.map((one) => requireAccount(book, one).account))];
    return accounts.map((account) => {
      const { officer, units } = requireAccount(book, account);
      const home = this.#unitOf(officer);
      return { reviewer: account, officer, units: new Set([...units, ...(home === null ? [] : [home])]) };
    });
  }

  #closed({ from, to, unit }: DrawWish): readonly DrawableCase[] {
    if (unit !== null && this.#registers.row('units', unit) === null)
      throw new AccessError('access.row_unknown', { register: 'units', found: unit }, { field: 'unit' });
    const within = unit === null ? null : unitsBelow(this.#room.db, [unit]);
    const rows = this.#room.db
      .prepare<[], { key: string; fields: string }>(
        `SELECT key, fields FROM view_register WHERE register = 'cases' AND json_extract(fields, '$.closed') IS NOT NULL`,
      )
      .iterate();
    const found: DrawableCase[] = [];
    for (const { key, fields } of rows) {
      // The projector wrote it: field names and texts.
      const values = JSON.parse(fields) as RowValues;
      const day = dayOf(values['closed'] ?? '', this.#room.zone);
      if (day < from.toString() || day > to.toString()) continue;
      const handler = values['handler'] ?? null;
      const home = this.#unitOf(handler);
      if (within === null || (home !== null && within.has(home)))
        found.push({ case: key, handler, unit: home });
    }
    return found;
  }

  #unitOf(officer: string | null): string | null {
    if (officer === null) return null;
    return this.#registers.row('officers', officer)?.values['unit'] ?? null;
  }
}

function assigned({ case: number, reviewer }: Drawn): { readonly case: string; readonly reviewer: string } {
  if (reviewer === null)
    throw new AccessError('access.review_nobody', { case: number }, { field: 'reviewer' });
  return { case: number, reviewer };
}
