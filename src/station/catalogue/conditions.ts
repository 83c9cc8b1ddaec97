import type { Condition } from './visible.ts';

/** A value of a query's parameter. */
type Parameter = string | number;

/**
 * The conditions of a query, all of which must hold. Each is a constant of the code with `?` for its values: what a
 * person typed reaches SQLite as a parameter only.
 */
export class Conditions {
  readonly #sql: string[] = [];
  readonly #parameters: Parameter[] = [];

  /** Adds a condition; with a value that is null there is none. */
  add(sql: string, value: Parameter | null): this {
    if (value === null) return this;
    this.#sql.push(sql);
    this.#parameters.push(...Array.from({ length: sql.split('?').length - 1 }, () => value));
    return this;
  }

  /** A condition that was made elsewhere; null: there is none. */
  and(condition: Condition | null): this {
    if (condition === null) return this;
    this.#sql.push(condition.sql);
    this.#parameters.push(...condition.parameters);
    return this;
  }

  always(sql: string): this {
    this.#sql.push(sql);
    return this;
  }

  /**
   * From `since` up to, but without, `until`. The column holds RFC 3339 in UTC with as many digits of a second as were
   * needed: without the closing `Z` such texts sort as the instants do, with it `18Z` would come after `18.5Z`. The
   * first condition of each pair is what an index can use.
   */
  within(column: string, since: Temporal.Instant | null, until: Temporal.Instant | null): this {
    const from = since === null ? null : sortable(since);
    const to = until === null ? null : sortable(until);
    return this.add(`${column} >= ?`, from === null ? null : from.slice(0, wholeSecond))
      .add(`rtrim(${column}, 'Z') >= ?`, from)
      .add(`${column} <= ?`, to === null ? null : `${to.slice(0, wholeSecond)}~`)
      .add(`rtrim(${column}, 'Z') < ?`, to);
  }

  /**
   * The same of things whose keys rise as their moments do, such as what the ledger has numbered: a moment is a place among the
   * keys, and a list in their order need not be sorted. Keys sort as their numbers do up to 999,999, in the lists too. The moments are those of entries, to the millisecond.
   */
  between(
    {
      table,
      key,
      moment,
      tie = 'rowid',
    }: {
      readonly table: string;
      readonly key: string;
      readonly moment: string;
      /** What follows the moment in its index. */
      readonly tie?: string;
    },
    column: string,
    since: Temporal.Instant | null,
    until: Temporal.Instant | null,
  ): this {
    const first = `SELECT first.${key} FROM ${table} first WHERE first.${moment} >= ?
      ORDER BY first.${moment}, first.${tie} LIMIT 1`;
    return this.add(`${column} >= (${first})`, since === null ? null : entryTime(since)).add(
      `${column} < coalesce((${first}), char(1114111))`,
      until === null ? null : entryTime(until),
    );
  }

  /** All of them as one, for another query; null where there are none. */
  get all(): Condition | null {
    return this.#sql.length === 0 ? null : { sql: this.#sql.join(' AND '), parameters: this.#parameters };
  }

  /** ` WHERE …`, or nothing. */
  get where(): string {
    return this.#sql.length === 0 ? '' : ` WHERE ${this.#sql.join(' AND ')}`;
  }

  get parameters(): readonly Parameter[] {
    return this.#parameters;
  }
}

/** An instant that crossed a thread as text. */
export function momentOf(text: string | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text);
}

const wholeSecond = '2026-09-02T18:01:18'.length;

function sortable(instant: Temporal.Instant): string {
  return instant.toString().slice(0, -1);
}

/** As entries write their time; what lies between two milliseconds is after the earlier one. */
export function entryTime(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3, roundingMode: 'ceil' });
}

/** One page of a list that is read on from a cursor: `next` is the cursor of the following page, null on the last. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => string,
): { readonly rows: readonly T[]; readonly next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
