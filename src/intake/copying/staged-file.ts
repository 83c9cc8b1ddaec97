import { constants } from 'node:fs';
import { dirname } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { syncFolder } from '../../vault/local/durable.ts';
import { CopyFailed } from './copy-job.ts';
import { type OpenFile, openDirect } from './raw-file.ts';

const blockBytes = 4096;

/**
 * The staged copy while it grows. Bytes go past the page cache; the last, unaligned block is written padded and the
 * file cut to its true length, so that a crash in between leaves at most padding after the last whole piece, which a
 * resume does not trust anyway.
 */
export class StagedFile {
  readonly file: OpenFile;
  readonly #path: string;

  private constructor(file: OpenFile, path: string) {
    this.file = file;
    this.#path = path;
  }

  static async open(path: string, fresh: boolean): Promise<StagedFile> {
    const flags =
      constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW | (fresh ? constants.O_TRUNC : 0);
    return new StagedFile(await written(openDirect(path, flags)), path);
  }

  /** `bytes` starts an aligned slot, so that padding up to the next block stays within it. */
  async write(slot: Buffer, length: number, at: number): Promise<void> {
    if (!this.file.direct || length % blockBytes === 0) {
      await written(this.file.write(slot.subarray(0, length), at));
      return;
    }
    const padded = Math.ceil(length / blockBytes) * blockBytes;
    slot.fill(0, length, padded);
    await written(this.file.write(slot.subarray(0, padded), at));
    await written(this.file.truncate(at + length));
  }

  /**
   * Cuts to the final length and waits until the disk has bytes and name: what is called secured must still be found
   * after a power cut.
   */
  async seal(bytes: number): Promise<void> {
    await written(this.file.truncate(bytes));
    await written(this.file.sync());
    await written(syncFolder(dirname(this.#path)));
  }

  /** Waits for what is still being written. */
  async close(): Promise<void> {
    await this.file.close();
  }
}

async function written<T>(task: Promise<T>): Promise<T> {
  try {
    return await task;
  } catch (error) {
    throw new CopyFailed({ kind: 'write', errno: errnoOf(error) ?? 'EIO' }, error);
  }
}
