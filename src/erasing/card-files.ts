import { type BigIntStats, close, constants, fstat, fsync, lstat, open, unlink } from 'node:fs';
import { promisify } from 'node:util';
import { errnoOf } from '../errors.ts';
import type { ListedFile } from './list.ts';

const raw = {
  open: promisify(open),
  close: promisify(close),
  fsync: promisify(fsync),
  unlink: promisify(unlink),
  stat: (fd: number) =>
    new Promise<BigIntStats>((done, fail) =>
      fstat(fd, { bigint: true }, (error, found) => (error ? fail(error) : done(found))),
    ),
  look: (path: Buffer) =>
    new Promise<BigIntStats>((done, fail) =>
      lstat(path, { bigint: true }, (error, found) => (error ? fail(error) : done(found))),
    ),
};

/** Why a file of the list stays on the card. */
export type KeptReason =
  | 'changed_on_card'
  | 'differs_from_original'
  | 'vault_missing'
  | 'vault_altered'
  | 'vault_unreadable'
  | 'card_unreadable'
  | 'not_removed'
  | 'kept_with_other'
  | 'not_come_to';

export class Kept extends Error {
  readonly reason: KeptReason;
  readonly errno: string | null;
  constructor(reason: KeptReason, cause?: unknown) {
    super(`kept: ${reason}`, cause === undefined ? {} : { cause });
    this.reason = reason;
    this.errno = errnoOf(cause);
  }
}

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK, O_NOCTTY, O_DIRECTORY } = constants;
const asFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW;
const asFile = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;

/** A file of a card, held open from before its bytes are compared until it is removed, so that its number stays its own. */
export interface HeldFile {
  readonly file: ListedFile;
  /** Its name in the folder that is held open: no folder above it can be swapped for a link any more. */
  readonly at: Buffer;
  readonly folder: number;
  readonly fd: number;
  readonly facts: BigIntStats;
}

/**
 * The files of one batch. Folders are opened one name after the other, never through a link, and files are reached through
 * the folder that is held open: `/proc/self/fd/N/NAME` is what Node has of openat(2) and unlinkat(2).
 */
export class CardFiles {
  readonly #root: string;
  readonly #volumes: readonly string[];
  readonly #folders = new Map<string, number>();
  readonly #files = new Set<number>();

  /** @param volumes folders below the root that are file systems of their own; a file may lie in no other one */
  constructor(root: string, volumes: readonly string[]) {
    this.#root = root;
    this.#volumes = volumes;
  }

  /** Opens a file and sees that it is the one that was listed. Throws `Kept`. */
  async hold(file: ListedFile): Promise<HeldFile> {
    const parts = file.path.toString('latin1').split('/');
    const name = parts.pop() ?? '';
    if ([...parts, name].some((part) => part === '' || part === '.' || part === '..' || part.includes('\0')))
      throw new Kept('changed_on_card');
    try {
      const folder = await this.#folder(parts);
      const at = within(folder, name);
      const fd = await raw.open(at, asFile);
      this.#files.add(fd);
      const facts = await raw.stat(fd);
      const { dev } = await raw.stat(folder);
      const expected = facts.isFile() && facts.dev === dev && Number(facts.size) === file.bytes;
      if (!expected || facts.mtimeNs.toString() !== file.modifiedNs) throw new Kept('changed_on_card');
      return { file, at, folder, fd, facts };
    } catch (error) {
      throw keptBy(error);
    }
  }

  /** Whether the name still leads to the very file that was opened, and that is as it was. Throws `Kept`. */
  async unchanged({ fd, at, facts }: HeldFile): Promise<void> {
    const [open, named] = await Promise.all([raw.stat(fd), raw.look(at)]).catch((error: unknown) => {
      throw keptBy(error);
    });
    if (!same(open, facts) || !same(named, facts)) throw new Kept('changed_on_card');
  }

  /**
   * Removes that name, and nothing else. Throws `Kept`. The file is let go of then: while a removed one is open its room is
   * not given back, and no kernel makes the card read-only again.
   */
  async remove(held: HeldFile): Promise<void> {
    await this.unchanged(held);
    await raw.unlink(held.at).catch((error: unknown) => {
      throw new Kept('not_removed', error);
    });
    this.#files.delete(held.fd);
    await raw.close(held.fd).catch(() => undefined);
  }

  /** The card has been told to keep what was removed. */
  async sync(): Promise<void> {
    for (const folder of this.#folders.values()) await raw.fsync(folder);
  }

  async close(): Promise<void> {
    const all = [...this.#files, ...this.#folders.values()];
    this.#files.clear();
    this.#folders.clear();
    for (const fd of all) await raw.close(fd).catch(() => undefined);
  }

  async #folder(parts: readonly string[]): Promise<number> {
    const key = parts.join('/');
    const known = this.#folders.get(key);
    if (known !== undefined) return known;
    const [name] = parts.slice(-1);
    if (name === undefined) return this.#keep('', await raw.open(this.#root, asFolder));
    const above = await this.#folder(parts.slice(0, -1));
    const fd = this.#keep(key, await raw.open(within(above, name), asFolder));
    const isVolume = parts.length === 1 && this.#volumes.includes(name);
    // Another file system within the card is not the card.
    if (!isVolume && (await raw.stat(fd)).dev !== (await raw.stat(above)).dev)
      throw new Kept('changed_on_card');
    return fd;
  }

  #keep(key: string, fd: number): number {
    this.#folders.set(key, fd);
    return fd;
  }
}

function within(folder: number, name: string): Buffer {
  return Buffer.concat([Buffer.from(`/proc/self/fd/${folder}/`), Buffer.from(name, 'latin1')]);
}

function same(a: BigIntStats, b: BigIntStats): boolean {
  return (
    a.ino === b.ino && a.dev === b.dev && a.size === b.size && a.mtimeNs === b.mtimeNs && a.mode === b.mode
  );
}

function keptBy(error: unknown): Kept {
  if (error instanceof Kept) return error;
  const errno = errnoOf(error) ?? '';
  const another = ['ENOENT', 'ELOOP', 'ENOTDIR', 'ENXIO'].includes(errno);
  return new Kept(another ? 'changed_on_card' : 'card_unreadable', error);
}
