import { opensCommitment } from '../commitment.ts';
import type { Db } from '../database.ts';
import { type DamageReport, readable } from './damage.ts';
import { lostIn } from './lost-values.ts';

/** A damaged page may yield anything in place of bytes and text. */
interface Row {
  readonly seq: number;
  readonly there: number;
  readonly leaf: unknown;
  readonly field: unknown;
  readonly salt: unknown;
  readonly value: unknown;
}

/**
 * Holds every name, path and free text beside the tree against the commitment in its leaf, and asks for missing ones.
 * @param size where the ledger ends: what lies beyond shows that entries were cut off
 */
export function checkPersonal(db: Db, size: number, damage: DamageReport): void {
  const place = (): string => 'ledger_personal';
  readable(damage, 'entry_altered', place, () => checkStanding(db, size, damage), undefined);
  readable(damage, 'entry_altered', place, () => checkMissing(db, damage), undefined);
}

function checkStanding(db: Db, size: number, damage: DamageReport): void {
  const rows = db.prepare<[], Row>(
    `SELECT p.seq, e.seq IS NOT NULL AS there, e.leaf, p.field, p.salt, p.value
     FROM ledger_personal p LEFT JOIN ledger_entry e USING (seq) ORDER BY p.seq, p.field`,
  );
  for (const row of rows.iterate()) {
    const place = `entry ${row.seq}, ${String(row.field)}`;
    if (row.seq >= size) damage.add('truncated', place, 'the entry of this value', 'nothing');
    // A gap, and an entry that is damaged or in another's place, are told by the walk.
    else if (row.there === 1 && !damage.amongEntries(row.seq, row.seq + 1) && !holds(row))
      damage.add('entry_altered', place, 'the committed value', 'another');
  }
}

/**
 * A value is missed where no entry says that it was lost: what a station had back from its vault alone has none of the
 * values that lay beside it, and says so in the ledger, signed.
 */
function checkMissing(db: Db, damage: DamageReport): void {
  const isLost = lostIn(db);
  const missing = db.prepare<[], { seq: number; field: string }>(
    `SELECT e.seq, c.key AS field FROM ledger_entry e,
       json_each(iif(json_valid(CAST(e.leaf AS TEXT)), CAST(e.leaf AS TEXT), '{}'), '$.commit') c
     WHERE NOT EXISTS (SELECT 1 FROM ledger_personal p WHERE p.seq = e.seq AND p.field = c.key)`,
  );
  for (const { seq, field } of missing.iterate()) {
    if (damage.amongEntries(seq, seq + 1) || isLost(seq)) continue;
    damage.add('entry_altered', `entry ${seq}, ${field}`, 'the committed value', 'nothing');
  }
}

function holds({ leaf, field, salt, value }: Row): boolean {
  if (!Buffer.isBuffer(leaf) || !Buffer.isBuffer(salt)) return false;
  if (typeof field !== 'string' || typeof value !== 'string') return false;
  const commitment = commitmentOf(leaf, field);
  return commitment !== null && opensCommitment(commitment, salt, value);
}

/** The leaf's own form is checked elsewhere; here only the field is wanted. */
function commitmentOf(leaf: Buffer, field: string): string | null {
  try {
    const { commit } = JSON.parse(leaf.toString('utf8')) as { commit?: Readonly<Record<string, unknown>> };
    const found = commit?.[field];
    return typeof found === 'string' ? found : null;
  } catch {
    return null;
  }
}
