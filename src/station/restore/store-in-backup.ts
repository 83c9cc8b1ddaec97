import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigError, loadConfig } from '../../config.ts';
import { BackupError } from '../backup/error.ts';
import { placesIn } from '../data-folder.ts';
import { vaultAddress } from '../s3-options.ts';
import { foreignConfigName } from './restoring-folder.ts';

/**
 * Refuses a backup whose own configuration had its vault in a store, where the person has not said which: anyone can
 * make a backup that leads to a store of theirs, and would be believed by its heads. Error: `backup.vault_in_store`.
 * @param folder in which the backup was unpacked
 */
export function requireStoreSaid(folder: string): void {
  for (const name of ['ingest.config.yaml', foreignConfigName]) {
    const config = configAt(join(folder, name), folder);
    if (config?.vault.kind !== 's3') continue;
    const address = vaultAddress(config, placesIn(folder, null));
    const endpoint = config.vault.s3.endpoint ?? `AWS ${config.vault.s3.region}`;
    throw new BackupError('backup.vault_in_store', { address, endpoint }, { field: 'config' });
  }
}

/** Null where there is none, or none that this program can read: that the start will tell. */
function configAt(file: string, folder: string): Config | null {
  if (!existsSync(file)) return null;
  try {
    return loadConfig(file, { dataOverride: folder, env: {} });
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}
