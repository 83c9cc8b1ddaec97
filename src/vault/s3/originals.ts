import { createHash } from 'node:crypto';
import type { OriginalFacts, Pace, Reread } from '../contract.ts';
import { passes, VaultError } from '../errors.ts';
import { fanOut, originalObject, originalsFolder } from '../local/layout.ts';
import { sizeSays } from '../rereader.ts';
import { headOf } from './head.ts';
import { readBack, readVersion } from './read-version.ts';
import type { S3Room } from './room.ts';
import type { Store } from './store.ts';
import { objectsUnder, type Version, versionsOf } from './versions.ts';

const originalName = /^[0-9a-f]{64}$/;

/**
 * What stands under a digest: the versions that are locked first, the older before the younger. Whoever may write to
 * the bucket can put another version over an original, but none before it.
 */
export async function standing(store: Store, sha256: string): Promise<readonly Version[]> {
  const versions = await versionsOf(store, originalObject(sha256));
  if (versions.length < 2) return versions;
  const heads = await Promise.all(versions.map((version) => headOf(store, version)));
  const locked = versions.filter((_, i) => heads[i]?.mode);
  return [...locked, ...versions.filter((version) => !locked.includes(version))];
}

/** The version that has been read whole and is equal; else what speaks against the first that stands there. */
export async function equalVersion(
  store: Store,
  facts: OriginalFacts,
  pace?: Pace,
): Promise<{ readonly version: Version } | { readonly reread: Exclude<Reread, { found: 'equal' }> }> {
  let first: Exclude<Reread, { found: 'equal' }> = { found: 'missing' };
  for (const version of await standing(store, facts.sha256)) {
    const reread = await rereadVersion(store, version, facts, pace);
    if (reread.found === 'equal') return { version };
    if (first.found === 'missing') first = reread;
  }
  return { reread: first };
}

/** A giant need not be read to be found out. */
async function rereadVersion(
  store: Store,
  version: Version,
  facts: OriginalFacts,
  pace?: Pace,
): Promise<Reread> {
  if (version.bytes === facts.bytes) return await readBack(store, version, facts, pace);
  return { found: 'altered', expected: sizeSays(facts.bytes), actual: sizeSays(version.bytes) };
}

export async function rereadOriginal(
  { presence, store }: S3Room,
  facts: OriginalFacts,
  pace?: Pace,
): Promise<Reread> {
  await presence.confirm();
  const found = await equalVersion(store, facts, pace);
  return 'version' in found ? { found: 'equal' } : found.reread;
}

export async function* readOriginal({ presence, store }: S3Room, sha256: string): AsyncGenerator<Uint8Array> {
  await presence.confirm();
  yield* readVersion(store, await requireOriginal(store, sha256));
}

/** Error: `vault.original_missing`. */
export async function requireOriginal(store: Store, sha256: string): Promise<Version> {
  const found = await referredTo(store, sha256);
  if (found !== null) return found;
  throw new VaultError('vault.original_missing', { object: store.urlOf(originalObject(sha256)) });
}

/**
 * The version that is meant by a digest. Where there are several (one was damaged and repaired, or somebody has written
 * over it) the digest itself decides, and nothing that the bucket says of them; where it speaks for none, the first.
 */
export async function referredTo(store: Store, sha256: string): Promise<Version | null> {
  const versions = await standing(store, sha256);
  if (versions.length > 1)
    for (const version of versions) if ((await sha256Of(store, version)) === sha256) return version;
  return versions[0] ?? null;
}

async function sha256Of(store: Store, version: Version): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const piece of readVersion(store, version)) hash.update(piece);
  } catch (error) {
    // What cannot be read is not the one; a store that does not answer says nothing.
    if (passes(error)) throw error;
    return null;
  }
  return hash.digest('hex');
}

/** Names that no original can have are passed over. */
export async function* listOriginals({ presence, store }: S3Room): AsyncGenerator<string> {
  await presence.confirm();
  for await (const object of objectsUnder(store, `${originalsFolder}/`)) {
    const [first, second, name = '', ...more] = object.slice(originalsFolder.length + 1).split('/');
    if (more.length > 0 || !originalName.test(name)) continue;
    const [outer, inner] = fanOut(name);
    if (first === outer && second === inner) yield name;
  }
}
