import { isAbsolute, join, relative } from 'node:path';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { openWriting } from '../../custody/database.ts';
import type { Actor } from '../../custody/entry.ts';
import { type KeyRing, ringIn } from '../../custody/key-ring.ts';
import type { LogReader } from '../../custody/verify/log-objects.ts';
import { BackupError } from '../backup/error.ts';
import type { Manifest } from '../backup/manifest.ts';
import { type Completed, complete, type Outside } from './complete.ts';
import { openBackup } from './open-backup.ts';
import { takeFolder } from './restoring-folder.ts';
import { diskVault, makeStaging, type SourceVault, storeVault } from './source-vault.ts';
import { requireStoreSaid } from './store-in-backup.ts';
import { type VaultHeads, vaultHeads } from './vault-heads.ts';

export interface RestoreWish {
  readonly file: string;
  /** The secret keys in the identity file. */
  readonly identities: readonly string[];
  /** The data folder: empty, but for its vault. */
  readonly folder: string;
  /** Where the vault stands; null: where it stood, `lost`: nowhere any more. */
  readonly vault: string | null | 'lost';
  /** The configuration that leads to the vault, where that is a store; `vault` says at most that it is lost. */
  readonly store: Config | null;
  readonly checkpoint: Outside | null;
}

/** What was restored, and how it stands to the vault. */
export interface Restored extends Completed {
  readonly data: string;
  readonly backup: { readonly made: string; readonly entries: number; readonly sha256: string };
  /** Against the vault's newest checkpoint; `unknown` where there is no vault, or nothing signed in it. */
  readonly standing: 'behind' | 'equal' | 'ahead' | 'unknown';
  /** Where the configuration lay that the station worked with; null where it had none. */
  readonly config: string | null;
  /** Whether it is the data folder's own again; else it lies beside, for a person to look at. */
  readonly ownConfig: boolean;
}

/**
 * Puts a station back from a backup into an empty folder: opens it, proves who signed it, holds it against the vault,
 * brings back from the vault what is newer, and proves the whole before anything is put into place. What fails leaves
 * the folder as it was. Errors: `backup.*`, `custody.*`, `station.in_use`.
 */
export async function restoreStation(
  wish: RestoreWish,
  actor: Actor,
  clock: Clock,
  step: (point: string) => void = () => undefined,
): Promise<Restored> {
  const { folder, store } = wish;
  const given = store?.vault.folder ?? (wish.vault === 'lost' ? null : wish.vault);
  const taken = await takeFolder(folder, given ?? join(folder, 'vault'));
  try {
    const { manifest, station, signer, sha256, file } = await openBackup(
      wish.file,
      wish.identities,
      taken.places,
    );
    step('restore.opened');
    if (store === null && (wish.vault === null || wish.vault === 'lost'))
      requireStoreSaid(taken.places.folder);
    const vaultFolder = given ?? (store === null ? vaultOf(manifest, folder) : join(folder, 'vault'));
    const vault = await vaultFor(wish, vaultFolder, station.vault);
    const db = openWriting(taken.places.database);
    const ring = ringIn(db);
    const heads = vault === null ? null : await headsIn(vault, ring, { file, origin: station.origin });
    const source = { kind: 'backup', sha256, ledger: manifest.ledger } as const;
    const places = { ...taken.places, vault: vaultFolder };
    const done = await complete(
      {
        places,
        station,
        signer,
        vault,
        heads: heads?.signed ?? [],
        outside: wish.checkpoint,
        source,
        ...{ ring, previous: null },
      },
      { db, actor, clock, step },
    );
    step('restore.complete');
    if (store !== null) await makeStaging(vaultFolder);
    await taken.settle(step);
    step('restore.settled');
    const { made, ledger, config } = manifest;
    return {
      ...done,
      data: folder,
      backup: { made, entries: ledger.size, sha256 },
      standing: standingOf(heads, ledger.size),
      config,
      ownConfig: config === join(manifest.dataFolder, 'ingest.config.yaml'),
    };
  } finally {
    await taken.close();
  }
}

/** Error: `backup.forged` where none of the backup's keys has signed anything in the vault. */
async function headsIn(
  vault: LogReader,
  ring: KeyRing,
  { file, origin }: { readonly file: string; readonly origin: string },
): Promise<VaultHeads> {
  const heads = await vaultHeads(vault, ring, origin);
  if (heads.signed.length > 0 || heads.unsound === null) return heads;
  throw new BackupError('backup.forged', { file, found: heads.unsound });
}

/** A vault that is called lost and stands would get a second ledger of the same name. Error: `backup.vault_stands`. */
async function vaultFor(
  { vault, store }: RestoreWish,
  folder: string,
  id: string,
): Promise<SourceVault | null> {
  const opening = store === null ? diskVault(folder, id) : storeVault(store, id);
  if (vault !== 'lost') return await opening;
  const standing = await opening.catch(() => null);
  if (standing !== null) throw new BackupError('backup.vault_stands', { folder: standing.address });
  return null;
}

/** A vault within the data folder is looked for within the new one, any other where it stood. */
function vaultOf({ vaultFolder, dataFolder }: Manifest, folder: string): string {
  const within = relative(dataFolder, vaultFolder);
  const outside = within.startsWith('..') || isAbsolute(within);
  return outside ? vaultFolder : join(folder, within);
}

function standingOf(heads: VaultHeads | null, entries: number): Restored['standing'] {
  const newest = heads?.signed.at(-1)?.checkpoint.size;
  if (newest === undefined) return 'unknown';
  if (newest === entries) return 'equal';
  return newest > entries ? 'behind' : 'ahead';
}
