import { lstat, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../../custody/database.ts';
import type { Actor } from '../../custody/entry.ts';
import type { Ledger } from '../../custody/ledger.ts';
import { syncFolder } from '../../vault/local/durable.ts';
import { backupsIn, type KnownBackup } from './standing.ts';

export interface Keeping {
  readonly ledger: Ledger;
  readonly db: Db;
  readonly station: string;
  readonly actor: Actor;
}

/**
 * Removes backups beyond the newest `keep` from a folder, after a newer one was proved. Only files that the ledger names
 * are counted or touched, and one that is not there whole takes nobody's place.
 */
export async function removeOlder(
  { ledger, db, station, actor }: Keeping,
  folder: string,
  keep: number,
): Promise<readonly string[]> {
  const standing: KnownBackup[] = [];
  for (const one of backupsIn(db, folder)) if (await standsWhole(folder, one)) standing.push(one);
  const files = standing.slice(keep).map(({ file }) => file);
  if (files.length === 0) return [];
  await ledger.append([
    {
      type: 'backup.removed',
      actor,
      subject: { kind: 'station', id: station },
      data: { files },
      personal: {},
    },
  ]);
  for (const file of files) await rm(join(folder, file), { force: true });
  await syncFolder(folder);
  return files;
}

async function standsWhole(folder: string, { file, bytes }: KnownBackup): Promise<boolean> {
  const found = await lstat(join(folder, file)).catch(() => null);
  return found?.isFile() === true && found.size === bytes;
}
