import { realpath, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { Turns } from '../../turns.ts';
import type {
  OriginalFacts,
  Pace,
  PublishedOriginal,
  RepairedOriginal,
  Reread,
  Vault,
  VaultSpace,
} from '../contract.ts';
import { VaultError } from '../errors.ts';
import { requireDigest, requireFacts } from '../names.ts';
import type { Rereader } from '../rereader.ts';
import { lockableUntil } from '../retention-date.ts';
import { disposalsIn, tombstoneName, tombstonesOf } from '../tombstone.ts';
import { chattr } from './chattr.ts';
import { directReread } from './direct-reread.ts';
import { readFailure } from './disk-error.ts';
import { disposeOriginal } from './dispose.ts';
import { Folders } from './durable.ts';
import { isHeld, recordTurn } from './holds.ts';
import { type Flagger, Flags, type Immutability, tryImmutable } from './immutable.ts';
import { markerName, originalObject, stagingFolder } from './layout.ts';
import { getLogObject, listLogNames, putLogObject } from './log.ts';
import { lookAt } from './look.ts';
import { readMarker } from './marker.ts';
import { listOriginals, readOriginal, rereadOriginal } from './originals.ts';
import { Presence } from './presence.ts';
import { publishOriginal } from './publish.ts';
import { repairOriginal } from './repair.ts';
import { latestRetention, retainOriginal } from './retention.ts';
import type { VaultRoom } from './room.ts';
import { actsWith, type Steps } from './steps.ts';
import { type Standing, standingIn } from './strays.ts';
import { dropStagedNames, sweepDrafts } from './write-once.ts';

export interface LocalVaultOptions {
  readonly folder: string;
  /** The id the marker must have; null takes any, for a reader that knows none. */
  readonly id: string | null;
  /** `auto` sets the immutable flag where disk and user can; `off` never. */
  readonly immutable: 'auto' | 'off';
  /** The caller holds the station's lock, so that drafts which a crash has left may be removed. */
  readonly sole?: boolean;
  readonly reread?: Rereader;
  readonly steps?: Steps;
  readonly flag?: Flagger;
  /** What dates are compared with: the system's clock, where nothing else is given. */
  readonly now?: () => Temporal.Instant;
}

/**
 * Opens a vault that `createLocalVault` made. A folder without its marker is refused, never made into a vault:
 * it may be the mount point of a disk that is not there.
 */
export async function openLocalVault(options: LocalVaultOptions): Promise<LocalVault> {
  const { id } = await readMarker(options.folder, options.id);
  const root = await realpath(options.folder);
  const flag = options.flag ?? chattr;
  const immutability = await immutabilityOf(root, options.immutable, flag);
  if (options.sole === true) await sweepDrafts(join(root, stagingFolder));
  const folders = new Folders();
  const presence = new Presence(root, id, folders);
  await presence.confirm();
  return new LocalVault(id, immutability, {
    root,
    folders,
    presence,
    flags: new Flags(immutability.set ? flag : null),
    reread: options.reread ?? directReread,
    act: actsWith(options.steps ?? (() => undefined)),
    now: options.now ?? (() => Temporal.Now.instant()),
  });
}

async function immutabilityOf(root: string, wish: 'auto' | 'off', flag: Flagger): Promise<Immutability> {
  if (wish === 'off') return { set: false, because: 'switched off (vault.immutable)' };
  const marker = join(root, markerName);
  await dropStagedNames(join(root, stagingFolder), null, marker);
  return await tryImmutable(marker, flag);
}

/** The vault on a local disk. What each method promises stands in the contract. */
export class LocalVault implements Vault {
  readonly id: string;
  /** Whether originals get the immutable flag here, and why not. */
  readonly immutability: Immutability;
  /** Absolute path of the folder in which files are staged: on the same disk, so that they can be linked. */
  readonly staging: string;
  readonly #room: VaultRoom;
  readonly #turns = new Turns();

  constructor(id: string, immutability: Immutability, room: VaultRoom) {
    this.id = id;
    this.immutability = immutability;
    this.staging = join(room.root, stagingFolder);
    this.#room = room;
  }

  async publish(
    staged: string,
    facts: OriginalFacts,
    retainUntil: Temporal.Instant,
  ): Promise<PublishedOriginal> {
    requireFacts(facts);
    const until = lockableUntil(retainUntil);
    return await this.#inTurn(`original ${facts.sha256}`, () =>
      publishOriginal(this.#room, staged, facts, until),
    );
  }

  async repair(
    staged: string,
    facts: OriginalFacts,
    retainUntil: Temporal.Instant,
  ): Promise<RepairedOriginal> {
    requireFacts(facts);
    const until = lockableUntil(retainUntil);
    return await this.#inTurn(`original ${facts.sha256}`, () =>
      repairOriginal(this.#room, staged, facts, until),
    );
  }

  async holds(sha256: string, bytes: number): Promise<boolean> {
    const standing = await lookAt(this.locate(sha256).location);
    if (standing === null) await this.#room.presence.confirm();
    return standing?.isFile() === true && standing.size === BigInt(bytes);
  }

  locate(sha256: string): { object: string; location: string } {
    requireDigest('SHA-256', sha256);
    const object = originalObject(sha256);
    return { object, location: join(this.#room.root, object) };
  }

  async reread(facts: OriginalFacts, pace?: Pace): Promise<Reread> {
    requireFacts(facts);
    return await rereadOriginal(this.#room, facts, pace);
  }

  async *read(sha256: string): AsyncGenerator<Uint8Array> {
    requireDigest('SHA-256', sha256);
    yield* readOriginal(this.#room, sha256);
  }

  async retainedUntil(sha256: string): Promise<Temporal.Instant | null> {
    const standing = await lookAt(this.locate(sha256).location);
    if (standing !== null) return await latestRetention(this.#room.root, sha256);
    await this.#room.presence.confirm();
    return null;
  }

  async retain(sha256: string, until: Temporal.Instant): Promise<Temporal.Instant> {
    requireDigest('SHA-256', sha256);
    const lockable = lockableUntil(until);
    return await this.#inTurn(`original ${sha256}`, () => retainOriginal(this.#room, sha256, lockable));
  }

  async hold(sha256: string): Promise<void> {
    requireDigest('SHA-256', sha256);
    await this.#inTurn(`original ${sha256}`, () => recordTurn(this.#room, sha256, 'hold'));
  }

  async release(sha256: string): Promise<void> {
    requireDigest('SHA-256', sha256);
    await this.#inTurn(`original ${sha256}`, () => recordTurn(this.#room, sha256, 'lifted'));
  }

  async held(sha256: string): Promise<boolean> {
    const standing = await lookAt(this.locate(sha256).location);
    if (standing !== null) return await isHeld(this.#room.root, sha256);
    await this.#room.presence.confirm();
    return false;
  }

  async dispose(sha256: string, disposal: string): Promise<void> {
    requireDigest('SHA-256', sha256);
    const name = tombstoneName(sha256, disposal);
    await this.#inTurn(`original ${sha256}`, () => disposeOriginal(this.#room, sha256, name));
  }

  async disposals(sha256: string): Promise<readonly string[]> {
    requireDigest('SHA-256', sha256);
    return disposalsIn(await listLogNames(this.#room, tombstonesOf(sha256)));
  }

  originals(): AsyncIterable<string> {
    return listOriginals(this.#room);
  }

  /** Whatever stands among the originals, whether it is one or not. */
  async *standing(): AsyncGenerator<Standing> {
    await this.#room.presence.confirm();
    yield* standingIn(this.#room.root);
  }

  async putLog(name: string, bytes: Uint8Array): Promise<void> {
    await this.#inTurn(`log ${name}`, () => putLogObject(this.#room, name, bytes));
  }

  async getLog(name: string): Promise<Uint8Array | null> {
    return await getLogObject(this.#room, name);
  }

  async listLogs(prefix: string): Promise<readonly string[]> {
    return await listLogNames(this.#room, prefix);
  }

  async space(): Promise<VaultSpace> {
    await this.#room.presence.confirm();
    try {
      const { bavail, blocks, bsize } = await statfs(this.#room.root);
      return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
    } catch (error) {
      throw errnoOf(error) === 'ENOENT'
        ? new VaultError('vault.marker_missing', { folder: this.#room.root })
        : readFailure(error, this.#room.root);
    }
  }

  /** Writers of the same object go one after the other, or one would flag the file that another one still unlinks. */
  #inTurn<T>(key: string, action: () => Promise<T>): Promise<T> {
    return this.#room.flags.expect(() => this.#turns.take(key, action));
  }
}
