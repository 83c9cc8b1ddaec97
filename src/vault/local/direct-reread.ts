import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Blake3Hasher } from '@napi-rs/blake-hash';
import { errnoOf } from '../../errors.ts';
import type { Pace } from '../contract.ts';
import { VaultError } from '../errors.ts';
import { AlignedBuffers } from './aligned-buffers.ts';

export interface DirectReread {
  /** How many bytes were read; more than asked for means that there may be still more. */
  readonly bytes: number;
  readonly blake3: string;
  /** Past the page cache, or (where the file system has no O_DIRECT) after asking the kernel to drop it. */
  readonly way: 'direct' | 'cache_dropped';
}

const blockBytes = 4096;
const halfBytes = 524_288;
/** Of the station's own disk, which more of them would not make faster; a card's hanging read never holds one. */
const buffers = new AlignedBuffers(2 * halfBytes, 2);

/**
 * Reads a file from the disk, not from memory, and hashes it on this thread (`Rereader`). The page cache shows what
 * was written, not what the disk has kept.
 */
export async function directReread(path: string, bytes: number, pace?: Pace): Promise<DirectReread> {
  const read = { path, limit: bytes, pace };
  try {
    return { ...(await hashWhole(read, constants.O_DIRECT)), way: 'direct' };
  } catch (error) {
    if (errnoOf(error) !== 'EINVAL') throw error;
  }
  return await rereadDroppingCache(path, bytes, pace);
}

/** The second-best way: written pages are dropped from the cache, then read again. */
export async function rereadDroppingCache(path: string, bytes: number, pace?: Pace): Promise<DirectReread> {
  await dropCache(path);
  return { ...(await hashWhole({ path, limit: bytes, pace }, 0)), way: 'cache_dropped' };
}

function dropCache(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile('dd', [`if=${path}`, 'iflag=nocache', 'count=0', 'status=none'], (error) => {
      if (error === null) resolve();
      else reject(new VaultError('vault.unreadable', { path, errno: 'dd' }, { cause: error }));
    });
  });
}

interface Read {
  readonly path: string;
  /** Reading stops past this many bytes: a file that somebody keeps appending to must not hold the reader. */
  readonly limit: number;
  readonly pace: Pace | undefined;
}

async function hashWhole(read: Read, extraFlags: number): Promise<{ bytes: number; blake3: string }> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | extraFlags;
  const buffer = await buffers.take();
  try {
    const file = await open(read.path, flags);
    try {
      return await hashOpen(file, buffer, read);
    } finally {
      await file.close();
    }
  } finally {
    buffers.giveBack(buffer);
  }
}

/** Whoever ends a read must not have its buffer filled by somebody else's read. */
async function held(pause: Promise<void>, pending: Promise<unknown>): Promise<void> {
  try {
    await pause;
  } catch (error) {
    await pending.catch(() => undefined);
    throw error;
  }
}

/** One half of the buffer is hashed while the other one fills. */
async function hashOpen(file: FileHandle, buffer: Buffer, read: Read) {
  const hasher = new Blake3Hasher();
  const halves = [buffer.subarray(0, halfBytes), buffer.subarray(halfBytes)] as const;
  let [filling, idle] = [halves[0], halves[1]];
  let bytes = 0;
  let pending = file.read(filling, 0, halfBytes, 0);
  for (;;) {
    const { bytesRead } = await pending;
    const filled = filling.subarray(0, bytesRead);
    bytes += bytesRead;
    const goOn = bytesRead > 0 && bytes <= read.limit && bytes % blockBytes === 0;
    if (goOn) {
      [filling, idle] = [idle, filling];
      pending = file.read(filling, 0, halfBytes, bytes);
    }
    if (bytesRead > 0) hasher.update(filled);
    if (!goOn) break;
    if (read.pace !== undefined) await held(read.pace(bytesRead), pending);
  }
  // A direct read ends at the first unaligned count, which must be the end of the file: else a sound original would be called altered.
  const { size } = await file.stat();
  if (bytes < size && bytes <= read.limit) {
    throw new VaultError('vault.unreadable', { path: read.path, errno: 'short read' });
  }
  return { bytes, blake3: hasher.digest('hex') };
}
