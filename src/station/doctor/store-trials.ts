import { GetObjectCommand, PutObjectRetentionCommand } from '@aws-sdk/client-s3';
import type { TextKey } from '../../texts/catalogue.ts';
import { headOf } from '../../vault/s3/head.ts';
import { setHoldOn } from '../../vault/s3/hold.ts';
import { toDate } from '../../vault/s3/js-date.ts';
import { ensureLocked, isLocked } from '../../vault/s3/lock.ts';
import { readVersion } from '../../vault/s3/read-version.ts';
import { type Version, versionsOf } from '../../vault/s3/versions.ts';
import { lets, type StoreBench } from './store-bench.ts';

/**
 * What came of a trial, as the words for it. They end with `holds`, with `instead` where the store does not and the vault
 * does something else in its place, or with `unfit` where no vault can stand in such a store.
 */
export type TrialResult = Extract<TextKey, `doctor.store.${string}.${'holds' | 'instead' | 'unfit'}`>;

/** Base64 and hex of nothing that is ever sent. */
const wrongMd5 = Buffer.alloc(16, 7).toString('base64');
const wrongSha256 = Buffer.alloc(32, 7);

/** What a store is tried for. The order is that of the report. */
export const trials = {
  /** The lock that a PUT carries. Else it is set on the version after. */
  lock: async (bench) => await lockedBy('lock', bench, await bench.putLocked('lock')),
  /** Ceph takes lock headers with a multipart upload and drops them. */
  multipart_lock: async (bench) => {
    const { version } = await bench.putInParts('multipart-lock');
    return await lockedBy('multipart_lock', bench, version);
  },
  /** The proof of all: the keys of the station cannot delete what is locked. */
  kept: async (bench) => {
    const version = await bench.putLocked('kept');
    await ensureLocked(bench.store, version, bench.until);
    return (await bench.deletes(version)) ? 'doctor.store.kept.unfit' : 'doctor.store.kept.holds';
  },
  /** What nobody has classified is kept by this alone once its short lock is over. */
  legal_hold: async (bench) => {
    const { version } = await bench.put('legal-hold');
    const held = await lets(setHoldOn(bench.store, version, 'ON'));
    const deleted = held && (await bench.deletes(version));
    await lets(setHoldOn(bench.store, version, 'OFF'));
    return held && !deleted ? 'doctor.store.legal_hold.holds' : 'doctor.store.legal_hold.unfit';
  },
  not_shortened: async (bench) => {
    const version = await bench.putLocked('not-shortened');
    await ensureLocked(bench.store, version, bench.until);
    const { store } = bench;
    const where = { Bucket: store.bucket, Key: store.keyOf(version.object), VersionId: version.id };
    const RetainUntilDate = toDate(bench.until.subtract({ seconds: 60 }));
    const Retention = { Mode: store.settings.mode, RetainUntilDate };
    const shorten = new PutObjectRetentionCommand({ ...where, Retention });
    await lets(store.once(version.object, (client, how) => client.send(shorten, how)));
    const head = await headOf(store, version);
    const holds = head !== null && isLocked(store, head, bench.until);
    return holds ? 'doctor.store.not_shortened.holds' : 'doctor.store.not_shortened.unfit';
  },
  /** What is written over an original, or marks it deleted, leaves it as it was. */
  versions: async (bench) => {
    const { version, bytes } = await bench.put('versions');
    await bench.put('versions');
    await bench.mark(version.object);
    const [oldest] = await versionsOf(bench.store, version.object);
    if (oldest?.id !== version.id) return 'doctor.store.versions.unfit';
    const pieces: Uint8Array[] = [];
    for await (const piece of readVersion(bench.store, oldest)) pieces.push(piece);
    const same = Buffer.concat(pieces).equals(bytes);
    return same ? 'doctor.store.versions.holds' : 'doctor.store.versions.unfit';
  },
  content_md5: async (bench) => await refusing('content_md5', bench.put('md5', { ContentMD5: wrongMd5 })),
  signed_sha256: async (bench) =>
    await refusing('signed_sha256', bench.put('sha256', {}, wrongSha256.toString('hex'))),
  /** Of parts by themselves: some stores look at whole objects alone. */
  corrupt_part: async (bench) => {
    const refused = await bench.refusesParts([
      { ContentMD5: wrongMd5, sha256: null },
      { sha256: wrongSha256.toString('hex') },
    ]);
    return refused ? 'doctor.store.corrupt_part.holds' : 'doctor.store.corrupt_part.instead';
  },
  checksum: async (bench) =>
    await refusing('checksum', bench.put('checksum', { ChecksumSHA256: wrongSha256.toString('base64') })),
  if_none_match: async (bench) => {
    await bench.put('if-none-match');
    return await refusing('if_none_match', bench.put('if-none-match', { IfNoneMatch: '*' }));
  },
  complete_answer: async (bench) => {
    const { version, answered } = await bench.putInParts('complete-answer');
    const named = answered !== null && answered === version.id;
    return named ? 'doctor.store.complete_answer.holds' : 'doctor.store.complete_answer.instead';
  },
  part_etag: async (bench) => {
    const { partEtag, md5 } = await bench.putInParts('part-etag');
    return partEtag === md5 ? 'doctor.store.part_etag.holds' : 'doctor.store.part_etag.instead';
  },
  range: async (bench) => {
    const { version } = await bench.put('range');
    const { store } = bench;
    const where = { Bucket: store.bucket, Key: store.keyOf(version.object), VersionId: version.id };
    const { ContentRange } = await store.once(version.object, async (client, how) => {
      const answer = await client.send(new GetObjectCommand({ ...where, Range: 'bytes=10-' }), how);
      await answer.Body?.transformToByteArray();
      return answer;
    });
    const right = ContentRange === 'bytes 10-63/64';
    return right ? 'doctor.store.range.holds' : 'doctor.store.range.instead';
  },
} as const satisfies Readonly<Record<string, (bench: StoreBench) => Promise<TrialResult>>>;

export type TrialName = keyof typeof trials;

async function lockedBy(
  name: 'lock' | 'multipart_lock',
  { store, until }: StoreBench,
  version: Version,
): Promise<TrialResult> {
  const head = await headOf(store, version);
  // To the second: a longer lock is the bucket's own, which says nothing of the one that was written.
  if (head?.until?.equals(until) === true) return `doctor.store.${name}.holds`;
  const locked = await lets(ensureLocked(store, version, until));
  return locked ? `doctor.store.${name}.instead` : `doctor.store.${name}.unfit`;
}

async function refusing(
  name: 'content_md5' | 'signed_sha256' | 'checksum' | 'if_none_match',
  wrong: Promise<unknown>,
): Promise<TrialResult> {
  return (await lets(wrong)) ? `doctor.store.${name}.instead` : `doctor.store.${name}.holds`;
}
