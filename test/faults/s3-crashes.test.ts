// `docket ingest` into a real store is killed by SIGKILL at every step of an upload; the next run ends it: one version
// of each original, equal and locked, one entry, nothing left in staging.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { originalObject } from '../../src/vault/local/layout.ts';
import { headOf } from '../../src/vault/s3/head.ts';
import { s3HoldActs, s3MultipartActs, s3PublishActs, s3StepsOf } from '../../src/vault/s3/steps.ts';
import { Store } from '../../src/vault/s3/store.ts';
import { versionsOf } from '../../src/vault/s3/versions.ts';
import { owner } from '../labs/s3/ceph.ts';
import { gaName, makeCard } from '../support/cards.ts';
import { startCeph, storeAt } from '../support/s3-vault.ts';
import { bareStation } from '../support/stations.ts';
import { eachOf } from '../support/vault-child-order.ts';

const ceph = await startCeph(t);
// What is killed before a step is killed after the one before it.
const steps = s3StepsOf([...s3PublishActs, ...s3MultipartActs, ...s3HoldActs]).filter((name) =>
  name.endsWith('.after'),
);

t.test(`killed at any of ${steps.length} steps, the next run ends what was begun`, async (t) => {
  await eachOf(steps, async (step) => {
    const store = storeAt(ceph.endpoint);
    const { endpoint, bucket, prefix } = store;
    const s3 = { endpoint, bucket, prefix, partMebibytes: 5, uploadsAtOnce: 1 };
    const station = await bareStation({ vault: { reserveMebibytes: 1, kind: 's3', s3 } });
    t.teardown(() => station.remove());
    const env = { AWS_ACCESS_KEY_ID: owner.accessKeyId, AWS_SECRET_ACCESS_KEY: owner.secretAccessKey };
    t.equal((await station.run(['init'], { env })).code, 0);
    const card = await makeCard(join(station.folder, 'card'), step, { [gaName(1)]: 6_000_000 });
    const killed = await station.ingest(card.root, { env, fault: `${step}:1:kill` });
    t.equal(killed.signal, 'SIGKILL', step);

    const again = await station.ingest(card.root, { env });
    t.equal(again.code, 0, `${step}: ${again.stdout}`);
    const found = await station.run(['verify'], { env });
    t.equal(found.code, 0, `${step}: ${found.stdout}`);
    t.match(found.json, { ok: true, originals: { reread: 1 } }, step);
    t.same(readdirSync(join(station.vault, 'staging')), [], `${step}: nothing is left in staging`);
    const sha256 = card.recordings[0]?.sha256 ?? '';
    const [version, ...others] = await versionsOf(new Store(store), originalObject(sha256));
    t.same(others, [], `${step}: one version`);
    const head = version === undefined ? null : await headOf(new Store(store), version);
    t.equal(head?.held, true, `${step}: nobody has classified it, so it is on hold`);
  });
});
