// A station whose vault is a store, on a real server: lost with its disk, it has its ledger and its evidence list again.
import { randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { systemClock } from '../../../src/clock.ts';
import { loadConfig } from '../../../src/config.ts';
import { cardInFolder } from '../../../src/dock/card.ts';
import { placesIn, readStationFile } from '../../../src/station/data-folder.ts';
import { Dockings } from '../../../src/station/dockings.ts';
import { rebuildStation } from '../../../src/station/restore/rebuild.ts';
import { storeIn } from '../../../src/station/restore/source-vault.ts';
import { s3OptionsOf } from '../../../src/station/s3-options.ts';
import { verifyStation } from '../../../src/station/verify.ts';
import { openS3Vault } from '../../../src/vault/s3/s3-vault.ts';
import { factsOf, later } from '../../contract/vault.ts';
import { owner } from '../../labs/s3/ceph.ts';
import { append, at, type BackedUpStation, backedUpStation, backUp, restore } from '../../support/backups.ts';
import { gaName, makeCard } from '../../support/cards.ts';
import { stageFor, startCeph, storeAt } from '../../support/s3-vault.ts';
import { clerk } from '../../support/tamper-station.ts';

const ceph = await startCeph(t);
process.env['AWS_ACCESS_KEY_ID'] = owner.accessKeyId;
process.env['AWS_SECRET_ACCESS_KEY'] = owner.secretAccessKey;

function stored(t: Test): Promise<BackedUpStation> {
  const { endpoint, bucket, prefix } = storeAt(ceph.endpoint);
  return backedUpStation(t, {}, { kind: 's3', s3: { endpoint, bucket, prefix, partMebibytes: 5 } });
}

async function ingest(made: BackedUpStation): Promise<readonly string[]> {
  const card = await makeCard(join(made.home, 'card'), '1234567', {
    [gaName(1)]: 6_000_000,
    [gaName(2)]: 900,
  });
  await at(made, async (station) => {
    const fail = (error: unknown): never => {
      throw error;
    };
    const dockings = new Dockings(station, () => undefined, fail);
    await dockings.ingest(cardInFolder('07', card.root, true), null, () => undefined);
    await station.uploads?.drain();
    await station.checkpoint();
  });
  return card.recordings.map(({ sha256 }) => sha256).toSorted();
}

/** The configuration of the new machine: the same store, staging in the new data folder. */
function onNewMachine(made: BackedUpStation) {
  const data = join(made.home, 'restored');
  const written = JSON.parse(readFileSync(made.configFile, 'utf8')) as Record<string, object>;
  const file = join(made.home, 'new.yaml');
  writeFileSync(file, JSON.stringify({ ...written, vault: { ...written['vault'], folder: null } }));
  return loadConfig(file, { dataOverride: data, env: {} });
}

type NewConfig = ReturnType<typeof onNewMachine>;

async function soundAt(t: Test, config: NewConfig, digests: readonly string[]): Promise<void> {
  const places = placesIn(config.dataFolder, config.vault.folder);
  const wish = { vault: 'full', checkpoint: null, replay: true, onProgress: () => undefined } as const;
  const found = await verifyStation(places, readStationFile(places), wish, config);
  t.same(found.damage, []);
  t.equal(found.originals.reread, digests.length);
}

/** Goes on as a station, takes a new recording in, and has it stored. */
async function goesOn(t: Test, made: BackedUpStation, config: NewConfig, digests: readonly string[]) {
  const places = placesIn(config.dataFolder, config.vault.folder);
  const again = { ...made, config, places, data: config.dataFolder };
  await at(again, async (station) => {
    const known = station.db
      .prepare<[], string>('SELECT sha256 FROM view_evidence WHERE stored IS NOT NULL ORDER BY sha256')
      .pluck()
      .all();
    t.same(known, digests, 'every recording is in its evidence list, as stored');
    await append(station, 900, 1);
    await station.checkpoint();
  });
  await soundAt(t, config, digests);
}

t.test('restored from a backup, a station has back what is newer from its store', async (t) => {
  const made = await stored(t);
  const file = await backUp(made);
  const digests = await ingest(made);
  const config = onNewMachine(made);
  const stray = randomBytes(700);
  const vault = await openS3Vault({ ...s3OptionsOf(made.config, made.places, process.env), id: null });
  const about = { station: 'ST01', evidence: 'ST01-2026-0000099', recorder: '执法 7' };
  await vault.publish(await stageFor(vault, 'stray', stray), factsOf(stray), later, about);
  rmSync(made.data, { recursive: true });
  await t.rejects(
    restore(made, file),
    { code: 'backup.vault_in_store' },
    'the word of the backup is not taken',
  );
  await t.rejects(restore(made, file, { vault: 'lost' }), { code: 'backup.vault_in_store' });
  await t.rejects(restore(made, file, { vault: 'lost', store: config }), { code: 'backup.vault_stands' });

  const restored = await restore(made, file, { store: config });
  t.equal(restored.standing, 'behind');
  t.ok(restored.broughtBack.to > restored.broughtBack.from);
  const { sha256 } = factsOf(stray);
  t.same(
    restored.unknownOriginals,
    { count: 1, digests: [sha256], about: [{ sha256, ...about }] },
    'what no entry names explains itself',
  );
  await goesOn(t, made, config, digests);
});

t.test('rebuilt from its store alone, with its key or with a new one', async (t) => {
  const made = await stored(t);
  const digests = await ingest(made);
  const key = join(made.home, 'saved.key');
  copyFileSync(made.places.key, key);
  rmSync(made.data, { recursive: true });
  const config = onNewMachine(made);
  const { bucket } = config.vault.s3;
  const elsewhere = { ...config, vault: { ...config.vault, kind: 'local' as const } };
  const named = storeIn(elsewhere, `s3://${bucket}/st01`);
  t.equal(named?.vault.s3.prefix, 'st01/');
  for (const keyFile of [key, null]) {
    const rebuilt = await rebuildStation(
      { vault: named ?? '', folder: config.dataFolder, keyFile, checkpoint: null },
      clerk,
      systemClock,
    );
    t.match(rebuilt, {
      vault: `s3://${bucket}/st01`,
      broughtBack: { from: 0 },
      unknownOriginals: { count: 0 },
    });
    t.equal(rebuilt.previousKey === null, keyFile !== null);
    await goesOn(t, made, config, digests);
    rmSync(config.dataFolder, { recursive: true });
  }
});
