import Type, { type TProperties, type TSchema } from 'typebox';
import type { Json } from '../custody/json.ts';
import { cursorOf, keyIn } from './cursor.ts';
import { ApiError } from './error.ts';

export const usualLimit = 50;
const mostLimit = 500;

/** What every list understands beside its own filters. */
export function listQuery<F extends TProperties>(sorts: readonly string[], filters: F) {
  const ways = sorts.flatMap((one) => [one, `-${one}`]);
  const limit = { minimum: 1, maximum: mostLimit, description: `Rows of a page; ${usualLimit} without it` };
  const cursor = {
    minLength: 1,
    maxLength: 8_192,
    description: '`next` of the page before, of the same query',
  };
  return Type.Object(
    {
      ...filters,
      sort: Type.Optional(
        Type.Enum(ways, { description: 'By what the list is sorted; with - the other way round' }),
      ),
      limit: Type.Optional(Type.Integer(limit)),
      cursor: Type.Optional(Type.String(cursor)),
    },
    { additionalProperties: false },
  );
}

/** A question to a list as it is kept: its filters and its order, without a place in it. */
export function keptQuery<F extends TProperties>(sorts: readonly string[], filters: F) {
  const { sort } = listQuery(sorts, {}).properties;
  return Type.Object({ ...filters, sort }, { additionalProperties: false });
}

/** A page of a list. */
export function pageSchema<T extends TSchema>(row: T) {
  return Type.Object(
    {
      rows: Type.Array(row),
      next: Type.Union([Type.String(), Type.Null()], {
        description: 'The cursor of the next page; null on the last',
      }),
    },
    { additionalProperties: false },
  );
}

interface ListQuery {
  readonly limit?: number;
  readonly cursor?: string;
  readonly sort?: string;
}

export interface Paging {
  readonly after: string | null;
  readonly limit: number;
  readonly sort: string;
  /** The other way round. */
  readonly descending: boolean;
  page<T>(
    rows: readonly T[],
    next: string | null,
  ): { readonly rows: readonly T[]; readonly next: string | null };
}

/** Where a page begins and how it is answered. Error: `api.cursor_foreign`. */
export function paging(list: string, query: ListQuery, usual: string): Paging {
  const { limit = usualLimit, cursor, ...question } = query;
  const asked: Json = { list, question: JSON.stringify(Object.entries(question).toSorted()) };
  const sort = query.sort ?? usual;
  return {
    after: cursor === undefined ? null : keyIn(asked, cursor),
    limit,
    sort: sort.replace(/^-/, ''),
    descending: sort.startsWith('-'),
    page: (rows, next) => ({ rows, next: next === null ? null : cursorOf(asked, next) }),
  };
}

export const instant = (description: string) =>
  Type.Optional(Type.String({ maxLength: 40, description: `${description}; RFC 3339 with its offset` }));

/** Checks instants of a query, so that who reads them may trust them. Error: `api.value_wrong`. */
export function instantGiven(field: string, value: string): string {
  try {
    return Temporal.Instant.from(value).toString();
  } catch (cause) {
    const params = { field, allowed: '2026-09-02T18:01:18+08:00', found: value };
    throw new ApiError('api.value_wrong', params, { cause, field });
  }
}

/** From `since` up to, but without, `until`. */
export const spanFilters = {
  since: instant('From this moment'),
  until: instant('Up to, but without this moment'),
};

export function spanGiven(query: { readonly since?: string; readonly until?: string }): {
  readonly since: string | null;
  readonly until: string | null;
} {
  const { since, until } = query;
  return {
    since: since === undefined ? null : instantGiven('since', since),
    until: until === undefined ? null : instantGiven('until', until),
  };
}
