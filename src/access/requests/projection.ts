import type { Db } from '../../custody/database.ts';
import type { LedgerEntry } from '../../custody/entry.ts';
import type { Projector } from '../../custody/projector.ts';

/** Who asked for what footage and until when, and what was decided. */
export const requestProjector: Projector = {
  tables: ['view_request', 'view_request_evidence'],
  prepare(db: Db) {
    const submit = db.prepare(
      `INSERT INTO view_request (request, kind, beneficiary, submitter, why, recipient, until, emergency, items, state,
         submitted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'submitted', ?)`,
    );
    const about = db.prepare('INSERT OR IGNORE INTO view_request_evidence (evidence, request) VALUES (?, ?)');
    const decide = db.prepare(
      `UPDATE view_request SET state = ?, decider = ?, decided = ?, note = ?
       WHERE request = ? AND state IN ('submitted', 'approved')`,
    );
    const expire = db.prepare(
      `UPDATE view_request SET state = 'expired' WHERE request = ? AND state IN ('submitted', 'approved')`,
    );
    const submitted = ({ data, personal, actor, at }: LedgerEntry<'request.submitted'>): void => {
      const { request, kind, evidence, until, emergency } = data;
      // Words that were erased leave a null.
      const words = [personal.why ?? null, personal.recipient ?? null];
      const size = [emergency ? 1 : 0, evidence.length];
      submit.run(request, kind, data.for, actor.id, ...words, until, ...size, at);
      for (const one of evidence) about.run(one, request);
    };
    return (entry) => {
      switch (entry.type) {
        case 'request.submitted':
          submitted(entry);
          return;
        case 'request.decided': {
          const { request, decision } = entry.data;
          decide.run(decision, entry.actor.id, entry.at, entry.personal.note ?? null, request);
          return;
        }
        case 'request.expired':
          expire.run(entry.data.request);
          return;
        default:
      }
    };
  },
};

/** What was seen and taken. */
export const viewingProjector: Projector = {
  tables: ['view_viewing'],
  prepare(db: Db) {
    const enter = db.prepare(
      `INSERT INTO view_viewing (seq, evidence, actor, request, what, from_s, to_s, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    return (entry) => {
      if (entry.type === 'evidence.viewed') {
        const { evidence, request, from, to } = entry.data;
        enter.run(entry.seq, evidence, entry.actor.id, request, 'played', from, to, entry.at);
      } else if (entry.type === 'evidence.downloaded') {
        const { evidence, request, what } = entry.data;
        enter.run(entry.seq, evidence, entry.actor.id, request, what, null, null, entry.at);
      }
    };
  },
};
