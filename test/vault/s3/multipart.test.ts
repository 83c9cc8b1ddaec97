import { createHash, randomBytes } from 'node:crypto';
import t from 'tap';
import { originalObject } from '../../../src/vault/local/layout.ts';
import { readPart } from '../../../src/vault/s3/read-part.ts';
import { openS3Vault } from '../../../src/vault/s3/s3-vault.ts';
import { s3MultipartActs, s3StepsOf } from '../../../src/vault/s3/steps.ts';
import { Store } from '../../../src/vault/s3/store.ts';
import { unfinishedUpload } from '../../../src/vault/s3/uploads.ts';
import { versionsOf } from '../../../src/vault/s3/versions.ts';
import { exists, factsOf, later } from '../../contract/vault.ts';
import { S3Proxy } from '../../support/s3-proxy.ts';
import { makeS3Vault, stageFor, startCeph, testPartBytes } from '../../support/s3-vault.ts';

const ceph = await startCeph(t);

t.test(
  'after a crash at any step of an upload in parts it is carried on, and ends in one locked version',
  async (t) => {
    const { options } = await makeS3Vault(t, ceph.endpoint);
    const passed = new Set<string>();
    for (const step of s3StepsOf(s3MultipartActs)) {
      const bytes = randomBytes(testPartBytes * 2 + 99);
      const facts = factsOf(bytes);
      const staged = await stageFor(options, `r-${step}`, bytes);
      const steps = (name: string) => {
        passed.add(name);
        if (name === step) throw new Error(step);
      };
      await t.rejects((await openS3Vault({ ...options, steps })).publish(staged, facts, later), {
        message: step,
      });
      const vault = await openS3Vault(options);
      t.equal((await vault.publish(staged, facts, later)).retainUntil.toString(), later.toString(), step);
      t.same(await vault.reread(facts), { found: 'equal' }, step);
      t.equal(await exists(staged), false, `${step}: the staged name is gone`);
      const store = new Store(options.store);
      t.equal((await versionsOf(store, originalObject(facts.sha256))).length, 1, `${step}: one version`);
      t.equal(
        await unfinishedUpload(store, originalObject(facts.sha256)),
        null,
        `${step}: no upload is left`,
      );
    }
    for (const step of s3StepsOf(s3MultipartActs)) t.ok(passed.has(step), `${step} is passed`);
  },
);

t.test('what the store has of an upload that was broken off is not sent again', async (t) => {
  const proxy = await S3Proxy.start(t, ceph.port);
  const { options, vault } = await makeS3Vault(t, proxy.endpoint);
  const bytes = randomBytes(testPartBytes * 6);
  const facts = factsOf(bytes);
  const staged = await stageFor(options, 'r', bytes);
  // The fifth part never gets through, however often it is tried.
  let begun = 0;
  const fifth = (seen: { op: string }) => seen.op === 'part' && ++begun > 4;
  proxy.strike(fifth, { answer: 503, code: 'SlowDown' }, 99);
  await t.rejects(vault.publish(staged, facts, later), { code: 'vault.store_failed' });
  proxy.calm();
  const before = proxy.seen.length;
  await (await openS3Vault(options)).publish(staged, facts, later);
  const sent = proxy.seen.slice(before).filter(({ op }) => op === 'part');
  t.equal(sent.length, 2, 'two of six parts were still to be sent');
  t.same(await vault.reread(facts), { found: 'equal' });
});

t.test('a part that the store has otherwise is sent again', async (t) => {
  const { options } = await makeS3Vault(t, ceph.endpoint);
  const [one, other] = [Buffer.alloc(testPartBytes * 2, 1), Buffer.alloc(testPartBytes * 2, 1)];
  other[3] = 2;
  const facts = factsOf(one);
  const steps = (name: string) => {
    if (name === 'vault.s3.complete.before') throw new Error('crash');
  };
  const broken = await openS3Vault({
    ...options,
    steps,
    // Reads other bytes than those that will be there when the upload is carried on.
    readPart: async (_path, { at, bytes }, buffer) => {
      const part = other.subarray(at, at + bytes);
      new Uint8Array(buffer).set(part);
      return {
        buffer,
        md5: createHash('md5').update(part).digest('base64'),
        sha256: createHash('sha256').update(part).digest('hex'),
      };
    },
  });
  const staged = await stageFor(options, 'r', one);
  await t.rejects(broken.publish(staged, facts, later), { message: 'crash' });
  const vault = await openS3Vault(options);
  await vault.publish(staged, facts, later);
  t.same(await vault.reread(facts), { found: 'equal' });
});

t.test('eight uploads at once hold no more parts in memory than one', async (t) => {
  const held = { now: 0, most: 0 };
  const { options } = await makeS3Vault(t, ceph.endpoint);
  const buffers = new Set<ArrayBuffer>();
  const vault = await openS3Vault({
    ...options,
    readPart: async (path, part, buffer) => {
      buffers.add(buffer);
      held.most = Math.max(held.most, ++held.now);
      try {
        return await readPart(path, part, buffer);
      } finally {
        held.now -= 1;
      }
    },
  });
  await Promise.all(
    Array.from({ length: 8 }, async (_, i) => {
      const bytes = Buffer.alloc(testPartBytes * 2 + i, i);
      await vault.publish(await stageFor(options, `r${i}`, bytes), factsOf(bytes), later);
    }),
  );
  t.ok(held.most <= options.partsAtOnce, `${held.most} at once`);
  t.equal(buffers.size, options.partsAtOnce, 'and the same memory was used again and again');
});

t.test(
  'every put and every part carries Content-MD5 and a signed SHA-256, also where a lock goes with it',
  async (t) => {
    const proxy = await S3Proxy.start(t, ceph.port);
    const { options, vault } = await makeS3Vault(t, proxy.endpoint);
    const bytes = Buffer.alloc(testPartBytes + 7, 3);
    await vault.publish(await stageFor(options, 'big', bytes), factsOf(bytes), later);
    const small = Buffer.from('small');
    await vault.publish(await stageFor(options, 'small', small), factsOf(small), later);
    await vault.putLog('checkpoint/1', Buffer.from('note'));
    await vault.retain(factsOf(small).sha256, later.add({ hours: 24 }));
    // Making a bucket has no body.
    const bodies = proxy.seen.filter(
      ({ op, key }) => key !== '' && ['put', 'part', 'retention'].includes(op),
    );
    t.same([...new Set(bodies.map(({ op }) => op))].sort(), ['part', 'put', 'retention']);
    for (const { op, key, headers } of bodies) {
      t.match(headers['content-md5'], /^[A-Za-z0-9+/]{22}==$/, `${op} ${key}`);
      t.match(headers['x-amz-content-sha256'], /^[0-9a-f]{64}$/, `${op} ${key}`);
      t.match(
        headers.authorization,
        /SignedHeaders=[^,]*content-md5[^,]*x-amz-content-sha256/,
        `${op} ${key}`,
      );
      t.equal(headers['x-amz-trailer'], undefined, 'no stream with a checksum at its end');
    }
  },
);
