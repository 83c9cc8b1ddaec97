import type { Vault } from './contract.ts';

/** A vault with the folder in which files for it are staged. */
export interface Holder {
  readonly vault: Vault;
  /** Absolute. */
  readonly staging: string;
}
