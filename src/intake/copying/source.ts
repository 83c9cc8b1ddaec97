import { constants, fstat } from 'node:fs';
import { Blake3Hasher } from '@napi-rs/blake-hash';
import { errnoOf } from '../../errors.ts';
import { type AlignedSlots, slotBytes } from './aligned.ts';
import { CopyFailed, type SourceFacts } from './copy-job.ts';
import { endBytes } from './digests.ts';
import { type OpenFile, openDirect } from './raw-file.ts';
import { readAhead } from './read-ahead.ts';

/**
 * Opens a listed file for reading. A card may swap a file for a link or a FIFO between listing and opening:
 * O_NOFOLLOW and O_NONBLOCK keep the open from leaving the card or hanging, and the type is looked at again.
 */
export async function openSource(path: Buffer, expected: SourceFacts): Promise<OpenFile> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK, O_NOCTTY } = constants;
  const opened = await openDirect(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY).catch(
    (error: unknown) => {
      const errno = errnoOf(error) ?? 'EIO';
      throw new CopyFailed(
        errno === 'ELOOP' ? { kind: 'not_a_file' } : { kind: 'read', errno, offset: 0 },
        error,
      );
    },
  );
  try {
    const facts = await factsOf(opened.fd);
    if (facts.bytes !== expected.bytes || facts.modifiedNs !== expected.modifiedNs) {
      throw new CopyFailed({ kind: 'changed', bytes: facts.bytes });
    }
    return opened;
  } catch (error) {
    opened.close().catch(() => undefined);
    throw error;
  }
}

/** Size and modification time of an open file; throws `CopyFailed` where it is no regular file. */
export async function factsOf(fd: number): Promise<SourceFacts> {
  const stat = await new Promise<import('node:fs').BigIntStats>((done, fail) =>
    fstat(fd, { bigint: true }, (error, found) => (error ? fail(error) : done(found))),
  ).catch((error: unknown) => {
    throw new CopyFailed({ kind: 'read', errno: errnoOf(error) ?? 'EIO', offset: 0 }, error);
  });
  if (!stat.isFile()) throw new CopyFailed({ kind: 'not_a_file' });
  return { bytes: Number(stat.size), modifiedNs: stat.mtimeNs.toString() };
}

/** Both ends of a file on a card, for knowing it again: the same digests that a copy of it makes. */
export async function readEnds(
  path: Uint8Array,
  expected: SourceFacts,
  slots: AlignedSlots,
): Promise<{ headBlake3: string; tailBlake3: string }> {
  const source = await openSource(Buffer.from(path), expected);
  try {
    const { bytes } = expected;
    return {
      headBlake3: await digestOfRange(source, 0, Math.min(bytes, endBytes), slots),
      tailBlake3: await digestOfRange(source, Math.max(0, bytes - endBytes), bytes, slots),
    };
  } finally {
    source.close().catch(() => undefined);
  }
}

/** BLAKE3 of a whole file on a card, for comparing it with its original. Throws `CopyFailed`, `changed` too. */
export async function readWhole(
  path: Uint8Array,
  expected: SourceFacts,
  slots: AlignedSlots,
): Promise<string> {
  const source = await openSource(Buffer.from(path), expected);
  try {
    const blake3 = await digestOfRange(source, 0, expected.bytes, slots);
    const { bytes, modifiedNs } = await factsOf(source.fd);
    if (bytes !== expected.bytes || modifiedNs !== expected.modifiedNs)
      throw new CopyFailed({ kind: 'changed', bytes });
    return blake3;
  } finally {
    source.close().catch(() => undefined);
  }
}

/** BLAKE3 of `[from, to)`. Reads start on a block, as O_DIRECT wants it, and the bytes before `from` are left out. */
export async function digestOfRange(
  file: OpenFile,
  from: number,
  to: number,
  slots: AlignedSlots,
): Promise<string> {
  const hasher = new Blake3Hasher();
  const start = from - (from % slotBytes);
  for await (const { slot, bytes, at } of readAhead(file, start, to, slots)) {
    hasher.update(bytes.subarray(Math.max(0, from - at)));
    slots.give(slot);
  }
  return hasher.digest('hex');
}
