import type { Statement } from 'better-sqlite3';
import type { Db } from '../../custody/database.ts';
import type { Ledger, WorkChange } from '../../custody/ledger.ts';

/** So many entries are looked at in one go. */
const window = 200;
const cursor = 'retention';
const heeded = [
  ...['recording.stored', 'sidecar.stored', 'evidence.tagged', 'register.entered', 'register.removed'],
  ...['hold.placed', 'hold.lifted', 'evidence.disposed', 'evidence.disposal_refused'],
  'retention.extended',
];

interface Row {
  readonly type: string;
  readonly evidence: string | null;
  readonly field: string | null;
  readonly register: string | null;
  readonly key: string | null;
  readonly of: string | null;
  readonly about: string | null;
}

/**
 * Follows the ledger, and notes which originals may have to be kept otherwise than they are: those of an item that was
 * stored, tagged or held, and those of a case that was changed. Nothing else is looked at, however many there are.
 */
export class RetentionChanges {
  readonly #ledger: Ledger;
  readonly #sql: ReturnType<typeof statements>;

  constructor(db: Db, ledger: Ledger) {
    this.#ledger = ledger;
    this.#sql = statements(db);
  }

  /** Looks at the next entries; false where there are none. */
  async follow(): Promise<boolean> {
    const from = this.#sql.cursor.get(cursor) ?? 0;
    const last = (this.#sql.last.get() ?? -1) + 1;
    if (from >= last) return false;
    const to = Math.min(last, from + window);
    const rows = this.#sql.entries.all(from, to);
    const evidence = new Set(rows.flatMap(evidenceOf));
    const cases = new Set(rows.flatMap(caseOf));
    await this.#ledger.append(
      [],
      [...[...evidence].map(ofItem), ...[...cases].map(ofCase), reached(to)],
      'later',
    );
    return true;
  }
}

function evidenceOf({ type, evidence, field, of, about }: Row): readonly string[] {
  if (type === 'evidence.tagged' && field !== 'case' && field !== 'importance') return [];
  if (of === 'evidence' && about !== null) return [about];
  return evidence === null ? [] : [evidence];
}

function caseOf({ register, key, of, about }: Row): readonly string[] {
  if (register === 'cases' && key !== null) return [key];
  return of === 'case' && about !== null ? [about] : [];
}

const originalsOf = (which: string): string =>
  `INSERT OR IGNORE INTO work_retention (sha256, releasing)
   SELECT sha256, 0 FROM view_evidence WHERE stored IS NOT NULL AND evidence ${which}
   UNION SELECT sha256, 0 FROM view_sidecar WHERE evidence ${which}`;

function ofItem(evidence: string): WorkChange {
  return { sql: originalsOf('= ?'), params: [evidence, evidence] };
}

function ofCase(number: string): WorkChange {
  // What a hold covers may not be filed there any more.
  const concerned = `IN (SELECT evidence FROM view_filed WHERE field = 'case' AND value = ?
    UNION SELECT i.evidence FROM view_hold_item i JOIN view_hold h USING (hold) WHERE h.of = 'case' AND h.about = ?)`;
  return { sql: originalsOf(concerned), params: [number, number, number, number] };
}

function reached(seq: number): WorkChange {
  return {
    sql: `INSERT INTO work_cursor (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value`,
    params: [cursor, seq],
  };
}

function statements(db: Db): {
  readonly cursor: Statement<[string], number>;
  readonly last: Statement<[], number | null>;
  readonly entries: Statement<[number, number], Row>;
} {
  const of = (name: string): string => `json_extract(data, '$.${name}') AS ${name}`;
  return {
    cursor: db.prepare<[string], number>('SELECT value FROM work_cursor WHERE name = ?').pluck(),
    last: db.prepare<[], number | null>('SELECT max(seq) FROM view_entry').pluck(),
    entries: db.prepare(
      `SELECT e.type, ${of('evidence')}, ${of('field')}, ${of('register')}, ${of('key')},
         coalesce(h.of, json_extract(data, '$.of')) AS of, coalesce(h.about, json_extract(data, '$.about')) AS about
       FROM (SELECT v.type, json_extract(CAST(l.leaf AS TEXT), '$.data') AS data
             FROM view_entry v JOIN ledger_entry l USING (seq)
             WHERE v.seq >= ? AND v.seq < ? AND v.type IN (${heeded.map((one) => `'${one}'`).join(', ')})) e
       LEFT JOIN view_hold h ON h.hold = json_extract(data, '$.hold')`,
    ),
  };
}
