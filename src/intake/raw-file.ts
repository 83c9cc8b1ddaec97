import { close, constants, fstat, fsync, ftruncate, open, read, write } from 'node:fs';
import { promisify } from 'node:util';
import { errnoOf } from '../errors.ts';

/**
 * Files by descriptor. `FileHandle` is not used here: one whose read hangs on a dead card could never be closed, and
 * Node would complain at every collection of it.
 */
export const raw = {
  open: promisify(open),
  close: promisify(close),
  fstat: promisify(fstat) as (fd: number) => Promise<import('node:fs').Stats>,
  fsync: promisify(fsync),
  truncate: promisify(ftruncate),
};

/** Reads until the buffer is full or the file ends; returns the bytes read. */
export async function readFull(fd: number, into: Buffer, position: number): Promise<number> {
  let got = 0;
  while (got < into.length) {
    const n = await new Promise<number>((done, fail) =>
      read(fd, into, got, into.length - got, position + got, (error, count) =>
        error ? fail(error) : done(count),
      ),
    );
    if (n === 0) break;
    got += n;
    // O_DIRECT wants aligned lengths: a short read that ends off a block can only be the end of the file.
    if (got % 512 !== 0) break;
  }
  return got;
}

/** Writes all bytes of the buffer. */
export async function writeFull(fd: number, from: Buffer, position: number): Promise<void> {
  let put = 0;
  while (put < from.length) {
    put += await new Promise<number>((done, fail) =>
      write(fd, from, put, from.length - put, position + put, (error, count) =>
        error ? fail(error) : done(count),
      ),
    );
  }
}

/**
 * Opens past the page cache where the file system can do that, else through it.
 * tmpfs before Linux 6.6, some FUSE and 9p mounts answer EINVAL to O_DIRECT.
 */
export async function openDirect(path: Buffer | string, flags: number, mode = 0o600): Promise<OpenFile> {
  try {
    return { fd: await raw.open(path, flags | constants.O_DIRECT, mode), direct: true };
  } catch (error) {
    if (errnoOf(error) !== 'EINVAL') throw error;
    return { fd: await raw.open(path, flags & ~constants.O_EXCL, mode), direct: false };
  }
}

export interface OpenFile {
  readonly fd: number;
  readonly direct: boolean;
}
