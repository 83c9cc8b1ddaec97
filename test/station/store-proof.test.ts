import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { placesIn } from '../../src/station/data-folder.ts';
import { keepProof, proofFor } from '../../src/station/store-proof.ts';
import { testFolder } from '../support/local-vault.ts';

const store = { endpoint: 'https://store.example', region: 'us-east-1', bucket: 'evidence' };

async function places(t: Test) {
  const folder = join(await testFolder(t), 'data');
  mkdirSync(folder);
  return placesIn(folder, null);
}

t.test('a proof holds for the store that it was made of, for 90 days, and for no other', async (t) => {
  const here = await places(t);
  t.equal(proofFor(store, here), null, 'none was made');
  keepProof(here, store, true);
  t.match(proofFor(store, here), store);
  for (const change of [
    { endpoint: 'https://other.example' },
    { endpoint: null },
    { bucket: 'other' },
    { region: 'x' },
  ])
    t.equal(proofFor({ ...store, ...change }, here), null, JSON.stringify(change));
  const now = Temporal.Now.instant();
  t.not(proofFor(store, here, now.add({ hours: 24 * 89 })), null);
  t.equal(proofFor(store, here, now.add({ hours: 24 * 91 })), null, 'a server is updated');
  t.equal(proofFor(store, here, now.subtract({ hours: 2 })), null, 'made in the future, it proves nothing');
  keepProof(here, store, false);
  t.equal(proofFor(store, here), null, 'it was tried again, and took what was corrupted');
});

t.test('what is broken, or of another shape, proves nothing', async (t) => {
  const here = await places(t);
  const whole = { made: '2026-09-02T10:00:00Z', ...store, refusesCorrupted: true };
  const now = Temporal.Instant.from('2026-09-03T10:00:00Z');
  for (const [text, proves] of [
    [JSON.stringify(whole), true],
    ['', false],
    ['{"made":', false],
    ['[]', false],
    [JSON.stringify({ ...whole, made: 'yesterday' }), false],
    [JSON.stringify({ ...whole, refusesCorrupted: 'yes' }), false],
  ] as const) {
    writeFileSync(here.storeProof, text);
    t.equal(proofFor(store, here, now) !== null, proves, text);
  }
});
