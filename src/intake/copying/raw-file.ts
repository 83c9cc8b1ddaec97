import { close, constants, fsync, ftruncate, open, read, write } from 'node:fs';
import { promisify } from 'node:util';
import { errnoOf } from '../../errors.ts';

/**
 * Files by descriptor. `FileHandle` is not used here: one whose read hangs on a dead card could never be closed, and
 * Node would complain at every collection of it.
 */
const raw = {
  open: promisify(open),
  close: promisify(close),
  fsync: promisify(fsync),
  truncate: promisify(ftruncate),
};

/**
 * An open file. It is closed only after its last read or write has answered: a number that is closed under a write
 * which still waits for a thread may be another file's by the time the write runs, even an original's.
 */
export class OpenFile {
  readonly fd: number;
  /** Whether it goes past the page cache. */
  readonly direct: boolean;
  readonly #running = new Set<Promise<unknown>>();

  constructor(fd: number, direct: boolean) {
    this.fd = fd;
    this.direct = direct;
  }

  /** Reads until the buffer is full or the file ends; returns the bytes read. */
  read(into: Buffer, position: number): Promise<number> {
    return this.#run(readFull(this.fd, into, position));
  }

  /** Writes all bytes of the buffer. */
  write(from: Buffer, position: number): Promise<void> {
    return this.#run(writeFull(this.fd, from, position));
  }

  truncate(bytes: number): Promise<void> {
    return this.#run(raw.truncate(this.fd, bytes));
  }

  sync(): Promise<void> {
    return this.#run(raw.fsync(this.fd));
  }

  /** Waits for what is under way. On a card that hangs this may last for ever: nobody waits for it there. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#running);
    await raw.close(this.fd);
  }

  #run<T>(task: Promise<T>): Promise<T> {
    this.#running.add(task);
    const over = (): boolean => this.#running.delete(task);
    task.then(over, over);
    return task;
  }
}

async function readFull(fd: number, into: Buffer, position: number): Promise<number> {
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

async function writeFull(fd: number, from: Buffer, position: number): Promise<void> {
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
    return new OpenFile(await raw.open(path, flags | constants.O_DIRECT, mode), true);
  } catch (error) {
    if (errnoOf(error) !== 'EINVAL') throw error;
    return new OpenFile(await raw.open(path, flags & ~constants.O_EXCL, mode), false);
  }
}
