import type { Config } from '../config.ts';
import type { HashingPool } from '../intake/copying/hashing-pool.ts';
import type { Vault } from '../vault/contract.ts';
import { readFailure } from '../vault/local/disk-error.ts';
import { openLocalVault } from '../vault/local/local-vault.ts';
import type { ReadPart } from '../vault/s3/read-part.ts';
import type { Places } from './data-folder.ts';
import { s3OptionsOf } from './s3-options.ts';

/** The station's vault, of whatever kind. */
export interface StationVault {
  readonly vault: Vault;
  /** Absolute folder in which files are staged. */
  readonly staging: string;
  /** Why originals get no immutable flag, or null where they do, or where the store locks them. */
  readonly notImmutable: string | null;
  /** Whether originals go up to it by themselves, after their docking. */
  readonly remote: boolean;
  /** Aborts uploads in parts that were begun before a moment and that nothing waits to carry on; how many. Null on a disk. */
  readonly tidy: ((waits: (sha256: string) => boolean, before: Temporal.Instant) => Promise<number>) | null;
  /** Ends whatever is still asked of a store. */
  readonly end: () => void;
}

export interface OpenDisk {
  readonly places: Places;
  readonly id: string;
  readonly pool: HashingPool | null;
  /** The caller holds the station's lock and writes. A store that cannot be reached now is waited for. */
  readonly sole: boolean;
  readonly step?: (point: string) => void;
}

export type OpenVault = OpenDisk & { readonly config: Config };

/** Errors: those of the vault. */
export async function openVault(wish: OpenVault): Promise<StationVault> {
  const { kind, immutable } = wish.config.vault;
  return kind === 's3' ? await openStore(wish) : await openDisk(wish, immutable);
}

/** A vault on a disk, also where no configuration says so. */
export async function openDisk(
  { places, id, pool, sole, step }: OpenDisk,
  immutable: 'auto' | 'off' = 'off',
): Promise<StationVault> {
  const vault = await openLocalVault({
    folder: places.vault,
    id,
    immutable: sole ? immutable : 'off',
    sole,
    ...(pool === null ? {} : { reread: (path: string, bytes: number) => pool.reread(path, bytes) }),
    ...(step === undefined ? {} : { steps: step }),
  });
  const notImmutable = vault.immutability.set ? null : vault.immutability.because;
  return { vault, staging: vault.staging, notImmutable, remote: false, tidy: null, end: () => undefined };
}

/** The client library costs a third of a second to load: only where there is a store. */
async function openStore({ config, places, id, pool, sole, step }: OpenVault): Promise<StationVault> {
  const { openS3Vault } = await import('../vault/s3/s3-vault.ts');
  const end = new AbortController();
  const options = {
    ...s3OptionsOf(config, places, process.env),
    id,
    signal: end.signal,
    ...(pool === null ? {} : { readPart: partsBy(pool) }),
    ...(step === undefined ? {} : { steps: step }),
  };
  const vault = await openS3Vault(options, sole ? { id } : null);
  const tidy = async (waits: (sha256: string) => boolean, before: Temporal.Instant) =>
    (await vault.abortAbandoned(waits, before)).length;
  const { staging } = vault;
  return { vault, staging, notImmutable: null, remote: true, tidy, end: () => end.abort() };
}

function partsBy(pool: HashingPool): ReadPart {
  return async (path, part, buffer) =>
    await pool.part(path, part, buffer).catch((error: unknown) => {
      throw readFailure(error, path);
    });
}
