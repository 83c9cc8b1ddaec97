import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ListObjectVersionsCommand, PutObjectLockConfigurationCommand } from '@aws-sdk/client-s3';
import t, { type Test } from 'tap';
import { loadConfig } from '../../../src/config.ts';
import { placesIn } from '../../../src/station/data-folder.ts';
import type { Check } from '../../../src/station/doctor/check.ts';
import type { Patience } from '../../../src/station/doctor/patience.ts';
import { storeChecks } from '../../../src/station/doctor/store.ts';
import { mainPlace } from '../../../src/station/vault-place.ts';
import { owner } from '../../labs/s3/ceph.ts';
import { testFolder } from '../../support/local-vault.ts';
import { S3Proxy } from '../../support/s3-proxy.ts';
import { makeS3Vault, ownerOf, startCeph } from '../../support/s3-vault.ts';

const ceph = await startCeph(t);
const client = ownerOf(ceph.endpoint);
const env: Readonly<Record<string, string>> = {
  AWS_ACCESS_KEY_ID: owner.accessKeyId,
  AWS_SECRET_ACCESS_KEY: owner.secretAccessKey,
};

/** What the doctor says of a bucket, by the name of each check. */
async function said(
  t: Test,
  endpoint: string,
  bucket: string,
  keys = env,
  {
    data = null,
    more = {},
    onStep = () => undefined,
    patience,
  }: {
    readonly data?: string | null;
    readonly more?: Readonly<Record<string, unknown>>;
    readonly onStep?: (done: number) => void;
    readonly patience?: Patience;
  } = {},
): Promise<Readonly<Record<string, Check>>> {
  const folder = await testFolder(t);
  const file = join(folder, 'config.yaml');
  const s3 = { endpoint, bucket, prefix: 'st01/', ...more };
  writeFileSync(file, JSON.stringify({ version: 1, vault: { kind: 's3', s3 } }));
  const config = loadConfig(file, { dataOverride: data ?? join(folder, 'data'), env: {} });
  const places = placesIn(config.dataFolder, null);
  const checks = await storeChecks('en', mainPlace(config, places), places, keys, onStep, patience);
  return Object.fromEntries(checks.map((check) => [check.check, check]));
}

t.test('the ways of Ceph are found out: what it drops, what it ignores, what it keeps', async (t) => {
  const { options } = await makeS3Vault(t, ceph.endpoint);
  const found = await said(t, ceph.endpoint, options.store.bucket);
  t.same(
    Object.values(found).filter(({ state }) => state !== 'ok'),
    [],
  );
  t.match(found['store']?.says, /COMPLIANCE for 1 day/);
  t.match(found['store.lock']?.says, /holds$/);
  t.match(found['store.multipart_lock']?.says, /dropped; the vault sets it/);
  t.match(found['store.checksum']?.says, /ignored/);
  t.match(found['store.if_none_match']?.says, /no effect/);
  t.match(found['store.content_md5']?.says, /is refused$/);
  t.match(found['store.kept']?.says, /cannot be deleted/);
  t.match(found['store.legal_hold']?.says, /legal hold is kept/);
});

t.test(
  'without a default lock it is said what the bucket should be given, and what can go is cleared up',
  async (t) => {
    const { options } = await makeS3Vault(t, ceph.endpoint);
    const { bucket: Bucket } = options.store;
    const ObjectLockConfiguration = { ObjectLockEnabled: 'Enabled' as const };
    await client.send(new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }));
    const found = await said(t, ceph.endpoint, Bucket);
    t.match(found['store'], { state: 'warning', next: /default retention of a day/ });
    const { Versions = [] } = await client.send(
      new ListObjectVersionsCommand({ Bucket, Prefix: 'st01/doctor/' }),
    );
    const left = new Set(Versions.map(({ Key }) => Key?.split('/').at(-1)));
    const locked = ['lock', 'multipart-lock', 'kept', 'not-shortened'];
    t.same([...left].sort(), locked.sort(), 'only what is locked is left, until the next look');
  },
);

