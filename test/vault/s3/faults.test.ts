// Everything that can go wrong between here and the store, at every question that publishing asks: whatever it is,
// publishing again ends with one version, equal and locked, and until then the staged recording is kept.
import { randomBytes } from 'node:crypto';
import { PutObjectCommand, UploadPartCommand } from '@aws-sdk/client-s3';
import t, { type Test } from 'tap';
import type { OriginalFacts } from '../../../src/vault/contract.ts';
import { VaultError } from '../../../src/vault/errors.ts';
import { originalObject } from '../../../src/vault/local/layout.ts';
import { openS3Vault } from '../../../src/vault/s3/s3-vault.ts';
import type { S3VaultOptions } from '../../../src/vault/s3/settings.ts';
import { s3MultipartActs, s3PublishActs, s3StepsOf } from '../../../src/vault/s3/steps.ts';
import { Store } from '../../../src/vault/s3/store.ts';
import { unfinishedUpload } from '../../../src/vault/s3/uploads.ts';
import { versionsOf } from '../../../src/vault/s3/versions.ts';
import { codeOf, exists, factsOf, later } from '../../contract/vault.ts';
import { type Deed, flipped, type Op, S3Proxy } from '../../support/s3-proxy.ts';
import { makeS3Vault, ownerOf, stageFor, startCeph, testPartBytes } from '../../support/s3-vault.ts';
import { eachOf } from '../../support/vault-child-order.ts';

const ceph = await startCeph(t);
const mostTries = 5;

const askedOfSmall = ['versions', 'put', 'head', 'get'] as const;
const askedOfParts = [
  'versions',
  'uploads',
  'begin',
  'part',
  'complete',
  'head',
  'retention',
  'get',
] as const;

const answers = [
  [403, 'AccessDenied'],
  [403, 'SignatureDoesNotMatch'],
  [404, 'NoSuchKey'],
  [404, 'NoSuchBucket'],
  [409, 'OperationAborted'],
  [500, 'InternalError'],
  [503, 'SlowDown'],
] as const;

const deeds: readonly (readonly [string, Deed])[] = [
  ...answers.map(([answer, code]) => [`${answer} ${code}`, { answer, code }] as const),
  ['its answer is cut off', { cutAnswerAfter: 20 }],
  ['its body is cut off', { cutBodyAfter: 20 }],
  ['its body is corrupted', 'corrupt the body'],
  ['its answer is corrupted', 'corrupt the answer'],
  ['its answer never comes', 'drop the answer'],
  ['it is lost by a store that says 200', 'lose it'],
  ['the store hangs', 'hang'],
  ['the store answers late', { delayMs: 300 }],
  ['its clock is a day ahead', { clockAheadSeconds: 86_400 }],
  ['its clock is a day behind', { clockAheadSeconds: -86_400 }],
];

interface Case {
  readonly op: Op;
  readonly what: string;
  readonly deed: Deed;
  readonly bytes: number;
}

function casesFor(ops: readonly Op[], bytes: number): readonly Case[] {
  return ops.flatMap((op) => deeds.map(([what, deed]) => ({ op, what, deed, bytes })));
}

/** Publishes again and again, as the queue of uploads does; how often it took. */
async function publishAtLast(options: S3VaultOptions, staged: string, facts: OriginalFacts): Promise<number> {
  for (let tried = 1; ; tried++) {
    try {
      await (await openS3Vault(options)).publish(staged, facts, later);
      return tried;
    } catch (error) {
      if (!(error instanceof VaultError) || tried === mostTries) throw error;
      if (!(await exists(staged))) throw new Error('the staged recording is gone', { cause: error });
    }
  }
}

async function endsWell(
  t: Test,
  options: S3VaultOptions,
  staged: string,
  facts: OriginalFacts,
  name: string,
) {
  const store = new Store(options.store);
  const object = originalObject(facts.sha256);
  const vault = await openS3Vault(options);
  t.same(
    {
      staged: await exists(staged),
      bytes: await vault.reread(facts),
      locked: (await vault.retainedUntil(facts.sha256))?.toString(),
      versions: (await versionsOf(store, object)).length,
      unfinished: await unfinishedUpload(store, object),
    },
    { staged: false, bytes: { found: 'equal' }, locked: later.toString(), versions: 1, unfinished: null },
    name,
  );
}

