import { setTimeout as wait } from 'node:timers/promises';
import {
  DeleteObjectCommand,
  HeadObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectLockConfigurationCommand,
  PutObjectRetentionCommand,
} from '@aws-sdk/client-s3';
import t, { type Test } from 'tap';
import { originalObject } from '../../../src/vault/local/layout.ts';
import { openS3Vault } from '../../../src/vault/s3/s3-vault.ts';
import type { S3VaultOptions } from '../../../src/vault/s3/settings.ts';
import { Store } from '../../../src/vault/s3/store.ts';
import { versionsOf } from '../../../src/vault/s3/versions.ts';
import { all, bytesIn, codeOf, exists, factsOf, later, muchLater } from '../../contract/vault.ts';
import { makeS3Vault, ownerOf, stageFor, startCeph, testPartBytes } from '../../support/s3-vault.ts';

const ceph = await startCeph(t);
const owner = ownerOf(ceph.endpoint);

async function refusal(promise: Promise<unknown>): Promise<string> {
  return await promise.then(
    () => 'done',
    (error: Error) => error.name,
  );
}

/** A published original and its version, as its owner knows them. */
async function published(t: Test, bytes: Buffer) {
  const { options, vault } = await makeS3Vault(t, ceph.endpoint);
  const facts = factsOf(bytes);
  await vault.publish(await stageFor(options, 'r', bytes), facts, later);
  const [version] = await versionsOf(new Store(options.store), originalObject(facts.sha256));
  const { bucket: Bucket, prefix } = options.store;
  const where = { Bucket, Key: `${prefix}${originalObject(facts.sha256)}` };
  return { options, vault, facts, where, VersionId: version?.id ?? '' };
}

for (const [what, bytes] of [
  ['a small recording', Buffer.from('what the officer recorded')],
  ['a recording in parts', Buffer.alloc(testPartBytes * 2 + 12_345, 7)],
] as const) {
  t.test(`${what}: not even the owner of the store can delete it or shorten its lock`, async (t) => {
    const { vault, facts, where, VersionId } = await published(t, bytes);
    const version = { ...where, VersionId };
    const bypass = { BypassGovernanceRetention: true };
    t.equal(await refusal(owner.send(new DeleteObjectCommand(version))), 'AccessDenied');
    t.equal(await refusal(owner.send(new DeleteObjectCommand({ ...version, ...bypass }))), 'AccessDenied');
    const retain = (Mode: 'COMPLIANCE' | 'GOVERNANCE', until: string) =>
      owner.send(
        new PutObjectRetentionCommand({
          ...version,
          ...bypass,
          Retention: { Mode, RetainUntilDate: new Date(until) },
        }),
      );
    t.equal(await refusal(retain('COMPLIANCE', '2080-01-01T00:00:00Z')), 'AccessDenied', 'a shorter lock');
    t.equal(await refusal(retain('GOVERNANCE', later.toString())), 'AccessDenied', 'a weaker one');
    t.equal((await vault.retainedUntil(facts.sha256))?.toString(), later.toString());
    t.same(await vault.reread(facts), { found: 'equal' });
  });

  t.test(`${what}: what is written over it, or marks it deleted, changes nothing`, async (t) => {
    const { options, vault, facts, where } = await published(t, bytes);
    await owner.send(new PutObjectCommand({ ...where, Body: 'planted' }));
    await owner.send(new DeleteObjectCommand(where));
    t.equal(await refusal(owner.send(new HeadObjectCommand(where))), 'NotFound', 'it looks deleted');
    t.equal(await vault.holds(facts.sha256, facts.bytes), true);
    t.same(await vault.reread(facts), { found: 'equal' });
    t.equal(Buffer.compare(await bytesIn(vault, facts.sha256), bytes), 0);
    t.same(await all(vault.originals()), [facts.sha256]);
    t.equal((await vault.retain(facts.sha256, muchLater)).toString(), muchLater.toString());
    const again = await stageFor(options, 'again', bytes);
    t.equal((await vault.publish(again, facts, later)).retainUntil.toString(), muchLater.toString());
    t.equal(await exists(again), false);
  });
}

t.test('versions cannot be switched off in its bucket', async (t) => {
  const { options } = await makeS3Vault(t, ceph.endpoint);
  const off = { Bucket: options.store.bucket, VersioningConfiguration: { Status: 'Suspended' as const } };
  t.equal(await refusal(owner.send(new PutBucketVersioningCommand(off))), 'InvalidBucketState');
});

