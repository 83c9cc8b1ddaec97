import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { makeFolders } from '../../make-folders.ts';
import type { OriginalAbout, Vault } from '../../vault/contract.ts';
import { VaultError } from '../../vault/errors.ts';
import { stagingFolder } from '../../vault/local/layout.ts';
import { openLocalVault } from '../../vault/local/local-vault.ts';
import { BackupError } from '../backup/error.ts';
import { placesIn } from '../data-folder.ts';
import { s3OptionsOf, vaultAddress } from '../s3-options.ts';

/** What a station's data is had back from: a vault of whatever kind, opened for reading. */
export interface SourceVault extends Pick<Vault, 'id' | 'getLog' | 'listLogs' | 'originals'> {
  /** Its folder, or its address in a store. */
  readonly address: string;
  /** Absolute folder in which recordings wait to go into it; it need not be there. */
  readonly staging: string;
  /** What stands with an original, written when it was; null where the vault writes nothing beside them. */
  readonly about: ((sha256: string) => Promise<OriginalAbout | null>) | null;
}

/** The vault on a disk. Error: `backup.vault_missing`. */
export async function diskVault(folder: string, id: string | null): Promise<SourceVault> {
  try {
    const vault = await openLocalVault({ folder, id, immutable: 'off' });
    return sourceOf(vault, { address: folder, staging: vault.staging, about: null });
  } catch (cause) {
    if (!(cause instanceof VaultError)) throw cause;
    throw new BackupError('backup.vault_missing', { folder, found: cause.message }, { cause });
  }
}

/** The vault in the store that a configuration names. Errors: those of the vault, which say what is to be put right. */
export async function storeVault(config: Config, id: string | null): Promise<SourceVault> {
  const places = placesIn(config.dataFolder, config.vault.folder);
  const { openS3Vault } = await import('../../vault/s3/s3-vault.ts');
  const vault = await openS3Vault({ ...s3OptionsOf(config, places, process.env), id });
  const about = (sha256: string): Promise<OriginalAbout | null> => vault.about(sha256);
  return sourceOf(vault, { address: vaultAddress(config, places), staging: vault.staging, about });
}

function sourceOf(
  vault: Vault,
  { address, staging, about }: Pick<SourceVault, 'address' | 'staging' | 'about'>,
): SourceVault {
  return {
    ...{ id: vault.id, address, staging, about },
    getLog: (name) => vault.getLog(name),
    listLogs: (prefix) => vault.listLogs(prefix),
    originals: () => vault.originals(),
  };
}

/** A station whose vault is a store stages in a folder of its own, which a new machine does not have yet. */
export async function makeStaging(vaultFolder: string): Promise<void> {
  await makeFolders(join(vaultFolder, stagingFolder), 0o700);
}

/**
 * A configuration that leads to a store; null where its vault is on a disk.
 * @param given `s3://BUCKET/PREFIX` in place of the bucket that the configuration names
 */
export function storeIn(config: Config, given: string | null = null): Config | null {
  const [, bucket, prefix = ''] = /^s3:\/\/([^/]+)(?:\/(.*?)\/?)?$/.exec(given ?? '') ?? [];
  if (bucket === undefined) return config.vault.kind === 's3' ? config : null;
  const s3 = { ...config.vault.s3, bucket, prefix: prefix === '' ? '' : `${prefix}/` };
  return { ...config, vault: { ...config.vault, kind: 's3', s3 } };
}
