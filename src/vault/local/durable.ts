import { constants } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { makeFolders } from '../../make-folders.ts';
import { lookAt, requireKind } from './look.ts';

const folderMode = 0o700;
const mostRemembered = 20_000;

export async function syncFile(path: string): Promise<void> {
  await sync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
}

/** Makes the names in a folder durable: without it a crash may undo a link, an unlink or a new file. */
export async function syncFolder(path: string): Promise<void> {
  await sync(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
}

async function sync(path: string, flags: number): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a folder and all above it, durably, whatever of it was there before. */
export async function makeFolderChain(path: string): Promise<void> {
  const first = await makeFolders(path, folderMode);
  for (let at = path; ; at = dirname(at)) {
    await syncFolder(dirname(at));
    if (first === null || at === first || at === dirname(at)) return;
  }
}

/** Folders that were made or met, and that may not outlive a crash before `settle`. */
export interface MadeFolders {
  readonly path: string;
  readonly unsettled: readonly string[];
}

/**
 * The folders below the vault's root. Those known to be durable are remembered, so that most originals cost no mkdir
 * and no fsync for them; fsyncs of one folder by many writers at once become one.
 */
export class Folders {
  readonly #settled = new Set<string>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #next = new Map<string, Promise<void>>();

  /** Makes `parts` below `root`, one in the other. A link or a file in the place of a folder is refused. */
  async make(root: string, parts: readonly string[]): Promise<MadeFolders> {
    let path = root;
    const unsettled: string[] = [];
    for (const part of parts) {
      path = join(path, part);
      if (this.#settled.has(path)) continue;
      await makeOne(path);
      unsettled.push(path);
    }
    return { path, unsettled };
  }

  /** Makes the folders durable. */
  async settle(made: MadeFolders): Promise<void> {
    await Promise.all(made.unsettled.map((folder) => this.sync(dirname(folder))));
    if (this.#settled.size > mostRemembered) this.#settled.clear();
    for (const folder of made.unsettled) this.#settled.add(folder);
  }

  /** Nothing is known any more: another disk may lie under the same path. */
  forget(): void {
    this.#settled.clear();
  }

  /** Fsyncs a folder. One that is under way may have begun before the caller's change, so only the next one counts. */
  sync(folder: string): Promise<void> {
    const running = this.#running.get(folder);
    if (running === undefined) return this.#start(folder);
    const waiting = this.#next.get(folder);
    if (waiting !== undefined) return waiting;
    const next = running
      .catch(() => undefined)
      .then(() => {
        this.#next.delete(folder);
        return this.#start(folder);
      });
    this.#next.set(folder, next);
    return next;
  }

  #start(folder: string): Promise<void> {
    const run = syncFolder(folder).finally(() => {
      if (this.#running.get(folder) === run) this.#running.delete(folder);
    });
    this.#running.set(folder, run);
    return run;
  }
}

async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: folderMode });
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
    const standing = await lookAt(path);
    if (standing !== null) requireKind(path, standing, 'folder');
  }
}
