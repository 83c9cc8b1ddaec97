import { opensCommitment } from '../commitment.ts';
import type { Db } from '../database.ts';
import type { DamageReport } from './damage.ts';

interface Row {
  readonly seq: number;
  readonly leaf: Buffer | null;
  readonly field: string;
  readonly salt: Buffer;
  readonly value: string;
}

/** Holds every name, path and free text beside the tree against the commitment in its leaf, and asks for missing ones. */
export function checkPersonal(db: Db, damage: DamageReport): void {
  const rows = db.prepare<[], Row>(
    `SELECT p.seq, e.leaf, p.field, p.salt, p.value FROM ledger_personal p
     LEFT JOIN ledger_entry e USING (seq) ORDER BY p.seq`,
  );
  for (const row of rows.iterate()) {
    const place = `entry ${row.seq}, ${row.field}`;
    if (row.leaf === null) damage.add('truncated', place, 'the entry of this value', 'nothing');
    else if (!holds(row, row.leaf)) damage.add('entry_altered', place, 'the committed value', 'another');
  }
  const missing = db.prepare<[], { seq: number; field: string }>(
    `SELECT e.seq, c.key AS field FROM ledger_entry e,
       json_each(iif(json_valid(CAST(e.leaf AS TEXT)), CAST(e.leaf AS TEXT), '{}'), '$.commit') c
     WHERE NOT EXISTS (SELECT 1 FROM ledger_personal p WHERE p.seq = e.seq AND p.field = c.key)`,
  );
  for (const { seq, field } of missing.iterate()) {
    damage.add('entry_altered', `entry ${seq}, ${field}`, 'the committed value', 'nothing');
  }
}

function holds({ field, salt, value }: Row, leaf: Buffer): boolean {
  const commitment = commitmentOf(leaf, field);
  if (commitment === null) return false;
  try {
    return opensCommitment(commitment, salt, value);
  } catch {
    return false;
  }
}

/** The leaf's own form was checked on the walk; here only the field is wanted. */
function commitmentOf(leaf: Buffer, field: string): string | null {
  try {
    const { commit } = JSON.parse(leaf.toString('utf8')) as { commit?: Readonly<Record<string, unknown>> };
    const found = commit?.[field];
    return typeof found === 'string' ? found : null;
  } catch {
    return null;
  }
}
