import type { Config } from '../config.ts';
import type { Places } from './data-folder.ts';

/** Where a vault is and how it is reached: the station's own, or its mirror. */
export interface VaultPlace {
  readonly kind: 'local' | 's3';
  /** Absolute; of a store the one in which files are staged, in its `staging`. */
  readonly folder: string;
  readonly immutable: 'auto' | 'off';
  readonly s3: Config['vault']['s3'];
}

export function mainPlace({ vault: { kind, immutable, s3 } }: Config, { vault }: Places): VaultPlace {
  return { kind, folder: vault, immutable, s3 };
}

/** An absolute folder, or an address in a store. Originals lie below it, after a `/`. */
export function addressAt({ kind, folder, s3: { bucket, prefix } }: VaultPlace): string {
  if (kind === 'local') return folder;
  return `s3://${bucket}${prefix === '' ? '' : `/${prefix.slice(0, -1)}`}`;
}
