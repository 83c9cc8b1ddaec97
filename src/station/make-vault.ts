import { join } from 'node:path';
import type { Config } from '../config.ts';
import { makeFolders } from '../make-folders.ts';
import { stagingFolder } from '../vault/local/layout.ts';
import { createLocalVault } from '../vault/local/marker.ts';
import type { Places } from './data-folder.ts';
import { s3OptionsOf } from './s3-options.ts';

/** Makes the vault that the configuration names, once; repeated it changes nothing. Errors: those of the vault. */
export async function makeVault(
  config: Config,
  places: Places,
  marker: { readonly id: string; readonly created: Temporal.Instant },
  step: (point: string) => void,
): Promise<void> {
  if (config.vault.kind === 'local') {
    await createLocalVault(places.vault, marker, step);
    return;
  }
  await makeFolders(join(places.vault, stagingFolder), 0o700);
  const { createS3Vault } = await import('../vault/s3/marker.ts');
  await createS3Vault(s3OptionsOf(config, places, process.env), marker);
}
