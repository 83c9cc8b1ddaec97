import { watch } from 'chokidar';

/** Something that may call for an earlier scan. */
export interface Hints {
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
  watcher.on('all', hint);
  watcher.on('error', hint);
  return { close: () => watcher.close() };
}
