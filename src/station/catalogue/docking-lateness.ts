import type { Db } from '../../custody/database.ts';

/** What the worst of a docking's courses of enforcement is, and until when it must be stored. */
export interface Lateness {
  readonly verdict: string | null;
  readonly due: string | null;
}

interface Row {
  readonly verdict: string;
  readonly due: string | null;
}

/** From bad to good, as `judge-session.ts` ranks them. */
const worstFirst = ['overdue', 'late', 'due_soon', 'undetermined', 'excused', 'pending', 'on_time'];
/** A card with fifty thousand files is asked about twice a second: by its newest courses, not by its files. */
const mostSessions = 60;

/** @param recorder null: it is not known yet, and nothing of it is judged */
export function worstVerdict(db: Db, docking: string, recorder: string | null): Lateness {
  if (recorder === null) return { verdict: null, due: null };
  const rows = db
    .prepare<[string, number, string], Row>(
      `SELECT v.verdict, json_extract(v.judgement, '$.due') AS due
       FROM (SELECT session FROM view_session WHERE recorder = ? ORDER BY session DESC LIMIT ?) s
       JOIN view_verdict v ON v.session = s.session
       WHERE EXISTS (SELECT 1 FROM view_session_item i WHERE i.session = s.session AND i.docking = ?)`,
    )
    .all(recorder, mostSessions, docking);
  const [worst] = rows.toSorted((a, b) => rank(a) - rank(b) || (a.due ?? '').localeCompare(b.due ?? ''));
  return worst ?? { verdict: null, due: null };
}

function rank({ verdict }: Row): number {
  const place = worstFirst.indexOf(verdict);
  return place === -1 ? worstFirst.length : place;
}
