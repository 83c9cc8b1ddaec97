import { AccountBook } from '../../access/accounts/account-book.ts';
import { AccessError } from '../../access/error.ts';
import type { Db } from '../../custody/database.ts';
import { RegisterBook } from '../../tagging/registers/book.ts';
import { Conditions, pageOf } from './conditions.ts';
import type { ListPage } from './list-page.ts';
import type { Condition } from './visible.ts';

/** One draw of cases for mutual review. */
export interface ListedReview {
  readonly review: string;
  readonly from: string;
  readonly to: string;
  readonly unit: string | null;
  readonly seed: string;
  readonly population: number;
  readonly populationSha256: string;
  readonly note: string | null;
  readonly drawer: string;
  readonly drawn: string;
  readonly cases: number;
  /** Of them, those whose review is entered. */
  readonly reviewed: number;
}

/** A line of the review ledger (评查台账, HY-16). */
export interface ReviewLine {
  readonly review: string;
  readonly case: string;
  readonly title: string | null;
  readonly handler: string | null;
  readonly unit: string | null;
  readonly reviewer: string;
  readonly reviewerName: string | null;
  /** Null while it has not been reviewed. */
  readonly grade: string | null;
  readonly found: string | null;
  readonly mend: string | null;
  readonly enterer: string | null;
  readonly entered: string | null;
}

const columns = `review, from_day AS "from", to_day AS "to", unit, seed, population,
  population_sha256 AS populationSha256, note, drawer, drawn,
  (SELECT count(*) FROM view_review_case c WHERE c.review = r.review) AS cases,
  (SELECT count(entered) FROM view_review_case c WHERE c.review = r.review) AS reviewed`;

export interface ReviewFilter extends ListPage {
  readonly unit?: string | null;
  /** By whom one of its cases is reviewed. */
  readonly reviewer?: string | null;
}

/** Draws by their numbers, in which they were made. */
export function reviewList(
  db: Db,
  filter: ReviewFilter,
): { readonly reviews: readonly ListedReview[]; readonly next: string | null } {
  const { sql, parameters } = reviewRows(filter);
  const found = db.prepare<unknown[], ListedReview>(sql).all(...parameters);
  const { rows, next } = pageOf(found, filter.limit, ({ review }) => review);
  return { reviews: rows, next };
}

export function reviewRows(filter: ReviewFilter): Condition {
  const { unit = null, reviewer = null, after, limit, descending } = filter;
  const conditions = new Conditions()
    .add(descending ? 'r.review < ?' : 'r.review > ?', after)
    .add('r.unit = ?', unit)
    .add('r.review IN (SELECT review FROM view_review_case WHERE reviewer = ?)', reviewer);
  return {
    sql: `SELECT ${columns} FROM view_review r${conditions.where}
      ORDER BY r.review${descending ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}

/** Error: `access.review_unknown`. */
export function reviewDetail(
  db: Db,
  review: string,
): ListedReview & { readonly lines: readonly ReviewLine[] } {
  const found = db
    .prepare<[string], ListedReview>(`SELECT ${columns} FROM view_review r WHERE r.review = ?`)
    .get(review);
  if (found === undefined)
    throw new AccessError('access.review_unknown', { review, case: '–' }, { field: 'REVIEW' });
  return { ...found, lines: reviewLines(db, review) };
}

/** The ledger of one review, by case number. */
function reviewLines(db: Db, review: string): readonly ReviewLine[] {
  const registers = new RegisterBook(db);
  const accounts = new AccountBook(db);
  type Row = Omit<ReviewLine, 'title' | 'handler' | 'unit' | 'reviewerName'>;
  return db
    .prepare<[string], Row>(
      `SELECT review, number AS "case", reviewer, grade, found, mend, enterer, entered FROM view_review_case
       WHERE review = ? ORDER BY number`,
    )
    .all(review)
    .map((row) => {
      const values = registers.row('cases', row.case)?.values;
      const handler = values?.['handler'] ?? null;
      const officer = handler === null ? null : registers.row('officers', handler);
      return {
        ...row,
        title: values?.['title'] ?? null,
        handler,
        unit: officer?.values['unit'] ?? null,
        reviewerName: accounts.nameOf(row.reviewer),
      };
    });
}
