import type { Db } from '../../custody/database.ts';
import type { Station } from '../../station.ts';
import type { Dockings } from '../dockings.ts';
import { StationError } from '../error.ts';
import type { OrderArgs } from '../orders.ts';
import type { CopyChecked } from './check-copy.ts';

/** What a person's check found. */
export interface FixityAnswer {
  readonly checked: number;
  readonly bytes: number;
  readonly sound: number;
  /** Everything that is not as it was, or was not. */
  readonly damaged: readonly (CopyChecked & { readonly evidence: readonly string[] })[];
  /** Copies that could not be looked at: their vault is not there. */
  readonly unreached: number;
}

/** Reads copies back now. Error: `station.evidence_unknown`. */
export async function checkFixity(
  { db, fixity }: Station,
  dockings: Dockings,
  { wish }: OrderArgs<'checkFixity'>,
): Promise<FixityAnswer> {
  const originals = typeof wish === 'string' ? wish : originalsOf(db, wish);
  const busy = (): boolean => dockings.snapshots().some(({ phase }) => phase === 'copying');
  const { unsound, ...sum } = await fixity.checkNow(originals, busy);
  const itemsOf = db
    .prepare<[string], string>('SELECT evidence FROM view_evidence WHERE sha256 = ? ORDER BY evidence')
    .pluck();
  const damaged = unsound.map((one) => ({ ...one, evidence: itemsOf.all(one.sha256) }));
  return { ...sum, sound: sum.checked - damaged.length, damaged };
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
