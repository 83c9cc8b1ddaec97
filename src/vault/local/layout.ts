/** What the vault's folder holds. Every path below is relative to it, with `/`. */
export const markerName = 'docket-vault.json';
export const originalsFolder = 'originals';
export const stagingFolder = 'staging';
export const retentionFolder = 'retention';
export const logFolder = 'log';
/** Made when something damaged is set aside for the first time: most vaults never have one. */
export const damagedFolder = 'damaged';
export const vaultFolders = [originalsFolder, stagingFolder, retentionFolder, logFolder] as const;

/** Two levels of 256 folders keep each small with millions of originals. */
export function fanOut(sha256: string): readonly [string, string] {
  return [sha256.slice(0, 2), sha256.slice(2, 4)];
}

export function originalObject(sha256: string): string {
  return [originalsFolder, ...fanOut(sha256), sha256].join('/');
}

/**
 * The folder with one file for each date that the original was locked until, and for each time that a hold was put on it
 * or taken off; the file's name is the record.
 */
export function retentionRecords(sha256: string): string {
  return [retentionFolder, ...fanOut(sha256), sha256].join('/');
}

export function logObject(name: string): string {
  return `${logFolder}/${name}`;
}
