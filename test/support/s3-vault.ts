import { randomBytes } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Test } from 'tap';
import { originalObject } from '../../src/vault/local/layout.ts';
import { createS3Vault } from '../../src/vault/s3/marker.ts';
import { openS3Vault, type S3Vault } from '../../src/vault/s3/s3-vault.ts';
import type { LockMode, S3VaultOptions, StoreSettings } from '../../src/vault/s3/settings.ts';
import {
  s3DisposeActs,
  s3HoldActs,
  s3LogActs,
  s3PublishActs,
  s3ReleaseActs,
  s3RetainActs,
  s3StepsOf,
} from '../../src/vault/s3/steps.ts';
import type { VaultUnderTest } from '../contract/vault.ts';
import { Ceph, owner } from '../labs/s3/ceph.ts';
import { created, testFolder, testVaultId } from './local-vault.ts';

/** The smallest part that S3 takes, so that a small recording has several. */
export const testPartBytes = 5 * 1_048_576;

/** The real server, for the tests of one file. */
export async function startCeph(t: Pick<Test, 'teardown'>): Promise<Ceph> {
  const ceph = await Ceph.start();
  t.teardown(() => ceph.stop());
  return ceph;
}

/** The owner of the store, who may do whatever the store lets anybody do. */
export function ownerOf(endpoint: string): S3Client {
  return new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: owner,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

export function storeAt(endpoint: string, change: Partial<StoreSettings> = {}): StoreSettings {
  return {
    endpoint,
    region: 'us-east-1',
    bucket: `docket-${randomBytes(6).toString('hex')}`,
    prefix: 'st01/',
    mode: 'COMPLIANCE',
    pathStyle: true,
    keys: owner,
    ca: null,
    answerMs: 30_000,
    retryMs: 5,
    ...change,
  };
}

/** Options for a vault in a bucket of its own, with a staging folder; the bucket is not made yet. */
export async function s3Options(t: Test, store: StoreSettings): Promise<S3VaultOptions> {
  const staging = join(await testFolder(t), 'staging');
  await mkdir(staging);
  return {
    store,
    id: testVaultId,
    staging,
    logRetention: Temporal.Duration.from({ days: 30 }),
    partBytes: testPartBytes,
    partsAtOnce: 3,
  };
}

export async function makeS3Vault(
  t: Test,
  endpoint: string,
  change: Partial<StoreSettings> = {},
): Promise<{ readonly options: S3VaultOptions; readonly vault: S3Vault }> {
  const options = await s3Options(t, storeAt(endpoint, change));
  await createS3Vault(options, { id: testVaultId, created });
  return { options, vault: await openS3Vault(options) };
}

export async function stageFor(
  { staging }: Pick<S3VaultOptions, 'staging'>,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const path = join(staging, name);
  const file = await open(path, 'wx', 0o600);
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
  return path;
}

/** The S3 vault as the contract suite sees it. Locks that the tests can break are those of GOVERNANCE. */
export async function s3VaultUnderTest(t: Test, ceph: Ceph, mode: LockMode): Promise<VaultUnderTest> {
  const { options } = await makeS3Vault(t, ceph.endpoint, { mode });
  const { store } = options;
  const client = ownerOf(ceph.endpoint);
  const put = (key: string, bytes: Uint8Array) =>
    client.send(new PutObjectCommand({ Bucket: store.bucket, Key: `${store.prefix}${key}`, Body: bytes }));
  return {
    open: (steps) => openS3Vault(steps === undefined ? options : { ...options, steps }),
    steps: {
      publish: s3StepsOf(s3PublishActs),
      repair: s3StepsOf(s3PublishActs),
      retain: s3StepsOf(s3RetainActs),
      hold: s3StepsOf(s3HoldActs),
      release: s3StepsOf(s3ReleaseActs),
      dispose: s3StepsOf([...s3LogActs, ...s3DisposeActs]),
      log: s3StepsOf(s3LogActs),
    },
    soon: {
      // The server counts by its own clock, and publishing takes its time on a busy machine.
      until: () => Temporal.Now.instant().add({ seconds: 10 }),
      async over(until) {
        const left = Temporal.Now.instant().until(until).total('milliseconds');
        await wait(Math.max(0, left) + 2_000);
      },
    },
    stage: (name, bytes) => stageFor(options, name, bytes),
    tamper: async (sha256, bytes) => {
      await removeAll(client, store, originalObject(sha256));
      if (bytes !== null) await put(originalObject(sha256), bytes);
    },
    everything: async (sha256) => {
      const Prefix = `${store.prefix}${originalObject(sha256)}`;
      const { Versions = [] } = await client.send(
        new ListObjectVersionsCommand({ Bucket: store.bucket, Prefix }),
      );
      const all: Uint8Array[] = [];
      for (const { Key, VersionId } of Versions) {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: store.bucket, Key, VersionId }));
        if (Body !== undefined) all.push(await Body.transformToByteArray());
      }
      return all;
    },
    litter: async () => {
      const digest = 'ab'.repeat(32);
      const names = [
        'lost+found/x',
        `ab/ab/${digest.toUpperCase()}`,
        `ab/ab/${digest}.tmp`,
        'README',
        'ab/ab/\u0001',
      ];
      for (const name of [...names, `ab/ab/${'cd'.repeat(32)}`, `ab/cd/${'ab'.repeat(32)}/x`])
        await put(`originals/${name}`, Buffer.from('litter'));
    },
    loseMarker: () => removeAll(client, store, 'docket-vault.json'),
  };
}

/** Removes every version of an object, as only who may go round GOVERNANCE can. */
export async function removeAll(
  client: S3Client,
  { bucket, prefix }: Pick<StoreSettings, 'bucket' | 'prefix'>,
  object: string,
): Promise<void> {
  const where = { Bucket: bucket, Prefix: `${prefix}${object}` };
  const { Versions = [], DeleteMarkers = [] } = await client.send(new ListObjectVersionsCommand(where));
  for (const { Key, VersionId } of [...Versions, ...DeleteMarkers])
    await client.send(
      new DeleteObjectCommand({ Bucket: bucket, Key, VersionId, BypassGovernanceRetention: true }),
    );
}
