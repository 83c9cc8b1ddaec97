import { join } from 'node:path';
import type { Config } from '../../config.ts';
import type { VaultPlace } from '../vault-place.ts';

/** Where the configuration has the second vault; null where it has none. */
export function mirrorPlace({ dataFolder, station, vault: { mirror } }: Config): VaultPlace | null {
  if (mirror.kind === 'none') return null;
  const { kind, immutable, s3 } = mirror;
  const folder = mirror.folder ?? join(dataFolder, 'mirror');
  // What goes there is read back by whoever sends it.
  return { kind, folder, immutable, s3, zone: station.zone, sampling: () => false };
}
