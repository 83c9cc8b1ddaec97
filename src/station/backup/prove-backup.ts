import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { directReread } from '../../vault/local/direct-reread.ts';
import { decrypted } from './age-file.ts';
import { unpacked } from './archive.ts';
import { BackupError } from './error.ts';

export interface MemberDigest {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Reads a backup back from the disk, past the cache, and then opens it and compares every file in it with what went in.
 * Error: `backup.unproved`.
 */
export async function proveBackup(
  written: { readonly path: string; readonly bytes: number; readonly blake3: string },
  identity: string,
  members: readonly MemberDigest[],
): Promise<void> {
  const { path } = written;
  const onDisk = await directReread(path, written.bytes);
  if (onDisk.bytes !== written.bytes || onDisk.blake3 !== written.blake3)
    throw unproved(path, `${written.bytes} B ${written.blake3}`, `${onDisk.bytes} B ${onDisk.blake3}`);
  const found: string[] = [];
  const plain = await decrypted(path, [identity], createReadStream(path, { highWaterMark: 1_048_576 }));
  for await (const { name, bytes, content } of unpacked(plain)) {
    const hash = createHash('sha256');
    for await (const piece of content) hash.update(piece);
    found.push(line({ name, bytes, sha256: hash.digest('hex') }));
  }
  const expected = members.map(line);
  const at = expected.findIndex((one, i) => one !== found[i]);
  if (at >= 0) throw unproved(path, expected[at] ?? '', found[at] ?? '–');
  if (found.length !== expected.length) throw unproved(path, '–', found[expected.length] ?? '');
}

function line({ name, bytes, sha256 }: MemberDigest): string {
  return `${name} ${bytes} B ${sha256}`;
}

function unproved(path: string, expected: string, found: string): BackupError {
  return new BackupError('backup.unproved', { path, expected, found });
}
