import { constants } from 'node:fs';
import { open, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DockedCard } from '../dock/card.ts';
import { errnoOf } from '../errors.ts';

/** How long a look may take before the card counts as gone: on a dead bus it may take for ever. */
const patienceMs = 5_000;

/**
 * Which folders lie at a card's root, or at those of its volumes; null where one is missing. Another one under the same
 * name is another card.
 */
export async function folderAt({
  root,
  volumes,
}: Pick<DockedCard, 'root' | 'volumes'>): Promise<string | null> {
  const tooLong = new Promise<null>((done) => setTimeout(done, patienceMs, null).unref());
  const roots = volumes.length === 0 ? [root] : volumes.map((volume) => join(root, volume));
  const all = Promise.all(roots.map(look)).then((found) => (found.includes(null) ? null : found.join(' ')));
  return await Promise.race([all, tooLong]);
}

async function look(root: string): Promise<string | null> {
  try {
    const { dev, ino } = await stat(root, { bigint: true });
    return (await hasDevice(dev)) ? `${dev}:${ino}` : null;
  } catch {
    return null;
  }
}

/**
 * A recorder that was pulled out stays mounted for a while, and its root still answers from memory; the kernel's list
 * of block devices has lost it already. File systems without a device of their own have major number 0.
 */
async function hasDevice(dev: bigint): Promise<boolean> {
  const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & ~0xfffn);
  const minor = (dev & 0xffn) | ((dev >> 12n) & ~0xffn);
  if (major === 0n) return true;
  const place = `/sys/dev/block/${major}:${minor}`;
  if (!(await exists(place))) return !(await exists('/sys/dev/block'));
  return await hasMedium(place);
}

/**
 * A reader stays when its card is taken out, and the kernel asks it only every other second, without udev never: to
 * open the disk is to ask it now. Who may not open it must go by the rest.
 */
async function hasMedium(place: string): Promise<boolean> {
  const folder = await realpath(place).catch(() => null);
  if (folder === null) return false;
  const disk = (await exists(join(folder, 'partition'))) ? dirname(folder) : folder;
  const removable = await readFile(join(disk, 'removable'), 'utf8').catch(() => '0');
  if (removable.trim() !== '1') return true;
  // Behind the reads of a slow card the answer takes its time, which says nothing against the card.
  const slow = new Promise<true>((done) => setTimeout(done, patienceMs / 4, true).unref());
  return await Promise.race([opens(join('/dev', basename(disk))), slow]);
}

async function opens(disk: string): Promise<boolean> {
  try {
    const file = await open(disk, constants.O_RDONLY);
    await file.close();
    return true;
  } catch (error) {
    return !isGone(error);
  }
}

/** Node has no name for ENOMEDIUM (errno(3): 123 on Linux). */
function isGone(error: unknown): boolean {
  const number = error instanceof Error && 'errno' in error ? error.errno : null;
  return number === -123 || ['ENXIO', 'ENODEV', 'ENOENT'].includes(errnoOf(error) ?? '');
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    return errnoOf(error) !== 'ENOENT';
  }
}
