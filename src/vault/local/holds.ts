import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { readFailure } from './disk-error.ts';
import { syncFile } from './durable.ts';
import { fanOut, originalObject, retentionFolder, retentionRecords } from './layout.ts';
import { lookAt } from './look.ts';
import { missing } from './originals.ts';
import type { VaultRoom } from './room.ts';
import { readOnlyMode } from './write-once.ts';

/** That a hold was put on, or taken off. */
export type HoldTurn = 'hold' | 'lifted';

interface HoldRecord {
  readonly number: number;
  readonly turn: HoldTurn;
}

const shape = /^(\d{9})\.(hold|lifted)$/;
const acts = {
  hold: ['vault.hold.record', 'vault.hold.sync', 'vault.hold.flag'],
  lifted: ['vault.release.record', 'vault.release.sync', 'vault.release.flag'],
} as const;

/** Whether the last record says that a hold was put on. */
export async function isHeld(root: string, sha256: string): Promise<boolean> {
  return (await lastRecord(root, sha256))?.turn === 'hold';
}

/**
 * Writes down that a hold stands on the original, or stands no more, where the last record says otherwise. Records are
 * empty files with running numbers, made once and never removed: no crash can leave half of one, and lifting a hold
 * does not hide that it stood. Error: `vault.original_missing`.
 */
export async function recordTurn(room: VaultRoom, sha256: string, turn: HoldTurn): Promise<void> {
  await room.presence.confirm();
  const object = originalObject(sha256);
  if ((await lookAt(join(room.root, object))) === null) throw await missing(room, object);
  const [record, sync, flag] = acts[turn];
  const written = await room.act(record, object, () => write(room, sha256, turn));
  if (written === null) return;
  // Also where it stood already: a crash may have come before it was durable.
  await room.act(sync, written.path, async () => {
    await syncFile(written.path);
    await Promise.all([room.folders.sync(written.folders.path), room.folders.settle(written.folders)]);
  });
  await room.act(flag, written.path, () => room.flags.set([written.path]));
}

/** Null where there never was a hold that could be lifted. */
async function write(room: VaultRoom, sha256: string, turn: HoldTurn) {
  const folders = await room.folders.make(room.root, [retentionFolder, ...fanOut(sha256), sha256]);
  for (;;) {
    const last = await lastRecord(room.root, sha256);
    if (last === null && turn === 'lifted') return null;
    if (last?.turn === turn) return { path: join(folders.path, nameOf(last)), folders };
    const path = join(folders.path, nameOf({ number: (last?.number ?? 0) + 1, turn }));
    try {
      const file = await open(path, 'wx', readOnlyMode);
      await file.chmod(readOnlyMode).finally(() => file.close());
      return { path, folders };
    } catch (error) {
      // Another process was quicker: what it wrote is looked at.
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
  }
}

function nameOf({ number, turn }: HoldRecord): string {
  return `${String(number).padStart(9, '0')}.${turn}`;
}

async function lastRecord(root: string, sha256: string): Promise<HoldRecord | null> {
  const folder = join(root, retentionRecords(sha256));
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.flatMap((entry) => (entry.isFile() && shape.test(entry.name) ? [entry.name] : []));
    const last = shape.exec(names.sort().at(-1) ?? '');
    if (last === null) return null;
    return { number: Number(last[1]), turn: last[2] === 'hold' ? 'hold' : 'lifted' };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw readFailure(error, folder);
  }
}
