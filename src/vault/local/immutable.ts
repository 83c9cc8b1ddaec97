import { stat, utimes } from 'node:fs/promises';
import { errnoOf } from '../../errors.ts';

/** Sets the immutable flag of all the files; false where it could not be set on every one of them. */
export type Flagger = (paths: readonly string[]) => Promise<boolean>;

export type Immutability = { readonly set: true } | { readonly set: false; readonly because: string };

const mostAtOnce = 200;

/**
 * Whether this disk and this user can make files immutable, tried on the vault's own marker, which is worth
 * protecting and never changes: so no flag ever has to be taken away but that of an original that is disposed of. Some file systems accept the
 * flag and ignore it; setting the times of an immutable file is refused even to its owner and to root.
 */
export async function tryImmutable(marker: string, flag: Flagger): Promise<Immutability> {
  if (!(await flag([marker]))) return { set: false, because: 'chattr +i was refused' };
  try {
    const { atime, mtime } = await stat(marker);
    await utimes(marker, atime, mtime);
  } catch (error) {
    const errno = errnoOf(error);
    return errno === 'EPERM'
      ? { set: true }
      : { set: false, because: `the marker could not be tried (${errno})` };
  }
  return { set: false, because: 'the file system accepts the immutable flag and ignores it' };
}

interface Waiting {
  readonly paths: readonly string[];
  readonly done: (set: boolean) => void;
}

/**
 * Sets immutable flags in batches: a process for each file would cost more than storing it. A batch starts when
 * everyone who is under way waits for it, or after the gathering time; while one runs, the next one gathers.
 */
export class Flags {
  readonly #flag: Flagger | null;
  readonly #gatherMilliseconds: number;
  #waiting: Waiting[] = [];
  #underWay = 0;
  #running = false;
  #timer: NodeJS.Timeout | null = null;

  /** `null`: this vault sets no flags. */
  constructor(flag: Flagger | null, gatherMilliseconds = 5) {
    this.#flag = flag;
    this.#gatherMilliseconds = gatherMilliseconds;
  }

  /** Counts an action that will ask for a flag, so that a batch may wait for it. */
  async expect<T>(action: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await action();
    } finally {
      this.#underWay -= 1;
      this.#consider();
    }
  }

  /** Whether all of the files are immutable now. */
  set(paths: readonly string[]): Promise<boolean> {
    if (this.#flag === null) return Promise.resolve(false);
    return new Promise((done) => {
      this.#waiting.push({ paths, done });
      this.#consider();
    });
  }

  #consider(): void {
    if (this.#running || this.#waiting.length === 0) return;
    const files = this.#waiting.reduce((sum, { paths }) => sum + paths.length, 0);
    if (this.#waiting.length >= this.#underWay || files >= mostAtOnce) void this.#run();
    else this.#timer ??= setTimeout(() => void this.#run(), this.#gatherMilliseconds);
  }

  async #run(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#running || this.#flag === null) return;
    this.#running = true;
    const batch = this.#takeBatch();
    await flagBatch(batch, this.#flag);
    this.#running = false;
    this.#consider();
  }

  #takeBatch(): readonly Waiting[] {
    let files = 0;
    let count = 0;
    for (const { paths } of this.#waiting) {
      if (count > 0 && files + paths.length > mostAtOnce) break;
      files += paths.length;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }
}

/** One refused file fails its whole batch, and `chattr` does not say which one: then each is tried by itself. */
async function flagBatch(batch: readonly Waiting[], flag: Flagger): Promise<void> {
  const all = batch.flatMap(({ paths }) => paths);
  const set = await flag(all).catch(() => false);
  for (const { paths, done } of batch)
    done(set || (batch.length > 1 && (await flag(paths).catch(() => false))));
}
