import type { Db } from '../../src/custody/database.ts';
import type { Condition } from '../../src/station/catalogue/visible.ts';

/** How SQLite goes about a query, step by step. */
export function planOf(db: Db, { sql, parameters }: Condition): readonly string[] {
  return db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...parameters)
    .map(({ detail }) => detail);
}

/**
 * What a list must not do: read a table from end to end in no order (`SCAN x` without an index, which a LIMIT cannot cut
 * short), or sort what it has read. @param mayScan tables that lie in the order of the list, or hold a handful of rows
 */
export function complaintsIn(plan: readonly string[], mayScan: readonly string[]): readonly string[] {
  return plan.filter((detail) => {
    const [, table] = /^SCAN (\w+)/.exec(detail) ?? [];
    const walks = / USING (?:COVERING )?INDEX|VIRTUAL TABLE|CONSTANT ROW/.test(detail);
    return (
      (table !== undefined && !walks && !mayScan.includes(table)) ||
      detail.includes('TEMP B-TREE FOR ORDER BY')
    );
  });
}
