// One run of the upload benchmark, in a process of its own so that its memory is its own: publishes every staged file
// of a folder in an S3 vault, all at once. Arguments: JSON of `UploadOrder`; prints JSON of `Uploaded`.

import { join } from 'node:path';
import { HashingPool } from '../../../src/intake/copying/hashing-pool.ts';
import { createS3Vault } from '../../../src/vault/s3/marker.ts';
import { openS3Vault } from '../../../src/vault/s3/s3-vault.ts';
import type { Uploaded, UploadOrder } from './vault.ts';

// The order comes from the benchmark that starts this process, not from outside.
const { store, staging, files } = JSON.parse(process.argv[2] ?? '{}') as UploadOrder;
const pool = new HashingPool(0);
const id = 'vault-of-the-benchmark';
const logRetention = Temporal.Duration.from({ days: 1 });
await createS3Vault({ store, logRetention }, { id, created: Temporal.Now.instant() });

let up = 0;
const allUp = Promise.withResolvers<void>();
const vault = await openS3Vault({
  ...{ store, id, staging, logRetention },
  // As the configuration has them, where it says nothing.
  partBytes: 5 * 2 ** 20,
  partsAtOnce: 4,
  readPart: (path, part, buffer) => pool.part(path, part, buffer),
  // Nothing is proved before all is up, so that both can be measured by themselves.
  steps: async (step) => {
    if (step !== 'vault.s3.upload.after') return;
    up += 1;
    if (up === files.length) allUp.resolve();
    await allUp.promise;
  },
});
const began = performance.now();
let uploadSeconds = 0;
allUp.promise.then(() => {
  uploadSeconds = (performance.now() - began) / 1_000;
});
const until = Temporal.Now.instant().add({ hours: 1 });
await Promise.all(files.map(({ name, ...facts }) => vault.publish(join(staging, name), facts, until)));
const wholeSeconds = (performance.now() - began) / 1_000;
await pool.close();
const said: Uploaded = { uploadSeconds, proofSeconds: wholeSeconds - uploadSeconds };
process.stdout.write(`${JSON.stringify(said)}\n`);
