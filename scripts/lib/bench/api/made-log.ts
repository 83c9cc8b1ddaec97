import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LogStore } from '../../../../src/custody/publish-log.ts';

/**
 * The vault's folder for the log's objects, where they lie as the vault lays them, but written without an fsync for each of
 * some ten thousand: no crash must be survived here.
 */
export function makeLogFolder(vault: string): LogStore {
  return {
    async putLog(name, bytes) {
      const path = join(vault, 'log', name);
      mkdirSync(dirname(path), { recursive: true });
      if (!existsSync(path)) writeFileSync(path, bytes, { mode: 0o444 });
    },
  };
}
