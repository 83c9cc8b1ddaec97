import { canonicalText } from '../custody/canonical.ts';
import type { Db } from '../custody/database.ts';
import type { LedgerEntry } from '../custody/entry.ts';
import type { Projector } from '../custody/projector.ts';

/** The newest judgement of each session by each rule; the older ones stay in the ledger. */
export const verdictProjector: Projector = {
  tables: ['view_verdict'],
  prepare(db: Db) {
    const give = db.prepare(
      `INSERT OR REPLACE INTO view_verdict (session, rule, policy, digest, clause, verdict, justification, doubtful,
         provisional, by_system, due, last_due, stored, judgement, next_ms, seq)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    // A session that is judged by another regulation is no longer judged by the rules of the one before.
    const drop = db.prepare('DELETE FROM view_verdict WHERE session = ? AND digest <> ?');
    // Where its last item has gone to another session there is nothing left to judge.
    const empty = db.prepare('DELETE FROM view_verdict WHERE session = ?');
    return (entry) => {
      if (entry.type === 'verdict.given') {
        drop.run(entry.data.session, entry.data.digest);
        give.run(...row(entry));
      } else if (entry.type === 'session.emptied') empty.run(entry.data.session);
    };
  },
};

function row({ data, seq }: LedgerEntry<'verdict.given'>): readonly (string | number | null)[] {
  return [
    data.session,
    data.rule,
    data.policy,
    data.digest,
    data.clause,
    data.verdict,
    data.justification,
    Number(data.doubtful),
    Number(data.provisional),
    Number(data.bySystem),
    data.due,
    data.lastDue,
    data.stored,
    canonicalText(data),
    data.next === null ? null : Temporal.Instant.from(data.next).epochMilliseconds,
    seq,
  ];
}
