import { readFileSync } from 'node:fs';
import { DocketError } from '../../errors.ts';
import type { Db } from '../database.ts';
import { type KeyRing, keyEntries, keyNamedBy } from '../key-ring.ts';
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

/**
 * Asks the published key, the ledger's newest entry that names one and the private key. What cannot be read is damage.
 * @param ring the keys that the ledger names
 */
export function namedKeys(
  places: { readonly vkey: string; readonly key: string },
  origin: string,
  ring: KeyRing,
  damage: DamageReport,
): readonly NamedKey[] {
  const sources: [string, () => string][] = [
    [places.vkey, () => readFileSync(places.vkey, 'utf8').trim()],
    ...ring.slice(-1).map(({ from, key }): [string, () => string] => [`entry ${from}`, () => key.vkey]),
    [places.key, () => loadStationKey(places.key, origin).vkey],
  ];
  return sources.flatMap(([place, read]) => {
    try {
      return [{ place, key: parseVkey(read()) }];
    } catch (error) {
      if (!(error instanceof DocketError) && !isSystemError(error)) throw error;
      damage.add('signature', place, "the station's key", error.message);
      return [];
    }
  });
}

/** The keys that a ledger names, the first entry's first. An entry that is damaged is told by the walk. */
export function keysOf(db: Db, damage: DamageReport): KeyRing {
  const rows = readable(
    damage,
    'entry_altered',
    () => 'entry 0',
    () => keyEntries(db),
    [],
  );
  return rows.flatMap(({ seq, leaf }) => keyOf(seq, leaf, damage));
}

function keyOf(seq: number, bytes: unknown, damage: DamageReport): KeyRing {
  const leaf = Buffer.isBuffer(bytes) ? readLeaf(bytes) : null;
  if (leaf === null) return [];
  const place = `entry ${seq}`;
  try {
    const key = keyNamedBy(leaf);
    if (key !== null) return [{ from: seq, key }];
    // The catalogue calls it what it is not: the replay tells that.
    if (seq === 0) damage.add('signature', place, 'station.initialised with the public key', leaf.type);
  } catch (error) {
    if (!(error instanceof DocketError)) throw error;
    damage.add('signature', place, "the station's key", error.message);
  }
  return [];
}

/** The ledger's keys with the one that was chosen as its newest: where they differ, that is damage already. */
export function ringOf(named: KeyRing, chosen: Verifier | null): KeyRing {
  if (chosen === null) return [];
  const from = named.at(-1)?.from ?? -1;
  return [...named.slice(0, -1), { from, key: chosen }];
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
