import { FolderWatch } from './folder-watch.ts';
import type { WatchOptions } from './watch-options.ts';

export interface DockWatch {
  /** One scan of every folder now, and its events, before it resolves. */
  scan(): Promise<void>;
  /** No event comes after this call; it does not wait for a card that hangs. */
  close(): Promise<void>;
}

/** Starts to watch. Every folder is scanned by itself, so that one that hangs holds up no other. */
export function watchDock(options: WatchOptions): DockWatch {
  const stop = new AbortController();
  const watches = options.folders.map((folder) => new FolderWatch(folder, options, stop.signal));
  for (const watch of watches) watch.start();
  return {
    async scan() {
      await Promise.all(watches.map((watch) => watch.scan()));
    },
    async close() {
      stop.abort();
      await Promise.all(watches.map((watch) => watch.close()));
    },
  };
}
