import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { retentionRecords } from '../../../src/vault/local/layout.ts';
import { createLocalVault, readMarker } from '../../../src/vault/local/marker.ts';
import {
  createActs,
  disposeActs,
  holdActs,
  logActs,
  publishActs,
  releaseActs,
  retainActs,
  stepsOf,
} from '../../../src/vault/local/steps.ts';
import { all, exists, factsOf, later } from '../../contract/vault.ts';
import {
  created,
  hasFlag,
  testVaultId as id,
  makeVaultFolder,
  openVault,
  stageIn,
  testFolder,
} from '../../support/local-vault.ts';
import { eachOf, runVaultChild } from '../../support/vault-child-order.ts';

t.test('killed at any step of publishing, a recording is staged or stored, and rolls forward', async (t) => {
  const folder = await makeVaultFolder(t);
  await eachOf(stepsOf(publishActs), async (step) => {
    const bytes = Buffer.from(`recording ${step}`);
    const facts = factsOf(bytes);
    const staged = await stageIn(folder, `r-${step}`, bytes);
    t.equal(await runVaultChild({ act: 'publish', folder, id, step, staged, facts }), 'SIGKILL', step);

    const vault = await openVault(folder, { immutable: 'auto' });
    const whole = (await exists(staged)) || (await vault.reread(facts)).found === 'equal';
    t.equal(whole, true, `${step}: staged or stored`);
    const published = await vault.publish(staged, facts, later);
    t.equal(published.immutable, true, `${step}: immutable`);
    t.equal(hasFlag(published.location), true, `${step}: the flag is set`);
    t.equal(await exists(staged), false, `${step}: the staged name is gone`);
    t.same(await vault.reread(facts), { found: 'equal' }, `${step}: equal`);
  });
  t.same(await readdir(join(folder, 'staging')), [], 'nothing is left in staging');
  const originals = await all((await openVault(folder)).originals());
  t.equal(originals.length, stepsOf(publishActs).length);
});

t.test('killed at any step of writing a log object, it is there whole or not at all', async (t) => {
  const folder = await makeVaultFolder(t);
  await eachOf(stepsOf(logActs), async (step) => {
    const name = `checkpoint/${step}`;
    const text = `note ${step}`;
    t.equal(await runVaultChild({ act: 'log', folder, id, step, name, text }), 'SIGKILL', step);
    const vault = await openVault(folder, { immutable: 'auto' });
    const left = await vault.getLog(name);
    t.ok(left === null || Buffer.from(left).toString() === text, `${step}: nothing or the whole`);
    await vault.putLog(name, Buffer.from(text));
    t.same(Buffer.from((await vault.getLog(name)) ?? []), Buffer.from(text));
    t.equal(hasFlag(join(folder, 'log', name)), true, `${step}: the flag is set`);
  });
  await openVault(folder, { sole: true });
  t.same(await readdir(join(folder, 'staging')), [], 'drafts are swept at the next start');
});

t.test('killed at any step of retaining, an original stays locked', async (t) => {
  const folder = await makeVaultFolder(t);
  const vault = await openVault(folder);
  const soon = Temporal.Instant.from('2026-10-01T00:00:00Z');
  await eachOf(stepsOf(retainActs), async (step) => {
    const bytes = Buffer.from(`retained ${step}`);
    const facts = factsOf(bytes);
    await vault.publish(await stageIn(folder, `r-${step}`, bytes), facts, soon);
    t.equal(await runVaultChild({ act: 'retain', folder, id, step, facts }), 'SIGKILL', step);
    const until = await vault.retainedUntil(facts.sha256);
    t.ok(until?.equals(soon) || until?.equals(later), `${step}: ${until}`);
    t.equal((await vault.retain(facts.sha256, later)).toString(), later.toString());
  });
});

t.test('killed at any step of holding or releasing, saying it again does it', async (t) => {
  const folder = await makeVaultFolder(t);
  const vault = await openVault(folder, { immutable: 'auto' });
  for (const act of ['hold', 'release'] as const)
    await eachOf(stepsOf(act === 'hold' ? holdActs : releaseActs), async (step) => {
      const bytes = Buffer.from(`held ${step}`);
      const facts = factsOf(bytes);
      await vault.publish(await stageIn(folder, `r-${step}`, bytes), facts, later);
      if (act === 'release') await vault.hold(facts.sha256);
      t.equal(await runVaultChild({ act, folder, id, step, facts }), 'SIGKILL', step);
      await vault[act](facts.sha256);
      t.equal(await vault.held(facts.sha256), act === 'hold', step);
      const records = await readdir(join(folder, retentionRecords(facts.sha256)));
      const expected = act === 'hold' ? ['000000001.hold'] : ['000000001.hold', '000000002.lifted'];
      t.same(
        records.filter((name) => name.includes('.')).sort(),
        expected,
        `${step}: nothing is on record twice`,
      );
    });
});

t.test('killed at any step of a disposal, the vault knows of it before a byte goes', async (t) => {
  const folder = await makeVaultFolder(t);
  const vault = await openVault(folder, { immutable: 'auto' });
  const past = Temporal.Instant.from('2020-01-01T00:00:00Z');
  await eachOf(stepsOf([...logActs, ...disposeActs]), async (step) => {
    const bytes = Buffer.from(`disposed of ${step}`);
    const facts = factsOf(bytes);
    const { location } = await vault.publish(await stageIn(folder, `r-${step}`, bytes), facts, past);
    t.equal(hasFlag(location), true, 'it was immutable');
    t.equal(await runVaultChild({ act: 'dispose', folder, id, step, facts }), 'SIGKILL', step);
    const known = (await vault.disposals(facts.sha256)).length === 1;
    t.ok(known || (await vault.reread(facts)).found === 'equal', `${step}: whole, or known to go`);
    await vault.dispose(facts.sha256, 'ST01-X000001');
    t.same([await exists(location), await vault.disposals(facts.sha256)], [false, ['ST01-X000001']], step);
  });
});

t.test(
  'killed at any step of making a vault, there is none yet or a whole one, and making goes on',
  async (t) => {
    const parent = await testFolder(t);
    await eachOf(stepsOf(createActs), async (step) => {
      const folder = join(parent, step, 'vault');
      t.equal(await runVaultChild({ act: 'create', folder, id, step }), 'SIGKILL', step);
      if (await exists(join(folder, 'docket-vault.json'))) t.equal((await readMarker(folder, id)).id, id);
      await createLocalVault(folder, { id, created });
      await openVault(folder, { immutable: 'auto', sole: true });
      t.same(await readdir(join(folder, 'staging')), [], `${step}: no draft is left`);
    });
  },
);
