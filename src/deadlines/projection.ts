import type { Db } from '../custody/database.ts';
import type { Projector } from '../custody/projector.ts';

/** Written reasons for being late, with their approval and their attachments. */
export const justificationProjector: Projector = {
  tables: ['view_justification', 'view_attachment'],
  prepare(db: Db) {
    const submit = db.prepare(
      `INSERT INTO view_justification (justification, session, category, text, state, submitter, submitted)
       VALUES (?, ?, ?, ?, 'submitted', ?, ?)`,
    );
    const decide = db.prepare(
      `UPDATE view_justification SET state = ?, decider = ?, decided = ?, note = ?
       WHERE justification = ? AND state = 'submitted'`,
    );
    const attach = db.prepare(
      `INSERT INTO view_attachment (justification, sha256, bytes, name) VALUES (?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    );
    return (entry) => {
      switch (entry.type) {
        case 'justification.submitted': {
          const { justification, session, category } = entry.data;
          // A text that was erased leaves a null.
          const text = entry.personal.text ?? null;
          submit.run(justification, session, category, text, entry.actor.id, entry.at);
          return;
        }
        case 'justification.decided': {
          const { justification, decision } = entry.data;
          decide.run(decision, entry.actor.id, entry.at, entry.personal.note ?? null, justification);
          return;
        }
        case 'attachment.stored': {
          const { justification, sha256, bytes } = entry.data;
          attach.run(justification, sha256, bytes, entry.personal.name ?? null);
          return;
        }
        default:
      }
    };
  },
};

/** The regulations that this station has judged by, with the unit's readings, and since when. */
export const policyProjector: Projector = {
  tables: ['view_policy'],
  prepare(db: Db) {
    const adopt = db.prepare(
      'INSERT INTO view_policy (seq, policy, digest, adopted, content) VALUES (?, ?, ?, ?, ?)',
    );
    return (entry) => {
      if (entry.type !== 'policy.adopted') return;
      const { policy, digest, content } = entry.data;
      adopt.run(entry.seq, policy, digest, entry.at, content);
    };
  },
};

export const calendarProjector: Projector = {
  tables: ['view_calendar', 'view_calendar_day', 'view_calendar_year'],
  prepare(db: Db) {
    const adopt = db.prepare('INSERT INTO view_calendar (seq, digest, adopted) VALUES (?, ?, ?)');
    const forget = db.prepare('DELETE FROM view_calendar_day WHERE substr(day, 1, 4) = ?');
    const day = db.prepare('INSERT OR REPLACE INTO view_calendar_day (day, kind) VALUES (?, ?)');
    const announce = db.prepare('INSERT OR IGNORE INTO view_calendar_year (year) VALUES (?)');
    return (entry) => {
      if (entry.type === 'calendar.adopted') adopt.run(entry.seq, entry.data.digest, entry.at);
      if (entry.type !== 'calendar.imported') return;
      // An import of a year replaces an earlier one: a corrected notice takes days back too.
      for (const year of entry.data.years) {
        forget.run(String(year));
        announce.run(year);
      }
      for (const one of entry.data.restDays) day.run(one, 'rest');
      for (const one of entry.data.workDays) day.run(one, 'work');
    };
  },
};

export const clockProjector: Projector = {
  tables: ['view_clock'],
  prepare(db: Db) {
    const found = db.prepare(
      `INSERT INTO view_clock (docking, recorder, offset_s, source) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET offset_s = excluded.offset_s, source = excluded.source`,
    );
    const correct = db.prepare(
      `INSERT INTO view_clock (docking, recorder, source, corrected) VALUES (?, ?, 'person', ?)
       ON CONFLICT DO UPDATE SET corrected = excluded.corrected`,
    );
    return (entry) => {
      if (entry.type === 'docking.clock') {
        const { docking, recorder, offsetSeconds, source } = entry.data;
        found.run(docking, recorder, offsetSeconds, source);
      } else if (entry.type === 'docking.clock_corrected') {
        const { docking, recorder, offsetSeconds } = entry.data;
        correct.run(docking, recorder, offsetSeconds);
      }
    };
  },
};
