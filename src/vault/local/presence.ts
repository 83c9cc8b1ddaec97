import type { BigIntStats } from 'node:fs';
import { VaultError } from '../errors.ts';
import type { Folders } from './durable.ts';
import { isSameFile, lookAt } from './look.ts';
import { readMarker } from './marker.ts';

/**
 * Keeps watch that the vault's disk still lies where it was opened. Unmounted under a running daemon, its path leads
 * to a folder on the system disk: there nothing may be written, and nothing may be called missing.
 */
export class Presence {
  readonly #folder: string;
  readonly #id: string;
  readonly #folders: Folders;
  #seen: BigIntStats | null = null;

  constructor(folder: string, id: string, folders: Folders) {
    this.#folder = folder;
    this.#id = id;
    this.#folders = folders;
  }

  /** Resolves while this is the vault; a disk that was mounted again is asked for its marker first. */
  async confirm(): Promise<void> {
    const now = await lookAt(this.#folder);
    if (now === null) throw new VaultError('vault.marker_missing', { folder: this.#folder });
    if (this.#seen !== null && isSameFile(this.#seen, now)) return;
    await readMarker(this.#folder, this.#id);
    this.#folders.forget();
    this.#seen = now;
  }
}
