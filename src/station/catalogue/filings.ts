import type { Statement } from 'better-sqlite3';
import type { Db } from '../../custody/database.ts';
import { effectiveTag, type TagSource } from '../../tagging/tags.ts';

/** That a recording is filed under a case, or a party. */
export interface Filing {
  readonly evidence: string;
  /** The most believed source names several: it is one of them, and nobody has said which. */
  readonly candidate: boolean;
  readonly source: TagSource;
  /** A source that is believed less says something else. */
  readonly conflict: boolean;
}

interface Row {
  readonly evidence: string;
  readonly source: TagSource;
  readonly said: string;
}

/** Which recordings are filed under what: by the one precedence that tags have. */
export class Filings {
  readonly #said: Statement<[string, string, string], Row>;

  constructor(db: Db) {
    this.#said = db.prepare(
      `SELECT t.evidence, t.source, t.said FROM view_tag t
       WHERE t.field = ? AND t.evidence IN (SELECT f.evidence FROM view_filed f WHERE f.field = ? AND f.value = ?)
       ORDER BY t.evidence`,
    );
  }

  /** In the order in which the recordings came in. One that a better source files elsewhere is not among them. */
  under(field: 'case' | 'party', value: string): readonly Filing[] {
    const said = Map.groupBy(this.#said.all(field, field, value), ({ evidence }) => evidence);
    return [...said].flatMap(([evidence, rows]) => {
      const tag = effectiveTag(
        field,
        rows.map((row) => ({
          ...{ field, source: row.source },
          // The projector wrote it: a list of texts.
          values: JSON.parse(row.said) as readonly string[],
        })),
      );
      if (tag === null) return [];
      const candidate = tag.candidates.includes(value);
      if (tag.value !== value && !candidate) return [];
      return [{ evidence, candidate, source: tag.source, conflict: tag.conflict }];
    });
  }
}
