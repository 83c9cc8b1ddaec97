// A store as vault with a disk as mirror, and the other way round: damage in either, on the real server.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import t, { type Test } from 'tap';
import { cardInFolder } from '../../src/dock/card.ts';
import type { Station } from '../../src/station.ts';
import { originalObject } from '../../src/vault/local/layout.ts';
import { bytesIn } from '../contract/vault.ts';
import { owner } from '../labs/s3/ceph.ts';
import { type Content, gaName, makeCard } from '../support/cards.ts';
import { flip, openAlarmsIn, quiet, typesIn } from '../support/mirrored.ts';
import { S3Proxy } from '../support/s3-proxy.ts';
import { ownerOf, removeAll, startCeph, storeAt } from '../support/s3-vault.ts';
import { dockingsOf, initialised, opened, tamperFolder, verified } from '../support/tamper-station.ts';
import { until } from '../support/until.ts';

const ceph = await startCeph(t);
const client = ownerOf(ceph.endpoint);
const prefix = 'st01/';
const damage = ['original.damaged', 'original.repaired', 'original.sound'];
const files: Readonly<Record<string, Content>> = { [gaName(1)]: 6 * 1_048_576, [gaName(2)]: 3_000 };

async function storeSettings(base: string, endpoint: string) {
  const keyFile = join(base, 'keys');
  const { accessKeyId, secretAccessKey } = owner;
  await writeFile(
    keyFile,
    `aws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
  );
  const { bucket } = storeAt(endpoint);
  return { endpoint, bucket, prefix, keyFile, mode: 'GOVERNANCE', partMebibytes: 5, answerSeconds: 5 };
}

async function storing(station: Station, base: string): Promise<readonly string[]> {
  station.uploads?.start();
  const card = await makeCard(join(base, 'card'), '1234567', files);
  await dockingsOf(station).ingest(cardInFolder('07', card.root, true), null, () => undefined);
  const stored = station.db.prepare<[], number>('SELECT count(*) FROM view_original').pluck();
  await until('both are stored', () => stored.get() === 2);
  return card.recordings.map(({ sha256 }) => sha256);
}

/** Locked altered bytes in the place of an original, as if the disks of the store had rotted under the lock. */
async function rot(
  s3: { bucket: string },
  sha256: string,
  whole: Buffer,
  by: S3Client = client,
): Promise<Buffer> {
  const altered = Buffer.from(whole);
  altered.writeUInt8(altered.readUInt8(9) ^ 1, 9);
  await removeAll(by, { bucket: s3.bucket, prefix }, originalObject(sha256));
  await by.send(
    new PutObjectCommand({
      Bucket: s3.bucket,
      Key: `${prefix}${originalObject(sha256)}`,
      Body: altered,
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: new Date(Temporal.Now.instant().epochMilliseconds + 86_400_000),
    }),
  );
  return altered;
}

async function versions(s3: { bucket: string }, sha256: string) {
  const Prefix = `${prefix}${originalObject(sha256)}`;
  return (await client.send(new ListObjectVersionsCommand({ Bucket: s3.bucket, Prefix }))).Versions ?? [];
}

t.test('a store is repaired from the mirror on a disk, and the mirror from the store', async (t: Test) => {
  const base = tamperFolder(t);
  const proxy = await S3Proxy.start(t, ceph.port);
  const s3 = await storeSettings(base, proxy.endpoint);
  const mirror = join(base, 'disk');
  mkdirSync(mirror);
  const made = await initialised(base, null, {
    ...{ kind: 's3', s3 },
    mirror: { kind: 'local', folder: mirror, immutable: 'off' },
  });
  const station = await opened(made);
  const digests = await storing(station, base);
  t.same(await station.mirror.catchUp(quiet()), { copied: 2, failed: 0 });
  const vault = station.room.vault;

  for (const sha256 of digests) {
    const whole = await bytesIn(vault, sha256);
    // What nobody has classified is on hold besides: who lets its disks rot asks for nothing.
    await vault.release(sha256);
    const altered = await rot(s3, sha256, whole);
    const { unsound, checked } = await station.fixity.checkNow([sha256], () => false);
    t.equal(checked, 2);
    t.same(
      unsound.map(({ outcome }) => outcome),
      ['repaired'],
      `${whole.length} bytes`,
    );
    t.ok((await bytesIn(vault, sha256)).equals(whole), 'the new version is the one that is meant');
    const held = station.db.prepare('SELECT 1 FROM view_held WHERE sha256 = ?').get(sha256) !== undefined;
    t.equal(await vault.held(sha256), held, 'and the hold stands on it where the ledger says so');
    const both = await versions(s3, sha256);
    t.equal(both.length, 2);
    for (const { Key, VersionId } of both)
      await t.rejects(
        client.send(new DeleteObjectCommand({ Bucket: s3.bucket, Key, VersionId })),
        { name: 'AccessDenied' },
        'both are locked, the damaged one too',
      );
    t.match(unsound[0]?.kept, both.find(({ ETag }) => ETag !== both[0]?.ETag)?.VersionId, 'and it is named');
    t.ok(!altered.equals(whole));
  }

  const [first = ''] = digests;
  const altered = flip(mirror, first);
  const { unsound } = await station.fixity.checkNow([first], () => false);
  t.same(
    unsound.map(({ outcome, vault: where }) => [outcome, where === vault.id]),
    [['repaired', false]],
  );
  const [kept = ''] = readdirSync(join(mirror, 'damaged'));
  t.same(readFileSync(join(mirror, 'damaged', kept)), altered);

  // The way back is at fault, once: nothing is damaged, and nothing is put beside what is sound.
  const before = typesIn(station, ...damage);
  proxy.strike(({ op, key }) => op === 'get' && key.includes(digests[1] ?? ''), 'corrupt the answer', 1);
  await station.fixity.checkNow([digests[1] ?? ''], () => false);
  t.same(typesIn(station, ...damage), before);
  // Nor is a store that does not answer.
  proxy.strike(() => true, { answer: 503, code: 'SlowDown' }, Number.POSITIVE_INFINITY);
  t.equal((await station.fixity.checkNow([first], () => false)).unreached, 1);
  proxy.calm();
  t.same(typesIn(station, ...damage), before);
  await station.close();
  t.same((await verified(made)).damage, []);
});

t.test(
  'a disk is repaired from its mirror in a store; a store that is away is waited for',
  async (t: Test) => {
    const base = tamperFolder(t);
    const proxy = await S3Proxy.start(t, ceph.port);
    const s3 = await storeSettings(base, proxy.endpoint);
    const made = await initialised(base, null, { mirror: { kind: 's3', folder: join(base, 'staged'), s3 } });
    const station = await opened(made);
    const digests = await storing(station, base);
    proxy.strike(() => true, { answer: 503, code: 'SlowDown' }, Number.POSITIVE_INFINITY);
    await t.rejects(station.mirror.catchUp(quiet()));
    proxy.calm();
    t.same(await station.mirror.catchUp(quiet()), { copied: 2, failed: 0 });
    t.same(readdirSync(join(base, 'staged', 'staging')), []);
    for (const sha256 of digests) t.equal((await versions(s3, sha256)).length, 1);

    const [first = ''] = digests;
    flip(made.places.vault, first);
    proxy.strike(() => true, { answer: 503, code: 'SlowDown' }, Number.POSITIVE_INFINITY);
    await station.fixity.checkNow([first], () => false);
    t.ok(openAlarmsIn(station).includes('original_waits_for_copy'));
    proxy.calm();
    await station.fixity.checkNow([first], () => false);
    t.same(typesIn(station, ...damage), ['original.damaged', 'original.repaired']);
    t.notOk(openAlarmsIn(station).some((code) => /damaged|waits/.test(code)));
    await station.close();
    t.same((await verified(made)).damage, []);
  },
);
