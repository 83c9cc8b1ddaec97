/** Where a page begins, how long it is, and which way round the list goes. */
export interface ListPage {
  /** The key after which the list goes on; null at its beginning. */
  readonly after: string | null;
  readonly limit: number;
  readonly descending: boolean;
}

/** A page of a list that is short enough to be read whole, in the order of its keys. */
export function pageWithin<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
  { after, limit, descending }: ListPage,
  compare: (a: string, b: string) => number = byCode,
): { readonly rows: readonly T[]; readonly next: string | null } {
  const turn = descending ? -1 : 1;
  const ordered = all.toSorted((a, b) => turn * compare(keyOf(a), keyOf(b)));
  const left = after === null ? ordered : ordered.filter((one) => turn * compare(keyOf(one), after) > 0);
  const rows = left.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: left.length > limit && last !== undefined ? keyOf(last) : null };
}

function byCode(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
