import { CreateMultipartUploadCommand, ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import t from 'tap';
import { originalObject } from '../../../src/vault/local/layout.ts';
import { makeS3Vault, ownerOf, startCeph } from '../../support/s3-vault.ts';

const ceph = await startCeph(t);

t.test('an upload that nothing waits for is aborted when it is old, and never one of others', async (t) => {
  const { options, vault } = await makeS3Vault(t, ceph.endpoint);
  const client = ownerOf(ceph.endpoint);
  const { bucket: Bucket } = options.store;
  const begin = (Key: string) => client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  const [waited, lost] = ['ab', 'cd'].map((two) => two.repeat(32)) as [string, string];
  const others = [
    `st02/${originalObject(lost)}`,
    originalObject(lost),
    'st01/elsewhere/x',
    'st01/originals-of-somebody/x',
    `st01/${originalObject(waited)}`,
  ];
  const mine = [`st01/${originalObject(lost)}`, `st01/${originalObject(lost)}`, 'st01/originals/a b+%'];
  for (const key of [...others, ...mine]) await begin(key);
  const begun = Temporal.Now.instant();
  const left = async () => {
    const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket }));
    return Uploads.map(({ Key }) => Key).toSorted();
  };
  const waits = (sha256: string): boolean => sha256 === waited;
  t.same(await vault.abortAbandoned(waits, begun.subtract({ hours: 1 })), [], 'what is young is left alone');
  t.same(await left(), [...others, ...mine].toSorted());
  const aborted = await vault.abortAbandoned(waits, begun.add({ hours: 1 }));
  t.same(aborted.map(({ object }) => `st01/${object}`).toSorted(), mine.toSorted());
  t.same(await left(), others.toSorted());
});
