import { watch } from 'chokidar';

/** Something that may call for an earlier scan. */
export interface Hints {
  /** From then on nothing is missed; the hint is given once more at that moment for what came before. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * Calls `hint` when something comes or goes directly in the folder, also before the folder exists. Events are hints
 * only: mounting over a watched folder raises none, so that the scan is what counts and a broken watcher costs
 * nothing but time.
 */
export function hintsFor(folder: string, hint: () => void): Hints {
  // Depth 0 keeps the watcher off the cards themselves, where a look could hang.
  const watcher = watch(folder, { depth: 0, ignoreInitial: true, followSymlinks: false });
  const { promise, resolve } = Promise.withResolvers<void>();
  watcher.on('ready', () => {
    hint();
    resolve();
  });
  watcher.on('all', hint);
  watcher.on('error', hint);
  return { ready: promise, close: () => watcher.close() };
}
