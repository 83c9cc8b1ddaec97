import { readFileSync } from 'node:fs';
import { DocketError } from '../../errors.ts';
import type { Db } from '../database.ts';
import { parseNote } from '../note.ts';
import { loadStationKey } from '../station-key.ts';
import { parseVkey, type Verifier } from '../vkey.ts';
import type { FoundCheckpoint } from './checkpoints.ts';
import { type DamageReport, readable } from './damage.ts';
import { readLeaf } from './entry-glance.ts';

/** A place that says which public key is the station's. */
export interface NamedKey {
  readonly place: string;
  readonly key: Verifier;
}

/** Asks the published key, the ledger's first entry and the private key. What cannot be read is damage. */
export function namedKeys(
  places: { readonly vkey: string; readonly key: string },
  origin: string,
  db: Db | null,
  damage: DamageReport,
): readonly NamedKey[] {
  const sources: [string, () => string | null][] = [
    [places.vkey, () => readFileSync(places.vkey, 'utf8').trim()],
    ['entry 0', () => (db === null ? null : firstEntryKey(db, damage))],
    [places.key, () => loadStationKey(places.key, origin).vkey],
  ];
  return sources.flatMap(([place, read]) => {
    try {
      const vkey = read();
      return vkey === null ? [] : [{ place, key: parseVkey(vkey) }];
    } catch (error) {
      if (!(error instanceof DocketError) && !isSystemError(error)) throw error;
      damage.add('signature', place, "the station's key", error.message);
      return [];
    }
  });
}

/** Null where there is no such entry, or where it is damaged: the walk tells that. */
function firstEntryKey(db: Db, damage: DamageReport): string | null {
  const read = (): unknown =>
    db.prepare<[], unknown>('SELECT leaf FROM ledger_entry WHERE seq = 0').pluck().get();
  const bytes = readable(damage, 'entry_altered', () => 'entry 0', read, null);
  const leaf = Buffer.isBuffer(bytes) ? readLeaf(bytes) : null;
  if (leaf === null) return null;
  const key = leaf.type === 'station.initialised' ? leaf.data['publicKey'] : null;
  if (typeof key === 'string') return key;
  damage.add('signature', 'entry 0', 'station.initialised with the public key', leaf.type);
  return null;
}

/**
 * Of keys that contradict each other, the one that most signed heads name, in the database, the vault and elsewhere: a
 * key put into one place does not make a thief of the station. The signatures themselves are checked after.
 */
export function chooseKey(named: readonly NamedKey[], heads: readonly FoundCheckpoint[]): Verifier | null {
  const [first, ...others] = named;
  if (first === undefined || others.every(({ key }) => key.vkey === first.key.vkey))
    return first?.key ?? null;
  const signers = heads.map(({ note }) => signersOf(note));
  const votes = ({ key }: NamedKey): number =>
    signers.filter((names) => names.includes(`${key.name}+${key.keyId}`)).length;
  return named.reduce((best, one) => (votes(one) > votes(best) ? one : best)).key;
}

function signersOf(note: FoundCheckpoint['note']): readonly string[] {
  try {
    return parseNote(note).signatures.map(({ name, keyId }) => `${name}+${keyId}`);
  } catch {
    return [];
  }
}

/** Names every place that has another key than the one that was chosen. */
export function compareKeys(named: readonly NamedKey[], chosen: Verifier | null, damage: DamageReport): void {
  for (const { place, key } of named) {
    if (chosen !== null && key.vkey !== chosen.vkey) damage.add('signature', place, chosen.vkey, key.vkey);
  }
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
