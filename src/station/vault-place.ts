import type { Config } from '../config.ts';
import type { Places } from './data-folder.ts';
import { proofFor } from './store-proof.ts';

/** Where a vault is and how it is reached: the station's own, or its mirror. */
export interface VaultPlace {
  readonly kind: 'local' | 's3';
  /** Absolute; of a store the one in which files are staged, in its `staging`. */
  readonly folder: string;
  readonly immutable: 'auto' | 'off';
  readonly s3: Config['vault']['s3'];
  /** Of the hours in which the line to a store is not to be filled. */
  readonly zone: string;
  /** Whether, now, only a sample of what goes up is read back. */
  readonly sampling: () => boolean;
}

export function mainPlace({ vault, station }: Config, places: Places): VaultPlace {
  const { kind, immutable, s3 } = vault;
  const sampling = (): boolean => s3.readBack === 'sample' && proofFor(s3, places) !== null;
  return { kind, folder: places.vault, immutable, s3, zone: station.zone, sampling };
}

/** An absolute folder, or an address in a store. Originals lie below it, after a `/`. */
export function addressAt({
  kind,
  folder,
  s3: { bucket, prefix },
}: Pick<VaultPlace, 'kind' | 'folder' | 's3'>): string {
  if (kind === 'local') return folder;
  return `s3://${bucket}${prefix === '' ? '' : `/${prefix.slice(0, -1)}`}`;
}
