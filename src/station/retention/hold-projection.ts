import type { Db } from '../../custody/database.ts';
import type { AnyEntry, LedgerEntry } from '../../custody/entry.ts';
import type { Projector } from '../../custody/projector.ts';
import { filingProjector } from '../../tagging/filing-projection.ts';
import { tagSources } from '../../tagging/tags.ts';

/**
 * What persons hold, and which items a hold of a case covers: those that are in the case when it is placed, and those that
 * come into it while it stands. Whoever takes an item out of its case does not take it out of the hold. What is in a case is
 * what recordings are filed under, so that the filing is this projector's too.
 */
export const holdProjector: Projector = {
  tables: [...filingProjector.tables, 'view_hold', 'view_hold_item'],
  prepare(db: Db) {
    const file = filingProjector.prepare(db);
    const sql = statements(db);
    return (entry) => {
      file(entry);
      apply(sql, entry);
    };
  },
};

type Statements = ReturnType<typeof statements>;

function apply(sql: Statements, entry: AnyEntry): void {
  switch (entry.type) {
    case 'hold.placed':
      placed(sql, entry);
      return;
    case 'hold.lifted':
      sql.lift.run(entry.actor.id, entry.at, entry.personal.reason ?? null, entry.data.hold);
      return;
    case 'evidence.tagged':
      if (entry.data.field === 'case') sql.coverItem.run(entry.seq, entry.data.evidence);
      return;
    default:
  }
}

function placed(sql: Statements, { data, personal, actor, at, seq }: LedgerEntry<'hold.placed'>): void {
  const { hold, of, about } = data;
  sql.place.run(hold, seq, of, about, personal.reason ?? null, actor.id, at);
  if (of === 'case') sql.coverCase.run(hold, seq, about);
}

const belief = (row: string): string =>
  `CASE ${row}.source ${tagSources.map((one, i) => `WHEN '${one}' THEN ${i} `).join('')}END`;

/** Said by the most believed source that says a case; between the several that it may name nobody has decided. */
const believed = `f.field = 'case' AND NOT EXISTS (SELECT 1 FROM view_filed g
  WHERE g.evidence = f.evidence AND g.field = 'case' AND ${belief('g')} < ${belief('f')})`;

function statements(db: Db) {
  return {
    place: db.prepare(
      `INSERT INTO view_hold (hold, seq, of, about, reason, placer, placed) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ),
    lift: db.prepare(
      'UPDATE view_hold SET lifter = ?, lifted = ?, lift_reason = ? WHERE hold = ? AND lifted IS NULL',
    ),
    coverCase: db.prepare(
      `INSERT OR IGNORE INTO view_hold_item (hold, evidence, seq)
       SELECT ?, f.evidence, ? FROM view_filed f WHERE ${believed} AND f.value = ?`,
    ),
    coverItem: db.prepare(
      `INSERT OR IGNORE INTO view_hold_item (hold, evidence, seq)
       SELECT h.hold, f.evidence, ? FROM view_filed f JOIN view_hold h ON h.of = 'case' AND h.about = f.value
       WHERE ${believed} AND f.evidence = ? AND h.lifted IS NULL`,
    ),
  };
}