for (const [kind, cases] of [
  ['a small recording', casesFor(askedOfSmall, 1_000)],
  ['a recording in parts', casesFor(askedOfParts, testPartBytes + 1_000)],
] as const) {
  t.test(`${kind}: ${cases.length} ways to fail, and it is stored once, equal and locked`, async (t) => {
    const { options } = await makeS3Vault(t, ceph.endpoint);
    let struck = 0;
    const counted = new Map<string, readonly number[]>();
    await eachOf(cases, async ({ op, what, deed, bytes }) => {
      const name = `${op}: ${what}`;
      const proxy = await S3Proxy.start(t, ceph.port);
      const recording = randomBytes(bytes);
      const facts = factsOf(recording);
      const staged = await stageFor(options, name.replaceAll(/\W/g, '-'), recording);
      // Only what is asked of the original: the marker is read as well.
      proxy.strike((seen) => seen.op === op && seen.key.includes(facts.sha256), deed);
      const struckStore = { ...options.store, endpoint: proxy.endpoint, answerMs: 1_500 };
      const tries = await publishAtLast({ ...options, store: struckStore }, staged, facts);
      counted.set(what, [...(counted.get(what) ?? []), tries]);
      struck += 1 - proxy.left;
      await endsWell(t, options, staged, facts, name);
    });
    t.equal(struck, cases.length, 'every one of them struck');
    for (const [what, tries] of counted)
      t.comment(`${what}: at ${tries.length} phases, stored after ${tries.join(', ')} tries`);
    t.comment(`${kind}: ${cases.length} cases, ${cases.length} stored once, equal and locked`);
  });
}

t.test(
  'the gateway is killed at every step, and the recording is stored once, equal and locked',
  async (t) => {
    const { options } = await makeS3Vault(t, ceph.endpoint);
    const steps = s3StepsOf([...s3PublishActs, ...s3MultipartActs]);
    t.comment(`the gateway is killed at ${steps.length} steps`);
    for (const step of steps) {
      const recording = randomBytes(testPartBytes * 2 + 7);
      const facts = factsOf(recording);
      const staged = await stageFor(options, `killed-${step}`, recording);
      let killed = false;
      const kill = async (name: string) => {
        if (name !== step || killed) return;
        killed = true;
        await ceph.killGateway();
      };
      await (await openS3Vault({ ...options, steps: kill }))
        .publish(staged, facts, later)
        .catch((error: unknown) => {
          if (!(error instanceof VaultError)) throw error;
        });
      t.equal(killed, true, `${step} is passed`);
      await ceph.startGateway();
      // After its last step nothing is left to be done.
      if (await exists(staged)) await publishAtLast(options, staged, facts);
      await endsWell(t, options, staged, facts, step);
    }
  },
);

t.test('the gateway is killed while parts are on their way', async (t) => {
  const proxy = await S3Proxy.start(t, ceph.port);
  const { options } = await makeS3Vault(t, ceph.endpoint);
  const recording = randomBytes(testPartBytes * 4);
  const facts = factsOf(recording);
  const staged = await stageFor(options, 'r', recording);
  const through = { ...options, store: { ...options.store, endpoint: proxy.endpoint } };
  const publishing = (await openS3Vault(through)).publish(staged, facts, later);
  publishing.catch(() => undefined);
  while (proxy.count('part') < 2) await new Promise((go) => setImmediate(go));
  await ceph.killGateway();
  await t.rejects(publishing, VaultError);
  t.equal(await exists(staged), true);
  await ceph.startGateway();
  await publishAtLast(through, staged, facts);
  await endsWell(t, options, staged, facts, 'stored');
});

t.test('a store that takes what was corrupted is found out, and the staged recording is kept', async (t) => {
  const client = ownerOf(ceph.endpoint);
  const proxy = await S3Proxy.start(t, ceph.port);
  const { options } = await makeS3Vault(t, proxy.endpoint);
  const { bucket: Bucket, prefix } = options.store;
  for (const bytes of [1_000, testPartBytes + 1_000]) {
    const recording = randomBytes(bytes);
    const facts = factsOf(recording);
    const staged = await stageFor(options, `taken-${bytes}`, recording);
    const where = { Bucket, Key: `${prefix}${originalObject(facts.sha256)}` };
    const instead = async (body: Buffer, { searchParams }: URL): Promise<Record<string, string>> => {
      const [UploadId, number] = [searchParams.get('uploadId'), searchParams.get('partNumber')];
      const Body = flipped(body);
      if (UploadId === null) {
        const { VersionId = '' } = await client.send(new PutObjectCommand({ ...where, Body }));
        return { 'x-amz-version-id': VersionId };
      }
      const part = { ...where, UploadId, PartNumber: Number(number), Body };
      return { etag: (await client.send(new UploadPartCommand(part))).ETag ?? '' };
    };
    proxy.strike(({ op }) => op === 'put' || op === 'part', { instead });
    const vault = await openS3Vault(options);
    t.equal(await codeOf(vault.publish(staged, facts, later)), 'vault.store_failed', 'it is not stored');
    t.equal(
      await codeOf(vault.publish(staged, facts, later)),
      'vault.object_differs',
      'and a person is told',
    );
    t.equal(await exists(staged), true);
  }
});
