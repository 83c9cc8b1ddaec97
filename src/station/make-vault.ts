import { join } from 'node:path';
import type { Config } from '../config.ts';
import { makeFolders } from '../make-folders.ts';
import { stagingFolder } from '../vault/local/layout.ts';
import { createLocalVault } from '../vault/local/marker.ts';
import type { Places } from './data-folder.ts';
import { s3OptionsAt } from './s3-options.ts';
import { mainPlace, type VaultPlace } from './vault-place.ts';

/** Makes the vault that the configuration names, once; repeated it changes nothing. Errors: those of the vault. */
export async function makeVault(
  config: Config,
  places: Places,
  marker: { readonly id: string; readonly created: Temporal.Instant },
  step: (point: string) => void,
): Promise<void> {
  await makeVaultAt(mainPlace(config, places), marker, step);
}

/** The same for any vault. */
export async function makeVaultAt(
  place: VaultPlace,
  marker: { readonly id: string; readonly created: Temporal.Instant },
  step: (point: string) => void,
): Promise<void> {
  if (place.kind === 'local') {
    await createLocalVault(place.folder, marker, step);
    return;
  }
  await makeFolders(join(place.folder, stagingFolder), 0o700);
  const { createS3Vault } = await import('../vault/s3/marker.ts');
  await createS3Vault(s3OptionsAt(place, process.env), marker);
}
