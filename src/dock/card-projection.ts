import type { Db } from '../custody/database.ts';
import type { Projector } from '../custody/projector.ts';

/** Who handed in what by another way than the dock, and why. */
export const handedInProjector: Projector = {
  tables: ['view_handed_in'],
  prepare(db: Db) {
    const insert = db.prepare(
      `INSERT INTO view_handed_in (docking, way, by, officer, second, second_officer, cause, seal, recorder, actor)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    return (entry) => {
      if (entry.type !== 'docking.handed_in') return;
      const { way, officer, secondOfficer, recorder } = entry.data;
      // What was erased leaves a null.
      const {
        by = null,
        cause = null,
        seal = null,
        second = null,
      } = entry.personal as Partial<typeof entry.personal>;
      const docking = entry.subject.id;
      insert.run(docking, way, by, officer, second, secondOfficer, cause, seal, recorder, entry.actor.id);
    };
  },
};

/** What the newest look at a card found in its marker file. */
export const markProjector: Projector = {
  tables: ['view_mark'],
  prepare(db: Db) {
    const mark = db.prepare(
      `INSERT OR REPLACE INTO view_mark (docking, officers, units, officer_names, unit_names, certain)
       VALUES (?, ?, ?, ?, ?, ?)`,
    );
    return (entry) => {
      if (entry.type !== 'docking.marked') return;
      const { officers, units, certain } = entry.data;
      const { officerNames = '[]', unitNames = '[]' } = entry.personal;
      const texts = [JSON.stringify(officers), JSON.stringify(units), officerNames, unitNames];
      mark.run(entry.subject.id, ...texts, Number(certain));
    };
  },
};
