import type { Db } from '../../custody/database.ts';

/** These units and all below them, as the register of units has the tree. One that leads back to itself ends there. */
export function unitsBelow(db: Db, units: readonly string[]): ReadonlySet<string> {
  const below = db
    .prepare<[string], string>(
      `WITH RECURSIVE below (code) AS (
         VALUES (?)
         UNION
         SELECT r.key FROM view_register r JOIN below ON json_extract(r.fields, '$.parent') = below.code
         WHERE r.register = 'units'
       ) SELECT code FROM below`,
    )
    .pluck();
  return new Set(units.flatMap((unit) => below.all(unit)));
}
