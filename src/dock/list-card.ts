import { errnoOf } from '../errors.ts';
import { abortable } from './abortable.ts';
import type { CardFile } from './card.ts';
import { type CardDisk, cardDisk, type EntryFacts } from './card-disk.ts';
import { DockError } from './error.ts';

export interface CardProblem {
  readonly path: Buffer;
  readonly errno: string;
}

/** Everything on a card, sorted by the bytes of the path. */
export interface CardListing {
  readonly files: readonly CardFile[];
  /** Relative paths of the folders that were entered, without the root. */
  readonly folders: readonly Buffer[];
  readonly problems: readonly CardProblem[];
}

export interface ListLimits {
  /** Folders nested deeper are reported as `too_deep`, not entered: a damaged FAT can hold a loop. */
  readonly depth: number;
  /** Files and folders; more is `dock.card_too_many_entries`. */
  readonly entries: number;
}

const usualLimits: ListLimits = { depth: 16, entries: 200_000 };
/** Two outstanding calls a card: a hung one may keep no more threads than that. */
const outstanding = 2;
const slash = Buffer.from('/');
const unknownTime = Temporal.Instant.fromEpochNanoseconds(0n);

export interface ListOptions {
  readonly signal?: AbortSignal;
  /** The card has answered once more: a large one is listed for minutes, and only silence is a stall. */
  readonly answered?: () => void;
  readonly limits?: ListLimits;
  readonly disk?: CardDisk;
}

/**
 * Walks a card. Follows no link, opens nothing but folders, stays on the root's file system. What cannot be read is
 * listed as `unreadable` with its errno in `problems`; only an unreadable root and too many entries throw a DockError.
 */
export async function listCard(root: string, options: ListOptions = {}): Promise<CardListing> {
  return new Walk(root, options).run();
}

interface Folder {
  readonly path: Buffer;
  readonly depth: number;
}

class Walk {
  readonly #root: string;
  readonly #disk: CardDisk;
  readonly #limits: ListLimits;
  readonly #signal: AbortSignal | undefined;
  readonly #answered: () => void;
  readonly #files: CardFile[] = [];
  readonly #folders: Buffer[] = [];
  readonly #problems: CardProblem[] = [];
  readonly #waiting: Folder[] = [];
  #seen = 0;

  constructor(root: string, { disk, limits, signal, answered }: ListOptions) {
    this.#root = root;
    this.#disk = disk ?? cardDisk;
    this.#limits = limits ?? usualLimits;
    this.#signal = signal;
    this.#answered = answered ?? (() => undefined);
  }

  async run(): Promise<CardListing> {
    const root = Buffer.alloc(0);
    try {
      const facts = await abortable(this.#disk.facts(this.#absolute(root)), this.#signal);
      await this.#enter(await this.#namesIn(root), root, 0, facts.filesystem);
      await this.#enterWaiting(facts.filesystem);
    } catch (error) {
      this.#signal?.throwIfAborted();
      const errno = errnoOf(error);
      if (error instanceof DockError || errno === null) throw error;
      throw new DockError('dock.card_unreadable', { root: this.#root, errno }, { cause: error });
    }
    this.#files.sort((a, b) => Buffer.compare(a.path, b.path));
    this.#folders.sort(Buffer.compare);
    return { files: this.#files, folders: this.#folders, problems: this.#problems };
  }

  async #enterWaiting(filesystem: bigint): Promise<void> {
    for (let folder = this.#waiting.pop(); folder !== undefined; folder = this.#waiting.pop()) {
      const names: Buffer[] = [];
      try {
        await this.#namesIn(folder.path, names);
        this.#folders.push(folder.path);
      } catch (error) {
        // A folder that breaks off halfway is unreadable, and what it gave before that is kept.
        this.#broken(folder.path, error);
      }
      await this.#enter(names, folder.path, folder.depth, filesystem);
    }
  }

  async #namesIn(folder: Buffer, names: Buffer[] = []): Promise<Buffer[]> {
    const entries = this.#disk.names(this.#absolute(folder))[Symbol.asyncIterator]();
    for (;;) {
      const next = await abortable(entries.next(), this.#signal);
      this.#answered();
      if (next.done === true) return names;
      this.#seen += 1;
      if (this.#seen > this.#limits.entries) {
        void entries.return?.().catch(() => undefined);
        throw new DockError('dock.card_too_many_entries', { root: this.#root, limit: this.#limits.entries });
      }
      names.push(next.value);
    }
  }

  async #enter(names: readonly Buffer[], folder: Buffer, depth: number, filesystem: bigint): Promise<void> {
    const left = names.values();
    const look = async () => {
      for (const name of left) {
        const path = folder.length === 0 ? name : Buffer.concat([folder, slash, name]);
        try {
          const facts = await abortable(this.#disk.facts(this.#absolute(path)), this.#signal);
          this.#take(path, facts, depth + 1, filesystem);
        } catch (error) {
          this.#broken(path, error);
        }
        this.#answered();
      }
    };
    await Promise.all(Array.from({ length: outstanding }, look));
  }

  #take(path: Buffer, facts: EntryFacts, depth: number, filesystem: bigint): void {
    const { kind, bytes, modified } = facts;
    if (facts.filesystem !== filesystem)
      this.#files.push({ path, kind: 'other_filesystem', bytes: 0, modified });
    else if (kind !== 'folder')
      this.#files.push({ path, kind, bytes: kind === 'file' ? bytes : 0, modified });
    else if (depth > this.#limits.depth) this.#files.push({ path, kind: 'too_deep', bytes: 0, modified });
    else this.#waiting.push({ path, depth });
  }

  #broken(path: Buffer, error: unknown): void {
    this.#signal?.throwIfAborted();
    const errno = errnoOf(error);
    if (error instanceof DockError || errno === null) throw error;
    this.#files.push({ path, kind: 'unreadable', bytes: 0, modified: unknownTime });
    this.#problems.push({ path, errno });
  }

  #absolute(path: Buffer): Buffer {
    const root = Buffer.from(this.#root);
    return path.length === 0 ? root : Buffer.concat([root, slash, path]);
  }
}
