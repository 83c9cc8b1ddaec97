import { canonicalText } from '../custody/canonical.ts';
import type { Db } from '../custody/database.ts';
import type { AnyEntry, LedgerEntry } from '../custody/entry.ts';
import type { Projector } from '../custody/projector.ts';

/** Which recordings are one course of enforcement, and what their session is judged by. */
export const sessionProjector: Projector = {
  tables: ['view_session', 'view_session_item'],
  prepare(db: Db) {
    const sql = statements(db);
    return (entry) => apply(sql, entry);
  },
};

type Sql = ReturnType<typeof statements>;

function statements(db: Db) {
  const facts = ['docked', 'start', 'start_source', 'duration_ms', 'ended', 'end_source', 'claims'];
  facts.push('offset_s', 'doubtful');
  return {
    secure: db.prepare(
      `INSERT INTO view_session_item (evidence, recorder, docking, officer, named, segment, secured)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ),
    time: db.prepare(
      `UPDATE view_session_item SET ${facts.map((one) => `${one} = ?`).join(', ')} WHERE evidence = ?`,
    ),
    store: db.prepare('UPDATE view_session_item SET stored = ? WHERE evidence = ? AND stored IS NULL'),
    sessionOf: db
      .prepare<[string], string | null>('SELECT session FROM view_session_item WHERE evidence = ?')
      .pluck(),
    move: db.prepare('UPDATE view_session_item SET session = ? WHERE evidence = ?'),
    form: db.prepare(
      `INSERT INTO view_session (session, recorder, fixed, changed) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET fixed = max(fixed, excluded.fixed), changed = excluded.changed`,
    ),
    fix: db.prepare('UPDATE view_session SET fixed = 1 WHERE session = ?'),
    // What a person has entered stands before what a roster says.
    returned: db.prepare(
      `UPDATE view_session SET returned = ?, returned_source = ?
       WHERE session = ? AND (? = 'person' OR returned_source IS NULL OR returned_source = 'roster')`,
    ),
    takeBack: db.prepare(
      `UPDATE view_session SET returned = NULL, returned_source = NULL
       WHERE session = ? AND returned_source = 'roster'`,
    ),
    changed: db.prepare('UPDATE view_session SET changed = ? WHERE session = ?'),
  };
}

function apply(sql: Sql, entry: AnyEntry): void {
  switch (entry.type) {
    case 'recording.secured': {
      const { evidence, recorder, docking, named } = entry.data;
      const { officer = null, start = null, segment = null } = named ?? {};
      sql.secure.run(evidence, recorder, docking, officer, start, segment, entry.at);
      return;
    }
    case 'recording.timed':
      timed(sql, entry);
      return;
    case 'recording.stored': {
      const { evidence } = entry.data;
      sql.store.run(entry.at, evidence);
      touch(sql, evidence, entry.seq);
      return;
    }
    case 'session.formed':
      formed(sql, entry);
      return;
    case 'session.returned':
      sql.returned.run(entry.data.returned, entry.data.source, entry.data.session, entry.data.source);
      sql.changed.run(entry.seq, entry.data.session);
      return;
    case 'session.return_taken_back':
      sql.takeBack.run(entry.data.session);
      sql.changed.run(entry.seq, entry.data.session);
      return;
    case 'justification.submitted':
    case 'justification.decided':
      sql.changed.run(entry.seq, entry.data.session);
      return;
    default:
  }
}

function timed(sql: Sql, { data, seq }: LedgerEntry<'recording.timed'>): void {
  sql.time.run(
    data.docked,
    data.start,
    data.startSource,
    data.durationMs,
    data.ended,
    data.endSource,
    canonicalText(data.claims),
    data.offsetSeconds,
    Number(data.doubtful),
    data.evidence,
  );
  touch(sql, data.evidence, seq);
}

function formed(sql: Sql, { data, seq }: LedgerEntry<'session.formed'>): void {
  const { session, recorder, evidence, because } = data;
  const byPerson = because === 'split' || because === 'joined';
  sql.form.run(session, recorder, Number(byPerson), seq);
  for (const item of evidence) {
    const before = sql.sessionOf.get(item) ?? null;
    sql.move.run(session, item);
    if (before === null || before === session) continue;
    sql.changed.run(seq, before);
    if (byPerson) sql.fix.run(before);
  }
}

function touch(sql: Sql, evidence: string, seq: number): void {
  const session = sql.sessionOf.get(evidence) ?? null;
  if (session !== null) sql.changed.run(seq, session);
}
