import { lstat } from 'node:fs';
import { fileInstant } from '../dock/file-instant.ts';
import type { SourceFacts } from './copying/copy-job.ts';

/** Absolute path of a file of the card, as bytes. */
export function absolute(root: string, path: Buffer): Buffer {
  return Buffer.concat([Buffer.from(root.endsWith('/') ? root : `${root}/`, 'utf8'), path]);
}

/** Size and time of a file as it lies on the card now. Rejects with the system's error. */
export function factsNow(root: string, path: Buffer): Promise<SourceFacts> {
  return new Promise((done, fail) =>
    lstat(absolute(root, path), { bigint: true }, (error, stat) =>
      error ? fail(error) : done({ bytes: Number(stat.size), modifiedNs: stat.mtimeNs.toString() }),
    ),
  );
}

/** The file's time as entries write it. */
export function modifiedText(modifiedNs: string): string {
  return fileInstant(BigInt(modifiedNs)).toString();
}

export function sameFacts(a: SourceFacts, b: SourceFacts): boolean {
  return a.bytes === b.bytes && a.modifiedNs === b.modifiedNs;
}
