import { paging } from '../../../../src/api/listing.ts';
import type { MadePlan } from './made-plan.ts';
import type { AskingRole } from './made-world.ts';

/** One thing that is asked again and again, of other rows each time. */
export interface Question {
  readonly name: string;
  /** `list`: a page of a list; `one`: a thing by its id; `file`: what leaves as a file, bounded in number a minute. */
  readonly kind: 'list' | 'one' | 'file' | 'ingest';
  readonly role: AskingRole;
  readonly paths: readonly string[];
  readonly method?: 'PUT';
  /** One for each path. */
  readonly bodies?: readonly string[];
  /** So many times at most: the route answers no more in a minute. */
  readonly most?: number;
}

/** What lies where in the made-up station, for questions that name something. */
export interface Known {
  readonly plan: MadePlan;
  /** The newest and some others, of all ages. */
  readonly evidence: readonly string[];
  readonly entries: number;
}

export type Query = Readonly<Record<string, string | number | boolean>>;

export const variants = 24;
export const various = Array.from({ length: variants }, (_, i) => i);
export const twice = Array.from({ length: 2 * variants }, (_, i) => i);
const list = '/api/v1';

export function path(route: string, query: Query): string {
  const parameters = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return `${list}/${route}${parameters.size === 0 ? '' : `?${parameters}`}`;
}

/** The cursor of a page far from either end, as the list itself makes it. */
export function deep(name: string, query: Query, usual: string, key: string): string {
  const { limit, sort } = { limit: undefined, sort: undefined, ...query };
  const paged = { ...query, ...(limit === undefined ? {} : { limit: Number(limit) }) };
  const given = sort === undefined ? paged : { ...paged, sort: String(sort) };
  return paging(name, given, usual).page([], key).next ?? '';
}

export const all = (
  name: string,
  route: string,
  query: Query = {},
  role: AskingRole = 'auditor',
): Question => ({
  ...{ name, kind: 'list', role },
  paths: [path(route, query)],
});
export const each = (
  name: string,
  route: string,
  queryOf: (i: number) => Query,
  role: AskingRole = 'auditor',
): Question => ({ name, kind: 'list', role, paths: various.map((i) => path(route, queryOf(i))) });
