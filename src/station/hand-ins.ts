import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { mkdir, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Station } from '../station.ts';
import { carryOut, type Orderer } from './carry-out.ts';
import type { Dockings } from './dockings.ts';
import { StationError } from './error.ts';
import { handedInBy } from './handed-in.ts';
import type { IngestReport } from './ingest-report.ts';
import type { OrderArgs } from './orders.ts';

export type HandInGiven = NonNullable<OrderArgs<'ingest'>['handedIn']>;

/** A file as whoever sends it describes it. */
export interface SentFile {
  /** Safe as a file's. */
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hex; null: nothing was claimed. */
  readonly sha256: string | null;
  readonly content: Readable;
}

const mostAtOnce = 4;
const mebibyte = 1_048_576;

/**
 * Files that come by another way than the dock over the network: each is written beside the data, hashed as it comes, and
 * then taken in from there as from any folder. Nothing of a file that did not come whole is taken in or left.
 */
export class HandIns {
  readonly #station: Station;
  readonly #dockings: Dockings;
  readonly #folder: string;
  #underWay = 0;

  constructor(station: Station, dockings: Dockings) {
    this.#station = station;
    this.#dockings = dockings;
    this.#folder = join(station.places.folder, 'handed-in');
    // What a crash has left was never taken in.
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The most bytes of one file. */
  get mostBytes(): number {
    return this.#station.config.http.handInMebibytes * mebibyte;
  }

  /**
   * Errors: `station.hand_ins_many`, `station.hand_in_no_room`, `station.hand_in_cut`, `station.digest_differs`; those of
   * `handedInBy`, before anything is read, and of the order `ingest`.
   */
  async take(given: HandInGiven, file: SentFile, by: Omit<Orderer, 'onProgress'>): Promise<IngestReport> {
    handedInBy(this.#station.db, given, by.actor);
    if (this.#underWay >= mostAtOnce) throw new StationError('station.hand_ins_many', { most: mostAtOnce });
    this.#underWay += 1;
    const inbox = join(this.#folder, randomUUID());
    try {
      await mkdir(inbox, { recursive: true, mode: 0o700 });
      await this.#requireRoom(file.bytes);
      const received = await written(file, join(inbox, file.name));
      requireWhole(file, received);
      return await this.#takenIn(given, file, inbox, by);
    } finally {
      this.#underWay -= 1;
      await rm(inbox, { recursive: true, force: true });
    }
  }

  /**
   * The folder's path is part of whose recording it is where nobody knows better: the same file sent again by the same
   * person is known again.
   */
  async #takenIn(
    given: HandInGiven,
    { name }: SentFile,
    inbox: string,
    by: Omit<Orderer, 'onProgress'>,
  ): Promise<IngestReport> {
    const { way, by: person, seal } = given;
    const source = createHash('sha256').update(JSON.stringify([by.actor.id, way, person, seal]));
    const folder = join(this.#folder, source.digest('hex').slice(0, 12));
    return await this.#station.room.turns.take(`hand-in ${folder}`, async () => {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await rename(join(inbox, name), join(folder, name));
        const order = { order: 'ingest', args: { folder, handedIn: given } } as const;
        const report = await carryOut(this.#station, this.#dockings, order, {
          ...by,
          onProgress: () => undefined,
        });
        // The order's answer is the report.
        return report as IngestReport;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  }

  /** It lies here and in the vault for a while. */
  async #requireRoom(bytes: number): Promise<void> {
    const { bavail, bsize } = await statfs(this.#folder);
    const reserve = this.#station.config.vault.reserveMebibytes * mebibyte;
    if (bavail * bsize - 2 * bytes < reserve) throw new StationError('station.hand_in_no_room', { bytes });
  }
}

/** Writes what comes, no more than was announced. */
async function written({ content, bytes }: SentFile, path: string) {
  const hash = createHash('sha256');
  let count = 0;
  const measured = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      count += chunk.length;
      if (count > bytes)
        throw new StationError('station.hand_in_cut', { expected: bytes, found: `≥ ${count}` });
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    await pipeline(content, measured, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (cause) {
    if (cause instanceof StationError) throw cause;
    if (content.readableAborted || content.errored !== null)
      throw new StationError('station.hand_in_cut', { expected: bytes, found: count }, { cause });
    throw new StationError('station.hand_in_no_room', { bytes }, { cause });
  }
  return { count, sha256: hash.digest('hex') };
}

function requireWhole(
  file: SentFile,
  { count, sha256 }: { readonly count: number; readonly sha256: string },
) {
  if (count !== file.bytes)
    throw new StationError('station.hand_in_cut', { expected: file.bytes, found: count }, { field: 'body' });
  if (file.sha256 !== null && file.sha256 !== sha256)
    throw new StationError(
      'station.digest_differs',
      { expected: file.sha256, found: sha256 },
      { field: 'sha256' },
    );
}
