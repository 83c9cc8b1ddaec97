import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import t, { type Test } from 'tap';
import { createS3Vault } from '../../../src/vault/s3/marker.ts';
import { openS3Vault } from '../../../src/vault/s3/s3-vault.ts';
import type { StoreSettings } from '../../../src/vault/s3/settings.ts';
import { codeOf, exists, factsOf, later } from '../../contract/vault.ts';
import { owner } from '../../labs/s3/ceph.ts';
import { created, testFolder } from '../../support/local-vault.ts';
import { S3Proxy } from '../../support/s3-proxy.ts';
import { makeS3Vault, ownerOf, s3Options, stageFor, startCeph, storeAt } from '../../support/s3-vault.ts';

const ceph = await startCeph(t);
const client = ownerOf(ceph.endpoint);
const id = 'vault-of-the-tests';

async function opened(t: Test, store: StoreSettings): Promise<string> {
  return await codeOf(openS3Vault(await s3Options(t, store)));
}

t.test(
  'a bucket that is not there is made with versions and locks, and what stands is left as it is',
  async (t) => {
    const options = await s3Options(t, storeAt(ceph.endpoint));
    t.equal(await codeOf(openS3Vault(options)), 'vault.bucket_missing');
    const made = await createS3Vault(options, { id, created });
    t.equal((await openS3Vault(options)).id, id);
    t.same(await createS3Vault(options, { id, created: later }), made, 'again changes nothing');
    t.equal(await codeOf(createS3Vault(options, { id: 'another', created })), 'vault.marker_other');
    t.equal(await codeOf(openS3Vault({ ...options, id: 'another' })), 'vault.marker_other');
  },
);

t.test('a bucket without Object Lock is refused, and not made into anything else', async (t) => {
  const store = storeAt(ceph.endpoint);
  await client.send(new CreateBucketCommand({ Bucket: store.bucket }));
  const options = await s3Options(t, store);
  t.equal(await codeOf(createS3Vault(options, { id, created })), 'vault.bucket_unlocked');
  t.equal(await codeOf(openS3Vault(options)), 'vault.bucket_unlocked');
});

t.test('two stations share a bucket under prefixes of their own', async (t) => {
  const store = storeAt(ceph.endpoint);
  const [one, other] = [store, { ...store, prefix: 'st02/' }];
  await createS3Vault(await s3Options(t, one), { id, created });
  await createS3Vault(await s3Options(t, other), { id: 'the-other', created });
  t.equal((await openS3Vault(await s3Options(t, one))).id, id);
  t.equal(await opened(t, other), 'vault.marker_other');
});

t.test('originals without a marker are not taken for a new vault', async (t) => {
  const store = storeAt(ceph.endpoint);
  await client.send(new CreateBucketCommand({ Bucket: store.bucket, ObjectLockEnabledForBucket: true }));
  await client.send(new PutObjectCommand({ Bucket: store.bucket, Key: 'st01/originals/ab/cd/x', Body: 'x' }));
  t.equal(await codeOf(createS3Vault(await s3Options(t, store), { id, created })), 'vault.marker_lost');
});

t.test('a marker that somebody writes over the first one counts for nothing', async (t) => {
  const { options } = await makeS3Vault(t, ceph.endpoint);
  const { bucket: Bucket } = options.store;
  const Body = '{"docket":"vault","version":1,"id":"another","created":"2026-09-02T10:00:00Z"}';
  await client.send(new PutObjectCommand({ Bucket, Key: 'st01/docket-vault.json', Body }));
  t.equal((await openS3Vault(options)).id, id);
});

t.test('wrong keys are said to be refused', async (t) => {
  const { options } = await makeS3Vault(t, ceph.endpoint);
  for (const keys of [
    { ...owner, secretAccessKey: 'wrong' },
    { ...owner, accessKeyId: 'NOBODY' },
  ])
    t.equal(await opened(t, { ...options.store, keys }), 'vault.store_refused');
});

t.test('a store whose clock is off by a day is refused, also when it shows only later', async (t) => {
  const proxy = await S3Proxy.start(t, ceph.port);
  const { options } = await makeS3Vault(t, proxy.endpoint);
  for (const clockAheadSeconds of [86_400, -86_400]) {
    proxy.strike(() => true, { clockAheadSeconds }, 99);
    t.equal(await codeOf(openS3Vault(options)), 'vault.store_clock');
    proxy.calm();
  }
  const vault = await openS3Vault(options);
  const bytes = Buffer.from('x');
  const staged = await stageFor(options, 'r', bytes);
  proxy.strike(() => true, { clockAheadSeconds: 86_400 });
  t.equal(await vault.holds(factsOf(bytes).sha256, 1), false);
  t.equal(await codeOf(vault.publish(staged, factsOf(bytes), later)), 'vault.store_clock');
  t.equal(await exists(staged), true);
  // Its next answer says that it is right again.
  t.equal((await openS3Vault(options)).id, id);
});

t.test('nothing listens, and nobody has that name', async (t) => {
  t.equal(await opened(t, storeAt('http://127.0.0.1:9')), 'vault.store_unreachable');
  t.equal(await opened(t, storeAt('http://no-such-store.invalid')), 'vault.store_unreachable');
});

t.test(
  'a station may start while its store cannot be reached, but not with a bucket that is wrong',
  async (t) => {
    const proxy = await S3Proxy.start(t, ceph.port);
    const { options } = await makeS3Vault(t, proxy.endpoint);
    proxy.strike(() => true, { answer: 503, code: 'SlowDown' }, 99);
    const vault = await openS3Vault(options, { id });
    const bytes = Buffer.from('recorded while the network was down');
    const staged = await stageFor(options, 'r', bytes);
    t.equal(await codeOf(vault.publish(staged, factsOf(bytes), later)), 'vault.store_failed');
    proxy.calm();
    await vault.publish(staged, factsOf(bytes), later);
    t.same(await vault.reread(factsOf(bytes)), { found: 'equal' });
    t.equal(
      await codeOf(openS3Vault({ ...options, id: 'another' }, { id: 'another' })),
      'vault.marker_other',
    );
  },
);

t.test('a certificate that is not trusted, or of another host, is refused', async (t) => {
  const folder = await testFolder(t);
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=store', '-addext', 'subjectAltName=DNS:somewhere-else'];
  const args = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '2',
  ];
  execFileSync('openssl', [...args, '-keyout', key, '-out', cert, ...subject], { stdio: 'ignore' });
  const ca = readFileSync(cert, 'utf8');
  const server = createServer({ key: readFileSync(key), cert: ca });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  t.equal(await opened(t, storeAt(`https://127.0.0.1:${port}`)), 'vault.store_certificate', 'not trusted');
  const other = storeAt(`https://localhost:${port}`, { ca });
  t.equal(await opened(t, other), 'vault.store_certificate', 'of another host');
});
