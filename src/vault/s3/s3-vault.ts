import { setMaxListeners } from 'node:events';
import { statfs } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { Turns } from '../../turns.ts';
import type {
  OriginalAbout,
  OriginalFacts,
  PublishedOriginal,
  Reread,
  Vault,
  VaultSpace,
} from '../contract.ts';
import { passes, VaultError } from '../errors.ts';
import { readFailure } from '../local/disk-error.ts';
import { originalObject } from '../local/layout.ts';
import { requireDigest, requireFacts } from '../names.ts';
import { lockableUntil } from '../retention-date.ts';
import { disposalsIn, tombstoneName, tombstonesOf } from '../tombstone.ts';
import { type Abandoned, abortAbandoned } from './abandoned.ts';
import { disposeOriginal } from './dispose.ts';
import { headOf } from './head.ts';
import { isHeld, setHold } from './hold.ts';
import { ensureLocked } from './lock.ts';
import { getLogObject, listLogNames, putLogObject } from './log.ts';
import { aboutIn } from './metadata.ts';
import { listOriginals, readOriginal, requireOriginal, rereadOriginal, standing } from './originals.ts';
import { PartBuffers } from './part-buffers.ts';
import { Presence } from './presence.ts';
import { publishOriginal } from './publish.ts';
import { readPart } from './read-part.ts';
import type { S3Room } from './room.ts';
import type { S3VaultOptions } from './settings.ts';
import { actsWith } from './steps.ts';
import { Store } from './store.ts';

/**
 * Opens a vault that `createS3Vault` made: its bucket is checked first. With `offline` a store that cannot be reached
 * is no refusal: everything is staged until it can, and what it is asked then waits for that check.
 */
export async function openS3Vault(
  options: S3VaultOptions,
  offline: { readonly id: string } | null = null,
): Promise<S3Vault> {
  const signal = options.signal ?? new AbortController().signal;
  // Each request under way listens.
  setMaxListeners(0, signal);
  const store = new Store(options.store, signal);
  const presence = new Presence(store, options.id);
  const found = offline === null ? await presence.confirm() : await confirmedOr(offline, presence);
  const { staging, logRetention, partBytes, partsAtOnce } = options;
  return new S3Vault(found.id, {
    ...{ store, presence, staging, logRetention, partBytes, partsAtOnce },
    buffers: new PartBuffers(partBytes, partsAtOnce),
    readPart: options.readPart ?? readPart,
    sampling: options.sampling ?? (() => false),
    act: actsWith(options.steps ?? (() => undefined)),
  });
}

/** A start waits so long for a store that hangs, and no longer. */
const startGraceMs = 5_000;

async function confirmedOr(
  offline: { readonly id: string },
  presence: Presence,
): Promise<{ readonly id: string }> {
  const confirmed = presence.confirm().catch((error: unknown) => {
    if (mayBePutRight(error)) return offline;
    throw error;
  });
  // What it finds after that is told to whoever asks the vault for something.
  confirmed.catch(() => undefined);
  return await Promise.race([confirmed, wait(startGraceMs, offline, { ref: false })]);
}

/** Keys and certificates that ran out overnight must not keep recorders from being emptied in the morning. */
function mayBePutRight(error: unknown): boolean {
  const { code } = error instanceof VaultError ? error : { code: null };
  return passes(error) || code === 'vault.store_refused' || code === 'vault.store_certificate';
}

/** The vault in an S3 bucket with Object Lock. What each method promises stands in the contract. */
export class S3Vault implements Vault {
  readonly id: string;
  /** Absolute path of the folder in which files are staged. */
  readonly staging: string;
  readonly #room: S3Room;
  readonly #turns = new Turns();

  constructor(id: string, room: S3Room) {
    this.id = id;
    this.staging = room.staging;
    this.#room = room;
  }

  async publish(
    staged: string,
    facts: OriginalFacts,
    retainUntil: Temporal.Instant,
    about: OriginalAbout | null = null,
  ): Promise<PublishedOriginal> {
    requireFacts(facts);
    const until = lockableUntil(retainUntil);
    return await this.#turns.take(`original ${facts.sha256}`, () =>
      publishOriginal(this.#room, staged, { facts, until, about }),
    );
  }

