import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { laterOf, readRetentionStamp, retentionStamp } from '../retention-date.ts';
import { readFailure } from './disk-error.ts';
import { type MadeFolders, syncFile } from './durable.ts';
import { fanOut, originalObject, retentionFolder, retentionRecords } from './layout.ts';
import { lookAt } from './look.ts';
import { missing } from './originals.ts';
import type { VaultRoom } from './room.ts';
import { readOnlyMode } from './write-once.ts';

/** One date written down. Records are only ever added: the latest one counts. */
export interface RetentionRecord {
  readonly until: Temporal.Instant;
  readonly path: string;
  readonly folders: MadeFolders;
}

/** The latest date on record, or null where none is. Whether the original is held is not looked at. */
export async function latestRetention(root: string, sha256: string): Promise<Temporal.Instant | null> {
  const folder = join(root, retentionRecords(sha256));
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .map((entry) => (entry.isFile() ? readRetentionStamp(entry.name) : null))
      .reduce((a, b) => (a === null || b === null ? (a ?? b) : laterOf(a, b)), null);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw readFailure(error, folder);
  }
}

/**
 * Writes down that the original is locked until `until`, unless a later date is on record. The record is an empty
 * file named by its date, so that no crash can leave half of one. Not durable before `syncRetention`.
 */
export async function recordRetention(
  room: VaultRoom,
  sha256: string,
  until: Temporal.Instant,
): Promise<RetentionRecord> {
  const folders = await room.folders.make(room.root, [retentionFolder, ...fanOut(sha256), sha256]);
  const latest = await latestRetention(room.root, sha256);
  const counts = latest === null ? until : laterOf(latest, until);
  const path = join(folders.path, retentionStamp(counts));
  try {
    const file = await open(path, 'wx', readOnlyMode);
    await file.chmod(readOnlyMode).finally(() => file.close());
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
  return { until: counts, path, folders };
}

export async function syncRetention(room: VaultRoom, record: RetentionRecord): Promise<void> {
  await syncFile(record.path);
  await Promise.all([room.folders.sync(record.folders.path), room.folders.settle(record.folders)]);
}

/** Locks a held original for longer and says until when it is locked now. Never shortens. */
export async function retainOriginal(
  room: VaultRoom,
  sha256: string,
  until: Temporal.Instant,
): Promise<Temporal.Instant> {
  await room.presence.confirm();
  const object = originalObject(sha256);
  if ((await lookAt(join(room.root, object))) === null) throw await missing(room, object);
  const record = await room.act('vault.retain.record', object, () => recordRetention(room, sha256, until));
  await room.act('vault.retain.sync', record.path, () => syncRetention(room, record));
  await room.act('vault.retain.flag', record.path, () => room.flags.set([record.path]));
  return record.until;
}
