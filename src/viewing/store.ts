import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolders } from '../make-folders.ts';
import { syncFolder } from './copy-file.ts';

/** Which copy: an original by its SHA-256, and the digest of the settings that it was made with. */
export interface CopyKey {
  readonly original: string;
  readonly settings: string;
}

const keyName = /^([0-9a-f]{64})-([0-9a-f]{16})$/;

/**
 * Where viewing copies lie. Each is a folder that appears under its name whole or not at all: it is made under `work`,
 * waits in `ready` while its entry is committed, and is then moved to `copies`. What a crash has left in between is put
 * right by `recover`.
 */
export class ViewingStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes the folders that are missing. */
  async open(): Promise<void> {
    for (const part of ['work', 'ready', 'copies']) await makeFolders(join(this.#folder, part), 0o700);
  }

  /** A name for one making; nothing is there yet. */
  newWork(): string {
    return join(this.#folder, 'work', randomUUID());
  }

  async discard(work: string): Promise<void> {
    await rm(work, { recursive: true, force: true });
  }

  /** The folder in which a copy lies or would lie. */
  folderOf({ original, settings }: CopyKey): string {
    return join(this.#folder, 'copies', original.slice(0, 2), `${original}-${settings}`);
  }

  fileOf(key: CopyKey, name: string): string {
    return join(this.folderOf(key), name);
  }

  has(key: CopyKey, name: string): boolean {
    return existsSync(this.fileOf(key, name));
  }

  /** Puts a made copy where a crash does not lose it, until its entry is committed. */
  async ready(work: string, key: CopyKey): Promise<void> {
    const place = this.#readyFolder(key);
    await rm(place, { recursive: true, force: true });
    await rename(work, place);
    await syncFolder(join(this.#folder, 'ready'));
  }

  /** Lets everybody see a copy whose entry is committed. Repeated after a crash, it comes to the same. */
  async publish(key: CopyKey): Promise<void> {
    const place = this.folderOf(key);
    const above = join(this.#folder, 'copies', key.original.slice(0, 2));
    await makeFolders(above, 0o700);
    await rm(place, { recursive: true, force: true });
    await rename(this.#readyFolder(key), place);
    await syncFolder(above);
  }

  /** Deletes one whose removal is committed. */
  async remove(key: CopyKey): Promise<void> {
    await rm(this.folderOf(key), { recursive: true, force: true });
  }

  /** @param stands whether the ledger says that this copy was made and stands */
  async recover(stands: (key: CopyKey) => boolean): Promise<void> {
    await this.open();
    for (const name of await readdir(join(this.#folder, 'work')))
      await rm(join(this.#folder, 'work', name), { recursive: true, force: true });
    for (const name of await readdir(join(this.#folder, 'ready'))) {
      const key = keyOf(name);
      if (key !== null && stands(key)) await this.publish(key);
      else await rm(join(this.#folder, 'ready', name), { recursive: true, force: true });
    }
    for (const part of await readdir(join(this.#folder, 'copies')))
      for (const name of await readdir(join(this.#folder, 'copies', part))) {
        const key = keyOf(name);
        if (key === null || !stands(key))
          await rm(join(this.#folder, 'copies', part, name), { recursive: true, force: true });
      }
  }

  /** Bytes that can still be written on its disk. */
  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.#folder);
    return bavail * bsize;
  }

  #readyFolder({ original, settings }: CopyKey): string {
    return join(this.#folder, 'ready', `${original}-${settings}`);
  }
}

function keyOf(name: string): CopyKey | null {
  const [, original, settings] = keyName.exec(name) ?? [];
  return original === undefined || settings === undefined ? null : { original, settings };
}