  async holds(sha256: string, bytes: number): Promise<boolean> {
    requireDigest('SHA-256', sha256);
    await this.#room.presence.confirm();
    return (await standing(this.#room.store, sha256)).some((one) => one.bytes === bytes);
  }

  locate(sha256: string): { object: string; location: string } {
    requireDigest('SHA-256', sha256);
    const object = originalObject(sha256);
    return { object, location: this.#room.store.urlOf(object) };
  }

  async reread(facts: OriginalFacts): Promise<Reread> {
    requireFacts(facts);
    return await rereadOriginal(this.#room, facts);
  }

  async *read(sha256: string): AsyncGenerator<Uint8Array> {
    requireDigest('SHA-256', sha256);
    yield* readOriginal(this.#room, sha256);
  }

  async retainedUntil(sha256: string): Promise<Temporal.Instant | null> {
    requireDigest('SHA-256', sha256);
    const { presence, store } = this.#room;
    await presence.confirm();
    const [first] = await standing(store, sha256);
    return first === undefined ? null : ((await headOf(store, first))?.until ?? null);
  }

  /** What stands with an original, which explains it without the station; null where it does not stand here. */
  async about(sha256: string): Promise<OriginalAbout | null> {
    requireDigest('SHA-256', sha256);
    const { presence, store } = this.#room;
    await presence.confirm();
    const [first] = await standing(store, sha256);
    const head = first === undefined ? null : await headOf(store, first);
    return head === null ? null : aboutIn(head);
  }

  async retain(sha256: string, until: Temporal.Instant): Promise<Temporal.Instant> {
    requireDigest('SHA-256', sha256);
    const lockable = lockableUntil(until);
    return await this.#turns.take(`original ${sha256}`, async () => {
      const { presence, store, act } = this.#room;
      await presence.confirm();
      const version = await requireOriginal(store, sha256);
      return (await act('vault.s3.retain', () => ensureLocked(store, version, lockable))).until;
    });
  }

  async hold(sha256: string): Promise<void> {
    requireDigest('SHA-256', sha256);
    await this.#turns.take(`original ${sha256}`, () =>
      this.#room.act('vault.s3.hold', () => setHold(this.#room, sha256, 'ON')),
    );
  }

  async release(sha256: string): Promise<void> {
    requireDigest('SHA-256', sha256);
    await this.#turns.take(`original ${sha256}`, () =>
      this.#room.act('vault.s3.release', () => setHold(this.#room, sha256, 'OFF')),
    );
  }

  async held(sha256: string): Promise<boolean> {
    requireDigest('SHA-256', sha256);
    return await isHeld(this.#room, sha256);
  }

  async dispose(sha256: string, disposal: string): Promise<void> {
    requireDigest('SHA-256', sha256);
    const name = tombstoneName(sha256, disposal);
    await this.#turns.take(`original ${sha256}`, () => disposeOriginal(this.#room, sha256, name));
  }

  async disposals(sha256: string): Promise<readonly string[]> {
    requireDigest('SHA-256', sha256);
    return disposalsIn(await listLogNames(this.#room, tombstonesOf(sha256)));
  }

  /** Aborts uploads in parts that nothing waits to carry on; see `abortAbandoned`. */
  async abortAbandoned(
    waits: (sha256: string) => boolean,
    before: Temporal.Instant,
  ): Promise<readonly Abandoned[]> {
    return await abortAbandoned(this.#room, waits, before);
  }

  originals(): AsyncIterable<string> {
    return listOriginals(this.#room);
  }

  async putLog(name: string, bytes: Uint8Array): Promise<void> {
    await this.#turns.take(`log ${name}`, () => putLogObject(this.#room, name, bytes));
  }

  async getLog(name: string): Promise<Uint8Array | null> {
    return await getLogObject(this.#room, name);
  }

  async listLogs(prefix: string): Promise<readonly string[]> {
    return await listLogNames(this.#room, prefix);
  }

  /** Of the disk on which files are staged: a store does not say how much it can still take. */
  async space(): Promise<VaultSpace> {
    try {
      const { bavail, blocks, bsize } = await statfs(this.staging);
      return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
    } catch (error) {
      throw readFailure(error, this.staging);
    }
  }
}