t.test('a store that deletes what is locked is unfit', async (t) => {
  const proxy = await S3Proxy.start(t, ceph.port);
  const { options } = await makeS3Vault(t, proxy.endpoint);
  const deleting = (seen: { op: string; key: string }) => seen.op === 'other' && seen.key.endsWith('/kept');
  proxy.strike(deleting, 'lose it', Number.POSITIVE_INFINITY);
  const found = await said(t, proxy.endpoint, options.store.bucket);
  t.match(found['store.kept'], { state: 'failed', says: /was deleted/, next: /No vault can stand/ });
});

t.test('a store that falls silent is not waited for, and what was not tried says so', async (t) => {
  const proxy = await S3Proxy.start(t, ceph.port);
  const { options } = await makeS3Vault(t, proxy.endpoint);
  const { bucket } = options.store;
  const patience = { stepMs: 1_500, wholeMs: 60_000 };
  proxy.strike(({ key }) => key.endsWith('/versions'), 'hang', Number.POSITIVE_INFINITY);
  const steps: number[] = [];
  const half = await said(t, proxy.endpoint, bucket, env, { patience, onStep: (done) => steps.push(done) });
  t.match(half['store.not_shortened'], { state: 'ok' });
  t.match(half['store.versions'], { state: 'failed', says: /silent/, next: /full/ });
  t.match(half['store.range'], { state: 'unknown', says: /not tried/ });
  t.same(steps, [0, 1, 2, 3, 4, 5, 6], 'it told how far it was');
  proxy.strike(() => true, 'hang', Number.POSITIVE_INFINITY);
  t.match(await said(t, proxy.endpoint, bucket, env, { patience }), {
    store: { state: 'failed', says: /silent/ },
  });
});

t.test(
  'what a store was proved to refuse is kept in the data folder, and a sample ordered without it is told',
  async (t) => {
    const proxy = await S3Proxy.start(t, ceph.port);
    const { options } = await makeS3Vault(t, proxy.endpoint);
    const { bucket } = options.store;
    const data = join(await testFolder(t), 'data');
    mkdirSync(data);
    const sample = { readBack: 'sample' } as const;
    t.match((await said(t, proxy.endpoint, bucket, env, { data, more: sample }))['store.read_back'], {
      state: 'warning',
      next: /docket init/,
    });
    const { stationFile } = placesIn(data, null);
    const station = { version: 1, code: 'ST01', origin: 'o', vault: 'v', created: 'c', complete: true };
    writeFileSync(stationFile, JSON.stringify(station));
    t.match((await said(t, proxy.endpoint, bucket, env, { data, more: sample }))['store.read_back'], {
      state: 'ok',
      says: /one original in ten/,
    });
    t.match(
      (await said(t, ceph.endpoint, bucket, env, { data: join(data, 'x'), more: sample }))['store.read_back'],
      {
        state: 'warning',
      },
    );
    // A store that takes what was corrupted: the proxy answers 200 in its place.
    proxy.strike(
      ({ op, key }) => op === 'part' && key.endsWith('/corrupt-part'),
      'lose it',
      Number.POSITIVE_INFINITY,
    );
    const again = await said(t, proxy.endpoint, bucket, env, { data, more: sample });
    t.match(again['store.corrupt_part'], { state: 'ok', says: /reads everything back/ });
    t.match(again['store.read_back'], { state: 'warning' });
  },
);

t.test('a store that cannot be tried at all is said why', async (t) => {
  const { options } = await makeS3Vault(t, ceph.endpoint);
  const { bucket } = options.store;
  const wrong = await said(t, ceph.endpoint, bucket, { ...env, AWS_SECRET_ACCESS_KEY: 'wrong' });
  t.match(wrong, { store: { state: 'failed', says: /403 SignatureDoesNotMatch/ } });
  const none = await said(t, ceph.endpoint, bucket, { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
  t.match(none, { store: { state: 'failed', next: /keyFile/ } });
  t.match(await said(t, ceph.endpoint, 'no-such-bucket'), {
    store: { state: 'failed', next: /docket init/ },
  });
});
