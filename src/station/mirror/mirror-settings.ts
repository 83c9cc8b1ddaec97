import { join } from 'node:path';
import type { Config } from '../../config.ts';
import type { VaultPlace } from '../vault-place.ts';

/** Where the configuration has the second vault; null where it has none. */
export function mirrorPlace({ dataFolder, vault: { mirror } }: Config): VaultPlace | null {
  if (mirror.kind === 'none') return null;
  const { kind, immutable, s3 } = mirror;
  return { kind, folder: mirror.folder ?? join(dataFolder, 'mirror'), immutable, s3 };
}
