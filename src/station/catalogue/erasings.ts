import type { Db } from '../../custody/database.ts';
import type { ErasingEnd } from '../../custody/entry-kinds.ts';
import { Conditions, pageOf } from './conditions.ts';
import type { Condition } from './visible.ts';

/** A file that was on the list of an erasing and stays, or of which nobody can say yet whether it went. */
export interface KeptFile {
  readonly path: string | null;
  readonly pathBase64?: string;
  readonly evidence: string;
  readonly bytes: number;
  readonly state: 'kept' | 'going' | 'still_there';
  readonly reason: string | null;
}

/** An erasing as the catalogue keeps it. */
export interface KnownErasing {
  readonly erasing: string;
  readonly recorder: string;
  readonly source: 'confirmed' | 'policy';
  /** Who confirmed it; null where nobody did. */
  readonly confirmer: string | null;
  readonly begun: string;
  /** Null while it is under way. */
  readonly finished: string | null;
  readonly because: ErasingEnd | null;
  readonly files: number;
  /** Of which that docking itself has seen that they went. */
  readonly gone: number;
  readonly goneBytes: number;
  /** Of which only a later docking has shown that they had gone. */
  readonly goneSince: number;
  readonly kept: readonly KeptFile[];
}

type Row = Omit<KnownErasing, 'kept'>;

const settledLater = `EXISTS (SELECT 1 FROM view_entry v JOIN ledger_entry l USING (seq)
  WHERE v.subject = 'evidence:' || f.evidence AND v.type = 'erasing.settled'
    AND json_extract(CAST(l.leaf AS TEXT), '$.data.erasing') = f.erasing
    AND json_extract(CAST(l.leaf AS TEXT), '$.data.file') = f.file)`;
const goneOf = (what: string, later: boolean): string =>
  `(SELECT ${what} FROM view_erased f WHERE f.erasing = e.erasing AND f.state = 'gone'
     AND ${later ? '' : 'NOT '}${settledLater})`;

interface KeptRow {
  readonly path: string | null;
  readonly path_base64: string | null;
  readonly evidence: string;
  readonly bytes: number;
  readonly state: KeptFile['state'];
  readonly reason: string | null;
}

const columns = `e.erasing, e.recorder, e.source, e.begun, e.finished, e.because, e.files,
  (SELECT confirmer FROM view_erasing_list l WHERE l.docking = e.docking AND l.list = e.list) AS confirmer,
  ${goneOf('count(*)', false)} AS gone, ${goneOf('coalesce(sum(bytes), 0)', false)} AS goneBytes,
  ${goneOf('count(*)', true)} AS goneSince`;

export interface ErasingFilter {
  readonly docking: string | null;
  readonly after: string | null;
  readonly newestFirst: boolean;
  readonly limit: number;
}

/** A page of all erasings in the order of their names, without their files. */
export function erasingPage(
  db: Db,
  filter: ErasingFilter,
): { readonly erasings: readonly Row[]; readonly next: string | null } {
  const { sql, parameters } = erasingRows(filter);
  const found = db.prepare<unknown[], Row>(sql).all(...parameters);
  const { rows, next } = pageOf(found, filter.limit, ({ erasing }) => erasing);
  return { erasings: rows, next };
}

export function erasingRows({ docking, after, newestFirst, limit }: ErasingFilter): Condition {
  const conditions = new Conditions()
    .add(newestFirst ? 'e.erasing < ?' : 'e.erasing > ?', after)
    .add('e.docking = ?', docking);
  return {
    sql: `SELECT ${columns} FROM view_erasing e${conditions.where}
      ORDER BY e.erasing${newestFirst ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}

/** What was erased in one docking, oldest first. */
export function erasingsOf(db: Db, docking: string): readonly KnownErasing[] {
  const kept = db.prepare<[string], KeptRow>(
    `SELECT path, path_base64, evidence, bytes, state, reason FROM view_erased
     WHERE erasing = ? AND state <> 'gone' ORDER BY file`,
  );
  return db
    .prepare<[string], Row>(
      `SELECT ${columns}
       FROM view_erasing e WHERE e.docking = ? ORDER BY e.begun, e.erasing`,
    )
    .all(docking)
    .map((row) => ({ ...row, kept: kept.all(row.erasing).map(keptFile) }));
}

function keptFile({ path_base64, ...row }: KeptRow): KeptFile {
  return { ...row, ...(path_base64 === null ? {} : { pathBase64: path_base64 }) };
}
