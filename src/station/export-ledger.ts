import { readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Actor } from '../custody/entry.ts';
import { ledgerSize } from '../custody/ledger-tiles.ts';
import { checkpointName, checkpointsAfter, logObjects, publishLog } from '../custody/publish-log.ts';
import { errnoOf } from '../errors.ts';
import { makeFolders } from '../make-folders.ts';
import type { Station } from '../station.ts';
import { StationError } from './error.ts';
import type { OrderArgs } from './orders.ts';

/**
 * Writes the ledger so that anyone can prove it without this program: entry bundles and tiles (C2SP tlog-tiles), the
 * signed checkpoint, older checkpoints, the public key. Personal values only where asked for. The export is itself an
 * entry, the newest one of what is exported.
 */
export async function exportLedger(
  station: Station,
  { destination, personal }: OrderArgs<'exportLedger'>,
  actor: Actor,
): Promise<{ destination: string; size: number; origin: string; personal: boolean }> {
  const { room, db, file, places } = station;
  const folder = resolve(destination);
  await emptyFolder(folder);
  await room.ledger.append([
    {
      type: 'ledger.exported',
      actor,
      subject: { kind: 'ledger', id: file.origin },
      data: { size: ledgerSize(db) + 1 },
      personal: { destination: folder },
    },
  ]);
  const { size, note } = await publishLog(room.ledger, db, room.vault);
  await writingTo(folder, async () => {
    for (const { name, bytes } of logObjects(db, 0, size)) await put(folder, name, bytes);
    for (const older of checkpointsAfter(db, -1).filter((one) => one.size < size)) {
      await put(folder, checkpointName(older.size).replace('checkpoint/', 'checkpoints/'), older.note);
    }
    if (personal) await put(folder, 'personal.jsonl', personalLines(station, size));
    await put(folder, 'key.vkey', readFileSync(places.vkey));
    await put(folder, 'checkpoint', note);
  });
  return { destination: folder, size, origin: file.origin, personal };
}

/** A full or write-protected stick is told as what it is. Error: `station.folder_unwritable`. */
export async function writingTo<T>(folder: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const found = errnoOf(error);
    if (found === null) throw error;
    throw new StationError('station.folder_unwritable', { folder, found }, { cause: error });
  }
}

/** An export never overwrites: what lies in the folder may be an older proof. */
export async function emptyFolder(folder: string): Promise<void> {
  const present = await readdir(folder).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return [];
    throw new StationError('station.destination_exists', { path: folder }, { cause: error });
  });
  if (present.length > 0) throw new StationError('station.destination_exists', { path: folder });
  await writingTo(folder, () => makeFolders(folder));
}

async function put(
  folder: string,
  name: string,
  content: Uint8Array | string | Iterable<string>,
): Promise<void> {
  const path = join(folder, name);
  await makeFolders(dirname(path));
  await writeFile(path, content, { flag: 'wx' });
}

/** Line by line: the values of a ledger of years are longer than any text may be. */
function* personalLines({ db }: Station, size: number): Generator<string> {
  const rows = db.prepare<[number], { seq: number; field: string; salt: Buffer; value: string }>(
    'SELECT seq, field, salt, value FROM ledger_personal WHERE seq < ? ORDER BY seq, field',
  );
  for (const { seq, field, salt, value } of rows.iterate(size))
    yield `${JSON.stringify({ seq, field, salt: salt.toString('hex'), value })}\n`;
}
