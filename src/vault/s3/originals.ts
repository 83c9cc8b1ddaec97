import type { OriginalFacts, Reread } from '../contract.ts';
import { VaultError } from '../errors.ts';
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
): Promise<{ readonly version: Version } | { readonly reread: Exclude<Reread, { found: 'equal' }> }> {
  let first: Exclude<Reread, { found: 'equal' }> = { found: 'missing' };
  for (const version of await standing(store, facts.sha256)) {
    const reread = await rereadVersion(store, version, facts);
    if (reread.found === 'equal') return { version };
    if (first.found === 'missing') first = reread;
  }
  return { reread: first };
}

/** A giant need not be read to be found out. */
async function rereadVersion(store: Store, version: Version, facts: OriginalFacts): Promise<Reread> {
  if (version.bytes === facts.bytes) return await readBack(store, version, facts);
  return { found: 'altered', expected: sizeSays(facts.bytes), actual: sizeSays(version.bytes) };
}

export async function rereadOriginal({ presence, store }: S3Room, facts: OriginalFacts): Promise<Reread> {
  await presence.confirm();
  const found = await equalVersion(store, facts);
  return 'version' in found ? { found: 'equal' } : found.reread;
}

export async function* readOriginal({ presence, store }: S3Room, sha256: string): AsyncGenerator<Uint8Array> {
  await presence.confirm();
  yield* readVersion(store, await requireOriginal(store, sha256));
}

/** Error: `vault.original_missing`. */
export async function requireOriginal(store: Store, sha256: string): Promise<Version> {
  const [first] = await standing(store, sha256);
  if (first !== undefined) return first;
  throw new VaultError('vault.original_missing', { object: store.urlOf(originalObject(sha256)) });
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