t.test('an object tells whose it is without the station', async (t) => {
  const { options, vault } = await makeS3Vault(t, ceph.endpoint);
  for (const [name, bytes] of [
    ['small', Buffer.from('x')],
    ['parts', Buffer.alloc(testPartBytes + 1, 2)],
  ] as const) {
    const facts = factsOf(bytes);
    const about = { station: 'ST01', evidence: 'ST01-2026-0000001', recorder: '仪 7' };
    await vault.publish(await stageFor(options, name, bytes), facts, later, about);
    const { bucket: Bucket, prefix } = options.store;
    const Key = `${prefix}${originalObject(facts.sha256)}`;
    const { Metadata } = await owner.send(new HeadObjectCommand({ Bucket, Key }));
    t.same(Metadata, {
      'docket-sha256': facts.sha256,
      'docket-blake3': facts.blake3,
      'docket-bytes': String(facts.bytes),
      'docket-station': 'ST01',
      'docket-evidence': 'ST01-2026-0000001',
      'docket-recorder': encodeURIComponent('仪 7'),
    });
  }
});

/** A bucket that somebody made without a lock for what says nothing itself. */
async function withoutDefault(options: S3VaultOptions): Promise<void> {
  const { bucket: Bucket } = options.store;
  const ObjectLockConfiguration = { ObjectLockEnabled: 'Enabled' as const };
  await owner.send(new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }));
}

t.test('between the end of an upload and its lock a crash leaves no original without a lock', async (t) => {
  const { options } = await makeS3Vault(t, ceph.endpoint);
  await withoutDefault(options);
  const bytes = Buffer.alloc(testPartBytes + 4_321, 5);
  const facts = factsOf(bytes);
  const staged = await stageFor(options, 'r', bytes);
  const steps = (name: string) => {
    if (name === 'vault.s3.lock.before') throw new Error('crash');
  };
  await t.rejects((await openS3Vault({ ...options, steps })).publish(staged, facts, later), {
    message: 'crash',
  });
  const vault = await openS3Vault(options);
  t.equal(
    await vault.retainedUntil(facts.sha256),
    null,
    'the store has dropped the lock that came with the upload',
  );
  t.equal(await exists(staged), true, 'the staged recording is kept until it is locked');

  await vault.publish(staged, facts, later);
  t.equal((await vault.retainedUntil(facts.sha256))?.toString(), later.toString());
  const versions = await versionsOf(new Store(options.store), originalObject(facts.sha256));
  t.equal(versions.length, 1, 'and it was not sent twice');
});

t.test(
  'the moment between the end of an upload and its lock is covered by the bucket that init makes',
  async (t) => {
    const { options } = await makeS3Vault(t, ceph.endpoint);
    const bytes = Buffer.alloc(testPartBytes + 1, 6);
    const facts = factsOf(bytes);
    const steps = (name: string) => {
      if (name === 'vault.s3.lock.before') throw new Error('crash');
    };
    const broken = await openS3Vault({ ...options, steps });
    await t.rejects(broken.publish(await stageFor(options, 'r', bytes), facts, later), { message: 'crash' });
    const until = await (await openS3Vault(options)).retainedUntil(facts.sha256);
    t.ok(until !== null && Temporal.Instant.compare(until, Temporal.Now.instant()) > 0, String(until));
  },
);

t.test('a lock in the past is refused before anything is sent', async (t) => {
  const { options, vault } = await makeS3Vault(t, ceph.endpoint);
  const past = Temporal.Instant.from('2020-01-01T00:00:00Z');
  for (const bytes of [Buffer.from('x'), Buffer.alloc(testPartBytes + 1, 1)]) {
    const staged = await stageFor(options, `r${bytes.length}`, bytes);
    t.equal(await codeOf(vault.publish(staged, factsOf(bytes), past)), 'vault.retention_past');
    t.equal(await exists(staged), true);
    t.equal(await vault.holds(factsOf(bytes).sha256, bytes.length), false);
  }
});

t.test('past its lock, a legal hold alone keeps a version from the owner of the store', async (t) => {
  const { options, vault } = await makeS3Vault(t, ceph.endpoint);
  const bytes = Buffer.from('on hold');
  const facts = factsOf(bytes);
  const until = Temporal.Now.instant().add({ seconds: 10 });
  await vault.publish(await stageFor(options, 'r', bytes), facts, until);
  await vault.hold(facts.sha256);
  const [version] = await versionsOf(new Store(options.store), originalObject(facts.sha256));
  const { bucket: Bucket, prefix } = options.store;
  const where = { Bucket, Key: `${prefix}${originalObject(facts.sha256)}`, VersionId: version?.id ?? '' };
  await wait(Math.max(0, Temporal.Now.instant().until(until).total('milliseconds')) + 2_000);
  const bypass = { BypassGovernanceRetention: true };
  t.equal(await refusal(owner.send(new DeleteObjectCommand({ ...where, ...bypass }))), 'AccessDenied');
  t.equal(await codeOf(vault.dispose(facts.sha256, 'ST01-X000001')), 'vault.on_hold');
  t.same(await vault.reread(facts), { found: 'equal' });
  await vault.release(facts.sha256);
  await vault.dispose(facts.sha256, 'ST01-X000001');
  t.same(await all(vault.originals()), []);
});
