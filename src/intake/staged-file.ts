import { constants } from 'node:fs';
import { errnoOf } from '../errors.ts';
import { CopyFailed } from './copy-job.ts';
import { openDirect, raw, writeFull } from './raw-file.ts';

const blockBytes = 4096;

/**
 * The staged copy while it grows. Bytes go past the page cache; the last, unaligned block is written padded and the
 * file cut to its true length, so that a crash in between leaves at most padding after the last whole piece, which a
 * resume does not trust anyway.
 */
export class StagedFile {
  readonly fd: number;
  readonly #direct: boolean;

  private constructor(fd: number, direct: boolean) {
    this.fd = fd;
    this.#direct = direct;
  }

  static async open(path: string, fresh: boolean): Promise<StagedFile> {
    try {
      const flags =
        constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW | (fresh ? constants.O_TRUNC : 0);
      const { fd, direct } = await openDirect(path, flags);
      return new StagedFile(fd, direct);
    } catch (error) {
      throw new CopyFailed({ kind: 'write', errno: errnoOf(error) ?? 'EIO' }, error);
    }
  }

  /** `bytes` starts an aligned slot, so that padding up to the next block stays within it. */
  async write(slot: Buffer, length: number, at: number): Promise<void> {
    try {
      if (!this.#direct || length % blockBytes === 0) {
        await writeFull(this.fd, slot.subarray(0, length), at);
        return;
      }
      const padded = Math.ceil(length / blockBytes) * blockBytes;
      slot.fill(0, length, padded);
      await writeFull(this.fd, slot.subarray(0, padded), at);
      await raw.truncate(this.fd, at + length);
    } catch (error) {
      throw new CopyFailed({ kind: 'write', errno: errnoOf(error) ?? 'EIO' }, error);
    }
  }

  /** Cuts to the final length and waits until the disk has it. */
  async seal(bytes: number): Promise<void> {
    try {
      await raw.truncate(this.fd, bytes);
      await raw.fsync(this.fd);
    } catch (error) {
      throw new CopyFailed({ kind: 'write', errno: errnoOf(error) ?? 'EIO' }, error);
    }
  }

  async close(): Promise<void> {
    await raw.close(this.fd);
  }
}
