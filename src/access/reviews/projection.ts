import type { Db } from '../../custody/database.ts';
import type { LedgerEntry } from '../../custody/entry.ts';
import type { Projector } from '../../custody/projector.ts';

/** The review ledger (评查台账). */
export const reviewProjector: Projector = {
  tables: ['view_review', 'view_review_case'],
  prepare(db: Db) {
    const draw = db.prepare(
      `INSERT INTO view_review (review, from_day, to_day, unit, seed, population, population_sha256, note, drawer, drawn)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const assign = db.prepare('INSERT INTO view_review_case (review, number, reviewer) VALUES (?, ?, ?)');
    const enter = db.prepare(
      `UPDATE view_review_case SET grade = ?, found = ?, mend = ?, enterer = ?, entered = ?
       WHERE review = ? AND number = ?`,
    );
    const drawn = ({ data, personal, actor, at }: LedgerEntry<'review.drawn'>): void => {
      const { review, from, to, unit, seed, population, populationSha256 } = data;
      const span = [from, to, unit, seed, population, populationSha256];
      draw.run(review, ...span, personal.note ?? null, actor.id, at);
      for (const one of data.drawn) assign.run(review, one.case, one.reviewer);
    };
    return (entry) => {
      if (entry.type === 'review.drawn') drawn(entry);
      else if (entry.type === 'review.entered') {
        const { review, grade } = entry.data;
        // Words that were erased leave a null.
        const words = [entry.personal.found ?? null, entry.personal.mend ?? null];
        enter.run(grade, ...words, entry.actor.id, entry.at, review, entry.data.case);
      }
    };
  },
};
