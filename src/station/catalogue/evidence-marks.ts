import type { Db } from '../../custody/database.ts';
import type { RetentionClass } from '../../custody/entry-kinds.ts';
import { effectiveTag, type Tag } from '../../tagging/tags.ts';

/** What a list says of an item beside its own facts: numbers and codes, no names. */
export interface EvidenceMarks {
  /** As whatever is most believed says; null where nothing does, or several are said and nobody has decided. */
  readonly officer: string | null;
  readonly case: string | null;
  readonly classification: string | null;
  readonly class: RetentionClass;
  /** Until when the original is locked; null while it is secured only. */
  readonly lockedUntil: string | null;
  /** Whether a legal hold stands on it. */
  readonly held: boolean;
  /** The worst of its course of enforcement; null while that has not been judged. */
  readonly verdict: string | null;
  /** How many findings are open. */
  readonly findings: number;
}

interface Row extends Omit<EvidenceMarks, 'officer' | 'case' | 'classification' | 'held'> {
  readonly evidence: string;
  readonly held: number;
}

/** From bad to good, as `judge-session.ts` ranks them. */
const worstFirst = ['overdue', 'late', 'excused', 'undetermined', 'due_soon', 'pending', 'on_time']
  .map((verdict, rank) => `WHEN '${verdict}' THEN ${rank}`)
  .join(' ');

/**
 * Of the items of one page; each is found by its key. Left to itself SQLite begins with every open finding of the station,
 * for each item anew.
 */
export const marksSql = `SELECT e.evidence, coalesce(c.class, 'unclassified') AS class,
  max(o.retain_until, coalesce(r.until, '')) AS lockedUntil,
  EXISTS (SELECT 1 FROM view_held h WHERE h.sha256 = e.sha256) AS held,
  (SELECT v.verdict FROM view_session_item i CROSS JOIN view_verdict v ON v.session = i.session
   WHERE i.evidence = e.evidence ORDER BY CASE v.verdict ${worstFirst} END LIMIT 1) AS verdict,
  (SELECT count(*) FROM view_finding_evidence f CROSS JOIN view_finding w USING (finding)
   WHERE f.evidence = e.evidence AND w.state = 'open') AS findings
  FROM json_each(?) j CROSS JOIN view_evidence e ON e.evidence = j.value
  LEFT JOIN view_class c ON c.evidence = e.evidence
  LEFT JOIN view_original o ON o.sha256 = e.sha256 AND e.stored IS NOT NULL
  LEFT JOIN view_retained r ON r.sha256 = e.sha256`;

const tagsSql = `SELECT evidence, field, source, said FROM json_each(?) j CROSS JOIN view_tag t ON t.evidence = j.value
  WHERE field IN ('officer', 'case', 'classification')`;

export function evidenceMarks(db: Db, evidence: readonly string[]): ReadonlyMap<string, EvidenceMarks> {
  const asked = JSON.stringify(evidence);
  const tags = tagsOf(db, asked);
  const rows = db.prepare<[string], Row>(marksSql).all(asked);
  return new Map(
    rows.map(({ evidence: id, held, ...row }): [string, EvidenceMarks] => {
      const said = (field: 'officer' | 'case' | 'classification'): string | null =>
        effectiveTag(field, tags.get(id)?.filter((one) => one.field === field) ?? [])?.value ?? null;
      const marks = { officer: said('officer'), case: said('case'), classification: said('classification') };
      return [id, { ...marks, ...row, held: held === 1 }];
    }),
  );
}

function tagsOf(db: Db, asked: string): ReadonlyMap<string, readonly Tag[]> {
  const found = db
    .prepare<[string], { evidence: string; field: Tag['field']; source: Tag['source']; said: string }>(
      tagsSql,
    )
    .all(asked);
  const tags = new Map<string, Tag[]>();
  for (const { evidence, field, source, said } of found) {
    const values = JSON.parse(said) as readonly string[];
    tags.set(evidence, [...(tags.get(evidence) ?? []), { field, source, values }]);
  }
  return tags;
}
