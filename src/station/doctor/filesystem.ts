import { readFile, realpath } from 'node:fs/promises';
import { type Mount, mountsIn } from '../../dock/mountinfo.ts';
import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';
import { type Check, failed, ok, warning } from './check.ts';

const inMemory = new Set(['tmpfs', 'ramfs']);
const overNetwork = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  '9p',
  'ceph',
  'lustre',
  'afs',
  'glusterfs',
  'fuse.glusterfs',
  'fuse.sshfs',
  'fuse.s3fs',
]);
const withoutLinks = new Set(['vfat', 'msdos', 'exfat']);

/** What kind of disk a folder lies on. */
export async function filesystemCheck(language: Language, folder: string): Promise<Check> {
  const mountinfo = await readFile('/proc/self/mountinfo').catch(() => Buffer.alloc(0));
  return filesystemOf(language, await realpath(folder), mountsIn(mountinfo));
}

/** @param folder a real path */
export function filesystemOf(language: Language, folder: string, mounts: readonly Mount[]): Check {
  const filesystem = mountOf(folder, mounts)?.filesystem;
  const next = say(language, 'doctor.filesystem.next');
  if (filesystem === undefined) {
    const says = say(language, 'doctor.filesystem.unknown', { folder });
    return { check: 'filesystem', state: 'unknown', says, next: null };
  }
  const facts = { folder, filesystem };
  if (inMemory.has(filesystem))
    return warning('filesystem', say(language, 'doctor.filesystem.memory', facts), next);
  if (overNetwork.has(filesystem))
    return warning('filesystem', say(language, 'doctor.filesystem.network', facts), next);
  if (withoutLinks.has(filesystem))
    return failed('filesystem', say(language, 'doctor.filesystem.no_links', facts), next);
  return ok('filesystem', say(language, 'doctor.filesystem', facts));
}

/** Of two mounts at one place the later covers the earlier. */
function mountOf(folder: string, mounts: readonly Mount[]): Mount | undefined {
  const above = mounts.filter(
    ({ mountPoint }) =>
      mountPoint !== null &&
      (mountPoint === '/' || folder === mountPoint || folder.startsWith(`${mountPoint}/`)),
  );
  const deepest = Math.max(...above.map(({ mountPoint }) => mountPoint?.length ?? 0));
  return above.findLast(({ mountPoint }) => mountPoint?.length === deepest);
}
