import { join } from 'node:path';

/** What lies in a backup, in this order: the manifest first, so that the rest can be held against it. */
export const memberNames = [
  'manifest.txt',
  'checkpoint',
  'station.json',
  'station.key',
  'station.vkey',
  'ingest.config.yaml',
  'station.db',
] as const;
export type MemberName = (typeof memberNames)[number];

export function isMemberName(name: string): name is MemberName {
  return memberNames.some((one) => one === name);
}

/**
 * `docket-ST01-0a1b2c3d-20261122T021500Z.tar.age`. The ledger's name is part of it: backups of two stations of the same
 * code may lie in one folder.
 */
export function backupFileName(origin: string, made: Temporal.Instant): string {
  const stamp = made.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
  return `${ledgerPart(origin)}-${stamp}.tar.age`;
}

/** Under this name a backup is written; whatever stands under it was never finished. */
export function unfinishedName(origin: string): string {
  return `.${ledgerPart(origin)}.unfinished`;
}

/** Where the copy in clear lies while a backup is made. */
export function workFolder(dataFolder: string): string {
  return join(dataFolder, 'backup.work');
}

function ledgerPart(origin: string): string {
  return origin.replace('/', '-');
}
