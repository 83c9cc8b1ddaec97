import type { Config } from '../../config.ts';
import { VaultError } from '../../vault/errors.ts';
import type { KnownMirror } from '../../vault/mirror/mirror-book.ts';
import { openVaultAt } from '../open-vault.ts';
import { mirrorPlace } from './mirror-settings.ts';

/** Why the mirror of the configuration is not there now; null where it is, or where there is none. */
export async function mirrorAway(
  config: Config,
  { vault }: Pick<KnownMirror, 'vault'>,
): Promise<string | null> {
  const place = mirrorPlace(config);
  if (place === null) return null;
  try {
    const { end } = await openVaultAt(place, { id: vault, pool: null, sole: false });
    end();
    return null;
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    return error.message;
  }
}
