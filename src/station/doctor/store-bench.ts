import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { VaultError } from '../../vault/errors.ts';
import { lockHeaders } from '../../vault/s3/lock.ts';
import { bodyOfPart } from '../../vault/s3/signed-body.ts';
import type { Store } from '../../vault/s3/store.ts';
import { objectsUnder, type Version, versionsOf } from '../../vault/s3/versions.ts';

/** Under this name, and under no other, the doctor writes and deletes. */
const folder = 'doctor/';
/** Long enough for the trials, short enough that the next look at the store clears them up. */
const lockSeconds = 120;

/** A place in the store where its ways are tried with small objects of the doctor's own. */
export class StoreBench {
  readonly store: Store;
  readonly until: Temporal.Instant;
  readonly #base = `${folder}${randomUUID()}/`;

  constructor(store: Store) {
    this.store = store;
    const now = Temporal.Now.instant().round({ smallestUnit: 'second', roundingMode: 'ceil' });
    this.until = now.add({ seconds: lockSeconds });
  }

  name(what: string): string {
    return `${this.#base}${what}`;
  }

  /** Writes a small object. @param sha256 what is signed, where it shall be another than that of the bytes */
  async put(
    what: string,
    change: Partial<PutObjectCommandInput> = {},
    sha256: string | null = null,
  ): Promise<{ readonly version: Version; readonly bytes: Buffer }> {
    const bytes = randomBytes(64);
    const object = this.name(what);
    const buffer = Uint8Array.from(bytes).buffer;
    const own = createHash('sha256').update(bytes).digest('hex');
    const md5 = createHash('md5').update(bytes).digest('base64');
    const command = new PutObjectCommand({
      Bucket: this.store.bucket,
      Key: this.store.keyOf(object),
      Body: bodyOfPart({ buffer, md5, sha256: sha256 ?? own }, bytes.length, this.store),
      ContentLength: bytes.length,
      ContentMD5: md5,
      ...change,
    });
    const { VersionId } = await this.store.once(object, (client, how) => client.send(command, how));
    return { version: { object, id: VersionId ?? '', bytes: bytes.length }, bytes };
  }

  async putLocked(what: string): Promise<Version> {
    return (await this.put(what, lockHeaders(this.store, this.until))).version;
  }

  /** Sends an object up in one part, with lock headers, as recordings go up. */
  async putInParts(what: string) {
    const { store } = this;
    const object = this.name(what);
    const where = { Bucket: store.bucket, Key: store.keyOf(object) };
    const bytes = randomBytes(64);
    const { UploadId } = await store.once(object, (client, how) =>
      client.send(new CreateMultipartUploadCommand({ ...where, ...lockHeaders(store, this.until) }), how),
    );
    const upload = { ...where, UploadId };
    const { ETag } = await store.once(object, (client, how) =>
      client.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: bytes }), how),
    );
    const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
    const { VersionId } = await store.once(object, (client, how) =>
      client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload }), how),
    );
    const [version] = await versionsOf(store, object);
    if (version === undefined) {
      const found = 'no version of what was sent up in parts';
      throw new VaultError('vault.store_failed', { store: store.url, object, found });
    }
    const md5 = createHash('md5').update(bytes).digest('hex');
    return { version, answered: VersionId ?? null, partEtag: ETag?.replaceAll('"', '') ?? '', md5 };
  }

  /** Whether a part is refused that was corrupted on its way: its digests, one or the other, are of other bytes. */
  async refusesParts(
    wrong: readonly { readonly ContentMD5?: string; readonly sha256: string | null }[],
  ): Promise<boolean> {
    const { store } = this;
    const object = this.name('corrupt-part');
    const where = { Bucket: store.bucket, Key: store.keyOf(object) };
    const { UploadId } = await store.once(object, (client, how) =>
      client.send(new CreateMultipartUploadCommand(where), how),
    );
    const upload = { ...where, UploadId };
    try {
      for (const { sha256, ContentMD5 } of wrong) {
        const bytes = randomBytes(64);
        const own = createHash('sha256').update(bytes).digest('hex');
        const md5 = createHash('md5').update(bytes).digest('base64');
        const filled = { buffer: Uint8Array.from(bytes).buffer, md5, sha256: sha256 ?? own };
        const Body = bodyOfPart(filled, bytes.length, store);
        const part = { PartNumber: 1, Body, ContentLength: bytes.length, ContentMD5: ContentMD5 ?? md5 };
        const command = new UploadPartCommand({ ...upload, ...part });
        if (await lets(store.once(object, (client, how) => client.send(command, how)))) return false;
      }
      return true;
    } finally {
      await store.once(object, (client, how) => client.send(new AbortMultipartUploadCommand(upload), how));
    }
  }

  /** Tries to delete a version of the doctor's own; whether the store let it. */
  async deletes({ object, id }: Version): Promise<boolean> {
    if (!object.startsWith(folder)) throw new TypeError(`${object} is not the doctor's`);
    const command = new DeleteObjectCommand({
      Bucket: this.store.bucket,
      Key: this.store.keyOf(object),
      VersionId: id,
    });
    return await lets(this.store.once(object, (client, how) => client.send(command, how)));
  }

  /** Marks the doctor's own object as deleted, as somebody without a version would. */
  async mark(object: string): Promise<void> {
    if (!object.startsWith(folder)) throw new TypeError(`${object} is not the doctor's`);
    const command = new DeleteObjectCommand({ Bucket: this.store.bucket, Key: this.store.keyOf(object) });
    await this.store.once(object, (client, how) => client.send(command, how));
  }

  /** Clears up what this and earlier looks have left, as far as its locks have ended. */
  async clear(): Promise<void> {
    for await (const object of objectsUnder(this.store, folder))
      for (const version of await versionsOf(this.store, object)) await this.deletes(version);
  }
}

/** Whether the store does it; what it refuses with an answer counts as refused, silence does not. */
export async function lets(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (error instanceof VaultError && error.code !== 'vault.store_unreachable') return false;
    throw error;
  }
}
