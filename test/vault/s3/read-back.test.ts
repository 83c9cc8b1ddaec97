// What is read back and what is not, and how it goes up within a limit, on a real server.
import { randomBytes } from 'node:crypto';
import t from 'tap';
import { openS3Vault } from '../../../src/vault/s3/s3-vault.ts';
import { codeOf, exists, factsOf, later } from '../../contract/vault.ts';
import { S3Proxy } from '../../support/s3-proxy.ts';
import { makeS3Vault, stageFor, startCeph, testPartBytes } from '../../support/s3-vault.ts';

const ceph = await startCeph(t);

t.test(
  'of a store that was proved a sample is read back, and each original says whether it was',
  async (t) => {
    const proxy = await S3Proxy.start(t, ceph.port);
    const { options } = await makeS3Vault(t, proxy.endpoint);
    let proved = true;
    const vault = await openS3Vault({ ...options, sampling: () => proved });
    const count = 60;
    let unread = 0;
    for (let n = 0; n < count; n++) {
      const bytes = randomBytes(100 + n);
      const facts = factsOf(bytes);
      const reads = proxy.count('get');
      const published = await vault.publish(await stageFor(options, `r${n}`, bytes), facts, later);
      t.equal(proxy.count('get') - reads, published.readBack === false ? 0 : 1, `recording ${n}`);
      unread += Number(published.readBack === false);
      t.equal((await vault.retainedUntil(facts.sha256))?.equals(later), true, 'locked all the same');
    }
    // One in ten by chance: that none, or all, of 60 are drawn happens once in 500 runs, and once in 10^60.
    t.ok(unread > count / 2 && unread <= count, `${unread} of ${count} were not read back`);
    proved = false;
    const bytes = randomBytes(10);
    t.equal(
      (await vault.publish(await stageFor(options, 'x', bytes), factsOf(bytes), later)).readBack,
      undefined,
    );
  },
);

t.test('what is not certain of its version is read back whatever is proved', async (t) => {
  const proxy = await S3Proxy.start(t, ceph.port);
  const { options } = await makeS3Vault(t, proxy.endpoint);
  const vault = await openS3Vault({ ...options, sampling: () => true });
  for (let n = 0; n < 12; n++) {
    const bytes = randomBytes(100 + n);
    proxy.strike('put', 'drop the answer');
    const published = await vault.publish(await stageFor(options, `r${n}`, bytes), factsOf(bytes), later);
    t.equal(published.readBack, undefined, 'the answer to its PUT was lost');
  }
  const broken = randomBytes(2 * testPartBytes);
  const staged = await stageFor(options, 'broken', broken);
  let parts = 0;
  proxy.strike((seen) => seen.op === 'part' && ++parts > 1, { answer: 403, code: 'AccessDenied' }, 3);
  t.equal(await codeOf(vault.publish(staged, factsOf(broken), later)), 'vault.store_refused');
  proxy.calm();
  const published = await vault.publish(staged, factsOf(broken), later);
  t.equal(published.readBack, undefined, 'a part of it was sent by an earlier try');
});

t.test('within a limit it goes up as a stream, signed as ever, and a corrupted one is refused', async (t) => {
  const proxy = await S3Proxy.start(t, ceph.port);
  const { options } = await makeS3Vault(t, proxy.endpoint);
  const windows = [{ from: '00:00', to: '00:00', mebibytesPerSecond: 500 }];
  const store = { ...options.store, bandwidth: { windows, zone: 'Asia/Shanghai' } };
  const vault = await openS3Vault({ ...options, store });
  for (const bytes of [randomBytes(0), randomBytes(70_000), randomBytes(2 * testPartBytes + 1)]) {
    const facts = factsOf(bytes);
    const staged = await stageFor(options, facts.sha256.slice(0, 8), bytes);
    await vault.publish(staged, facts, later);
    t.same(await vault.reread(facts), { found: 'equal' }, `${bytes.length} bytes`);
  }
  const sent = proxy.seen.filter(
    ({ op, key }) => (op === 'part' || op === 'put') && key.includes('originals/'),
  );
  for (const { headers } of sent) {
    t.match(headers['x-amz-content-sha256'], /^[0-9a-f]{64}$/);
    t.match(headers['content-md5'], /==$/);
    t.equal(headers['transfer-encoding'], undefined, 'of a length that is known');
  }
  const bytes = randomBytes(80_000);
  const staged = await stageFor(options, 'struck', bytes);
  proxy.strike('put', 'corrupt the body');
  t.equal(await codeOf(vault.publish(staged, factsOf(bytes), later)), 'vault.store_failed');
  t.equal(await exists(staged), true);
  await vault.publish(staged, factsOf(bytes), later);
});
