import { lstat, opendir } from 'node:fs/promises';
import { fileInstant } from './file-instant.ts';

/** What `lstat` says about one entry, without following it. */
export interface EntryFacts {
  readonly kind: 'folder' | 'file' | 'symlink' | 'fifo' | 'socket' | 'device';
  readonly bytes: number;
  readonly modified: Temporal.Instant;
  /** The file system that the entry lies on. */
  readonly filesystem: bigint;
}

/** The two questions that a listing asks of a card, handed in so that a failing card can be played. */
export interface CardDisk {
  facts(path: Buffer): Promise<EntryFacts>;
  /** The names in a folder, in batches, without `.` and `..`. */
  names(path: Buffer): AsyncIterable<Buffer>;
}

export const cardDisk: CardDisk = {
  async facts(path) {
    const stat = await lstat(path, { bigint: true });
    const kind = stat.isFile()
      ? 'file'
      : stat.isDirectory()
        ? 'folder'
        : stat.isSymbolicLink()
          ? 'symlink'
          : stat.isFIFO()
            ? 'fifo'
            : stat.isSocket()
              ? 'socket'
              : 'device';
    return {
      kind,
      bytes: Number(stat.size),
      modified: fileInstant(stat.mtimeNs),
      filesystem: stat.dev,
    };
  },
  async *names(path) {
    // Latin1 keeps every byte of a name apart; the bytes are made again from it.
    for await (const entry of await opendir(path, { encoding: 'latin1', bufferSize: 512 })) {
      yield Buffer.from(entry.name, 'latin1');
    }
  },
};
