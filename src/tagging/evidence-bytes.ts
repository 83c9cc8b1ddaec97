import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Vault } from '../vault/contract.ts';
import { VaultError } from '../vault/errors.ts';

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
  return await lookAtFetched(vault, staging, sha256, look);
}

/** From a store they are fetched for as long as they are looked at: a video's end says as much as its beginning. */
async function lookAtFetched<T>(
  vault: Vault,
  staging: string,
  sha256: string,
  look: (path: string) => Promise<T>,
): Promise<T | null> {
  const fetched = join(staging, `.fetched-${randomUUID()}`);
  try {
    await writeFile(fetched, vault.read(sha256), { flag: 'wx', mode: 0o600 });
    return await look(fetched);
  } catch (error) {
    if (error instanceof VaultError) return null;
    throw error;
  } finally {
    await rm(fetched, { force: true });
  }
}

/** A sidecar; `recording` names its staged copy while it waits for the vault. */
export interface KnownSidecar {
  readonly sha256: string;
  readonly recording: string | null;
}

/** The sidecars of an evidence item, each content once, by path; the item's id is asked for twice. */
export const sidecarsSql = `SELECT sha256, max(recording) AS recording FROM (
  SELECT sha256, path, NULL AS recording FROM view_sidecar WHERE evidence = ?
  UNION ALL SELECT sha256, path, recording FROM view_sidecar_waiting WHERE evidence = ?)
  GROUP BY sha256 ORDER BY min(path)`;

/** A sidecar's bytes up to so many, from where it is. Errors: those of the vault. */
export async function* sidecarBytes(
  { vault, staging }: BytesRoom,
  { sha256, recording }: KnownSidecar,
  most: number,
): AsyncGenerator<Uint8Array> {
  const staged = recording === null ? null : join(staging, recording);
  let bytes = 0;
  for await (const piece of staged !== null && (await isThere(staged))
    ? createReadStream(staged)
    : vault.read(sha256)) {
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
