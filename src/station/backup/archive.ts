import { once } from 'node:events';
import type { Entry, Extract, Pack } from 'tar-stream';

/** One file of an archive. */
export interface Member {
  readonly name: string;
  readonly bytes: number;
  readonly content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** The members one after the other as a tar, which any `tar` takes apart. Nothing is held in memory. */
export async function* packed(members: readonly Member[], at: Temporal.Instant): AsyncGenerator<Uint8Array> {
  const { pack } = await import('tar-stream');
  const tar = pack();
  feed(tar, members, new Date(at.epochMilliseconds)).catch((error: unknown) => tar.destroy(asError(error)));
  yield* tar;
}

async function feed(tar: Pack, members: readonly Member[], mtime: Date): Promise<void> {
  for (const { name, bytes, content } of members) {
    const entry = tar.entry({ name, size: bytes, mode: 0o600, mtime });
    const ended = once(entry, 'close');
    // A tar that is destroyed meanwhile says so to whoever reads it.
    ended.catch(() => undefined);
    for await (const piece of content) if (!entry.write(piece)) await once(entry, 'drain');
    entry.end();
    await ended;
  }
  tar.finalize();
}

/** A file as it comes out of an archive; its content must be read before the next one is asked for. */
export interface Unpacked {
  readonly name: string;
  readonly plain: boolean;
  readonly bytes: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Takes a tar apart. What its names and sizes say is whoever's who packed it. Errors: those of the source, and the tar's own. */
export async function* unpacked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Unpacked> {
  const { extract } = await import('tar-stream');
  const tar = extract();
  pour(source, tar).catch((error: unknown) => tar.destroy(asError(error)));
  for await (const entry of tar) yield unpackedOf(entry);
}

function unpackedOf(entry: Entry): Unpacked {
  const { name, type, size = 0 } = entry.header;
  return { name, plain: type === 'file', bytes: size, content: entry };
}

async function pour(source: AsyncIterable<Uint8Array>, into: Extract): Promise<void> {
  for await (const piece of source) {
    if (into.destroyed) return;
    if (!into.write(piece)) await once(into, 'drain');
  }
  into.end();
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
