import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { VaultError } from '../errors.ts';
import { readFailure } from '../local/disk-error.ts';
import { sizeSays } from '../rereader.ts';
import type { Part } from './part-plan.ts';

/** A part's bytes, at the beginning of the buffer, with what the store shall hold them against. */
export interface FilledPart {
  readonly buffer: ArrayBuffer;
  /** Base64. */
  readonly md5: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Fills a buffer with a part of a staged file. Handed in, so that workers can do the heavy part. */
export type ReadPart = (path: string, part: Omit<Part, 'number'>, buffer: ArrayBuffer) => Promise<FilledPart>;

/** Does it on this thread. Errors: `vault.unreadable`, `vault.staged_differs` where the file has become shorter. */
export const readPart: ReadPart = async (path, { at, bytes }, buffer) => {
  const into = new Uint8Array(buffer, 0, bytes);
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      for (let filled = 0; filled < bytes; ) {
        const { bytesRead } = await file.read(into, filled, bytes - filled, at + filled);
        if (bytesRead === 0) throw tooShort(path, at + bytes, at + filled);
        filled += bytesRead;
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw readFailure(error, path);
  }
  const md5 = createHash('md5').update(into).digest('base64');
  return { buffer, md5, sha256: createHash('sha256').update(into).digest('hex') };
};

function tooShort(path: string, expected: number, found: number): VaultError {
  return new VaultError('vault.staged_differs', {
    path,
    expected: sizeSays(expected),
    found: sizeSays(found),
  });
}
