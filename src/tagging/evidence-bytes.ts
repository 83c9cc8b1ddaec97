import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Vault } from '../vault/contract.ts';

export interface BytesRoom {
  readonly vault: Vault;
  readonly staging: string;
}

/**
 * Looks at a recording's bytes, wherever they lie: they move from staging into the vault at any moment, and then are looked
 * for in the other place. Null where they are in neither (the vault's disk is away).
 * @param nothing whether this is what is found where there is no file
 */
export async function lookAtBytes<T>(
  { vault, staging }: BytesRoom,
  { sha256, recording }: { readonly sha256: string; readonly recording: string },
  look: (path: string) => Promise<T>,
  nothing: (found: T) => boolean,
): Promise<T | null> {
  for (const path of [vault.locate(sha256).location, join(staging, recording)]) {
    if (!(await isThere(path))) continue;
    const found = await look(path);
    if (nothing(found) && !(await isThere(path))) continue;
    return found;
  }
  return null;
}

/** A sidecar's bytes up to so many. Errors: those of the vault. */
export async function* sidecarBytes(vault: Vault, sha256: string, most: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of vault.read(sha256)) {
    yield piece.subarray(0, most - bytes);
    bytes += piece.length;
    if (bytes >= most) return;
  }
}

async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
