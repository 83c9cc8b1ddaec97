import { lstat, opendir, readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../errors.ts';
import { cardInFolder } from './card.ts';
import { utf8OrNull } from './card-name.ts';
import type { CardProbes, Probe } from './card-probe.ts';
import { mountsBelow, mountsIn } from './mountinfo.ts';
import type { PortScan, SeenCard } from './port-diff.ts';
import { blockDeviceOverUsb } from './usb/sysfs.ts';

/** `cards`: each direct subfolder that is not empty is a card. `mounts`: each mount point below is one. */
export interface WatchedFolder {
  readonly path: string;
  readonly kind: 'cards' | 'mounts';
}

export type FolderScan =
  | { readonly found: 'missing' }
  | { readonly found: 'unreadable'; readonly errno: string }
  | ({ readonly found: 'folder'; readonly unusableNames: readonly string[] } & PortScan);

/** The disk as the watch sees it, handed in so that it can be played. */
export interface DockDisk {
  realpath(path: string): Promise<string>;
  /** The names of the direct subfolders, as bytes; links are none. */
  subfolders(path: string): Promise<readonly Buffer[]>;
  probe(root: string): Promise<Probe>;
  mountinfo(): Promise<Uint8Array>;
  /** Whether a block device, `major:minor`, hangs on the USB bus. */
  overUsb(device: string): Promise<boolean>;
}

export const dockDisk: DockDisk = {
  realpath: (path) => realpath(path),
  async subfolders(path) {
    const entries = await readdir(path, { withFileTypes: true, encoding: 'buffer' });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  },
  probe: probeCard,
  mountinfo: () => readFile('/proc/self/mountinfo'),
  overUsb: blockDeviceOverUsb,
};

/** One fresh look at a watched folder. Never throws for what the disk does. */
export async function scanFolder(
  folder: WatchedFolder,
  disk: DockDisk,
  probes: CardProbes,
  leaveUsb = false,
): Promise<FolderScan> {
  try {
    const root = await disk.realpath(folder.path);
    return folder.kind === 'cards'
      ? await scanCards(root, disk, probes)
      : await scanMounts(root, disk, leaveUsb);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === null) throw error;
    return errno === 'ENOENT' ? { found: 'missing' } : { found: 'unreadable', errno };
  }
}

async function scanCards(folder: string, disk: DockDisk, probes: CardProbes): Promise<FolderScan> {
  const seen: SeenCard[] = [];
  const hung = new Set<string>();
  const unusableNames: string[] = [];
  const look = async (bytes: Buffer) => {
    const name = utf8OrNull(bytes);
    // Trash and the like lie beside the ports under a leading dot.
    if (name?.startsWith('.') === true || name === 'lost+found') return;
    if (name === null) {
      unusableNames.push(bytes.toString());
      return;
    }
    const root = join(folder, name);
    const probe = await probes.probe(root);
    if (probe === 'hung') hung.add(root);
    else if (probe.found === 'card') seen.push({ card: cardInFolder(name, root), instance: probe.instance });
  };
  await Promise.all((await disk.subfolders(folder)).map(look));
  return { found: 'folder', seen, hung, unusableNames: unusableNames.sort() };
}

/** @param leaveUsb what came over USB is the USB dock's, which knows more of it */
async function scanMounts(folder: string, disk: DockDisk, leaveUsb: boolean): Promise<FolderScan> {
  const below = mountsBelow(mountsIn(await disk.mountinfo()), folder);
  const over = await Promise.all(below.map(({ device }) => leaveUsb && disk.overUsb(device)));
  const mounts = below.filter((_, i) => over[i] !== true);
  const seen = mounts.map(({ mountPoint, readOnly, id, device }) => ({
    card: cardInFolder(mountPoint.slice(folder === '/' ? 1 : folder.length + 1), mountPoint, readOnly),
    instance: `${id} ${device}`,
  }));
  return { found: 'folder', seen, hung: new Set(), unusableNames: [] };
}

/** An error other than absence counts as a card: it is then listed, and the listing says what is wrong with it. */
async function probeCard(root: string): Promise<Probe> {
  let instance: string | null = null;
  try {
    const { dev, ino } = await lstat(root, { bigint: true });
    instance = `${dev}:${ino}`;
    await using folder = await opendir(root, { bufferSize: 1 });
    return (await folder.read()) === null ? { found: 'nothing' } : { found: 'card', instance };
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === null) throw error;
    return errno === 'ENOENT' || errno === 'ENOTDIR' ? { found: 'nothing' } : { found: 'card', instance };
  }
}
