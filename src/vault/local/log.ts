import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { VaultError } from '../errors.ts';
import { isLogPart, logNameParts, logPrefixParts } from '../names.ts';
import { sizeSays } from '../rereader.ts';
import { readFailure } from './disk-error.ts';
import { syncFile } from './durable.ts';
import { logFolder, logObject, stagingFolder } from './layout.ts';
import { lookAt, requireKind } from './look.ts';
import type { VaultRoom } from './room.ts';
import { dropStagedNames, linkOnce, unlinkIfThere, writeDraft } from './write-once.ts';

/** Writes a log object once: whole under a draft name, then linked. A crash leaves nothing of it, or all. */
export async function putLogObject(room: VaultRoom, name: string, bytes: Uint8Array): Promise<void> {
  const { root, act, folders } = room;
  const parts = logNameParts(name);
  await room.presence.confirm();
  const object = logObject(name);
  const final = join(root, object);
  const staging = join(root, stagingFolder);

  const made = await act('vault.log.folders', object, () =>
    folders.make(root, [logFolder, ...parts.slice(0, -1)]),
  );
  const draft = (await standsEqual(room, name, bytes))
    ? null
    : await act('vault.log.write', object, () => writeDraft(staging, bytes));
  try {
    if (draft !== null) await act('vault.log.link', object, () => linkOrMeet(room, draft, name, bytes));
    await act('vault.log.sync', object, async () => {
      await syncFile(final);
      await Promise.all([folders.sync(dirname(final)), folders.settle(made)]);
    });
    await act('vault.log.unlink', object, () => dropStagedNames(staging, draft, final));
  } catch (error) {
    // The object is rebuilt from the ledger and put again; a draft that cannot be removed now is swept at a start.
    if (draft !== null) await unlinkIfThere(draft).catch(() => undefined);
    throw error;
  }
  await act('vault.log.flag', object, () => room.flags.set([final]));
  await act('vault.log.settle', object, () => syncFile(final));
}

export async function getLogObject(room: VaultRoom, name: string): Promise<Uint8Array | null> {
  logNameParts(name);
  const path = join(room.root, logObject(name));
  const standing = await lookAt(path).catch((error: unknown) => {
    // A part of the name is itself an object: below it there is nothing.
    if (error instanceof VaultError && errnoOf(error.cause) === 'ENOTDIR') return null;
    throw error;
  });
  if (standing === null) {
    await room.presence.confirm();
    return null;
  }
  if (standing.isDirectory()) return null;
  requireKind(path, standing, 'file');
  return await readFile(path).catch((error: unknown) => {
    throw readFailure(error, path);
  });
}

/** Looks only into the folders that the prefix leads to. Sorted by UTF-16 code unit, as all names are ASCII. */
export async function listLogNames(room: VaultRoom, prefix: string): Promise<readonly string[]> {
  const names: string[] = [];
  await room.presence.confirm();
  await gather(join(room.root, logFolder), logPrefixParts(prefix).join('/'), prefix, names);
  return names.sort();
}

async function gather(log: string, folder: string, prefix: string, names: string[]): Promise<void> {
  const path = join(log, folder);
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    const errno = errnoOf(error);
    if (errno === 'ENOENT' || errno === 'ENOTDIR') return [];
    throw readFailure(error, path);
  });
  for (const entry of entries) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (!isLogPart(entry.name)) continue;
    if (entry.isFile() && name.startsWith(prefix)) names.push(name);
    const leadsOn = name.startsWith(prefix) || prefix.startsWith(`${name}/`);
    if (entry.isDirectory() && leadsOn) await gather(log, name, prefix, names);
  }
}

async function linkOrMeet(room: VaultRoom, draft: string, name: string, bytes: Uint8Array): Promise<void> {
  if (await linkOnce(draft, join(room.root, logObject(name)))) return;
  await standsEqual(room, name, bytes);
}

/** Whether the object stands with these bytes; with others it is refused (`vault.log_differs`). */
async function standsEqual(room: VaultRoom, name: string, bytes: Uint8Array): Promise<boolean> {
  const path = join(room.root, logObject(name));
  const standing = await lookAt(path);
  if (standing === null) return false;
  requireKind(path, standing, 'file');
  const there = await readFile(path);
  if (Buffer.compare(there, bytes) === 0) return true;
  const found = there.length === bytes.length ? 'others of the same size' : sizeSays(there.length);
  throw new VaultError('vault.log_differs', { name, expected: sizeSays(bytes.length), found });
}
