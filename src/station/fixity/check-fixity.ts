import type { Db } from '../../custody/database.ts';
import type { Station } from '../../station.ts';
import type { Dockings } from '../dockings.ts';
import { StationError } from '../error.ts';
import type { OrderArgs } from '../orders.ts';
import type { CopyChecked } from './check-copy.ts';
import type { ReadingOn } from './readings.ts';

/** What a person's check found. */
export interface FixityAnswer {
  readonly checked: number;
  readonly bytes: number;
  readonly sound: number;
  /** Everything that is not as it was, or was not. */
  readonly damaged: readonly (CopyChecked & { readonly evidence: readonly string[] })[];
  /** Copies that could not be looked at: their vault is not there. */
  readonly unreached: number;
  /** Each copy with what it was compared by, where items were named. */
  readonly copies: readonly ComparedCopy[];
}

export interface ComparedCopy {
  readonly vault: string;
  readonly sha256: string;
  /** As it was when the original was stored: what a copy is read back against. */
  readonly blake3: string;
  readonly bytes: number;
  readonly outcome: CopyChecked['outcome'];
  /** What was read back in its place; null where it was the same. */
  readonly found: string | null;
}

/** Reads copies back now. Error: `station.evidence_unknown`. */
export async function checkFixity(
  { db, fixity }: Station,
  dockings: Dockings,
  { wish }: OrderArgs<'checkFixity'>,
): Promise<FixityAnswer> {
  const originals = typeof wish === 'string' ? wish : originalsOf(db, wish);
  const busy = (): boolean => dockings.snapshots().some(({ phase }) => phase === 'copying');
  const copies: ComparedCopy[] = [];
  const told = (onRead: ReadingOn['onRead']): ReadingOn => ({
    onRead,
    onCopy: (copy) => copies.push(comparedIn(db, copy)),
  });
  const reading = typeof wish === 'string' ? null : fixity.readings.begin(wish, copyBytes(db, originals));
  const { unsound, ...sum } = await fixity
    .checkNow(originals, busy, reading === null ? undefined : told(reading.onRead))
    .finally(() => reading?.end());
  const itemsOf = db
    .prepare<[string], string>('SELECT evidence FROM view_evidence WHERE sha256 = ? ORDER BY evidence')
    .pluck();
  const damaged = unsound.map((one) => ({ ...one, evidence: itemsOf.all(one.sha256) }));
  return { ...sum, sound: sum.checked - damaged.length, damaged, copies };
}

function comparedIn(db: Db, { vault, sha256, bytes, outcome, damage }: CopyChecked): ComparedCopy {
  const blake3 = db.prepare<[string], string>('SELECT blake3 FROM view_original WHERE sha256 = ?').pluck();
  return { vault, sha256, blake3: blake3.get(sha256) ?? '', bytes, outcome, found: damage?.found ?? null };
}

/** Of those originals in every vault that has one. */
function copyBytes(db: Db, originals: readonly string[] | string): number {
  if (typeof originals === 'string') return 0;
  const bytes = db
    .prepare<[string], number>('SELECT coalesce(sum(bytes), 0) FROM work_fixity WHERE sha256 = ?')
    .pluck();
  return originals.reduce((sum, sha256) => sum + (bytes.get(sha256) ?? 0), 0);
}

/** The recordings with their sidecars. */
function originalsOf(db: Db, evidence: readonly string[]): readonly string[] {
  const recording = db
    .prepare<[string], string>('SELECT sha256 FROM view_evidence WHERE evidence = ?')
    .pluck();
  const sidecars = db.prepare<[string], string>('SELECT sha256 FROM view_sidecar WHERE evidence = ?').pluck();
  return evidence.flatMap((id) => {
    const found = recording.get(id);
    if (found === undefined) throw new StationError('station.evidence_unknown', { evidence: id });
    return [found, ...sidecars.all(id)];
  });
}
