import { readFileSync } from 'node:fs';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import type { Config } from '../config.ts';
import { type Places, writeDurably } from './data-folder.ts';

/** A server is updated, and another takes its place under the same name: what was proved of it is not proved for ever. */
const proofDays = 90;

const StoreProof = Type.Object({
  /** When the doctor tried it, RFC 3339. */
  made: Type.String(),
  /** Which store it was, by how the configuration leads there. */
  endpoint: Type.Union([Type.String(), Type.Null()]),
  region: Type.String(),
  bucket: Type.String(),
  /** Whether it refused every body that did not fit its digests, whole objects and parts alike. */
  refusesCorrupted: Type.Boolean(),
});
export type StoreProof = Static<typeof StoreProof>;

type Store = Pick<Config['vault']['s3'], 'endpoint' | 'region' | 'bucket'>;

/** Keeps what the doctor found out about a store. It replaces what an earlier look found. */
export function keepProof(
  places: Places,
  { endpoint, region, bucket }: Store,
  refusesCorrupted: boolean,
): void {
  const made = Temporal.Now.instant().round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();
  const proof: StoreProof = { made, endpoint, region, bucket, refusesCorrupted };
  writeDurably(places.storeProof, `${JSON.stringify(proof, null, 2)}\n`, 0o644);
}

/** The proof that this very store refuses what was corrupted on its way; null where there is none that holds now. */
export function proofFor(
  store: Store,
  places: Places,
  now: Temporal.Instant = Temporal.Now.instant(),
): StoreProof | null {
  const proof = proofIn(places);
  if (proof?.refusesCorrupted !== true) return null;
  const { endpoint, region, bucket } = proof;
  if (endpoint !== store.endpoint || region !== store.region || bucket !== store.bucket) return null;
  const days = now.since(proof.made).total('hours') / 24;
  return days >= 0 && days <= proofDays ? proof : null;
}

/** What cannot be read proves nothing. */
function proofIn({ storeProof }: Places): StoreProof | null {
  try {
    const found: unknown = JSON.parse(readFileSync(storeProof, 'utf8'));
    if (!Value.Check(StoreProof, found)) return null;
    Temporal.Instant.from(found.made);
    return found;
  } catch {
    return null;
  }
}
