import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import t, { type Test } from 'tap';
import { loadConfig } from '../../../src/config.ts';
import { cardInFolder } from '../../../src/dock/card.ts';
import { newAgePair } from '../../../src/station/backup/age-file.ts';
import { memberNames } from '../../../src/station/backup/file-names.ts';
import { placesIn, readStationFile } from '../../../src/station/data-folder.ts';
import { Dockings } from '../../../src/station/dockings.ts';
import { type Verification, verifyStation } from '../../../src/station/verify.ts';
import { openStation, type Station } from '../../../src/station.ts';
import {
  apart,
  append,
  at,
  type BackedUpStation,
  backedUpStation,
  backUp,
  restore,
  together,
} from '../../support/backups.ts';
import { gaName, makeCard, sha256Of } from '../../support/cards.ts';
import { clerk } from '../../support/tamper-station.ts';
import { viewRows } from '../../support/view-rows.ts';

const everything: readonly string[] = memberNames;

/** As `docket verify --vault full` with a checkpoint that was kept elsewhere. */
function verified(made: BackedUpStation, folder: string, note: string | null): Promise<Verification> {
  const places = placesIn(folder, made.vault);
  const checkpoint = note === null ? null : { file: 'kept elsewhere', note: Buffer.from(note) };
  return verifyStation(places, readStationFile(places), {
    ...{ vault: 'full', checkpoint, replay: true, onProgress: () => undefined },
  });
}

/** Opens the restored station, whose configuration leads to the same vault. */
async function goOn<T>(
  made: BackedUpStation,
  folder: string,
  deed: (station: Station) => Promise<T>,
): Promise<T> {
  const config = loadConfig(made.configFile, { dataOverride: folder, env: {} });
  const station = await openStation(config, { actor: clerk, version: 'test', log: () => undefined });
  try {
    return await deed(station);
  } finally {
    await station.close();
  }
}

async function ingest(station: Station, root: string): Promise<void> {
  const dockings = new Dockings(
    station,
    () => undefined,
    (error) => {
      throw error;
    },
  );
  await dockings.ingest(cardInFolder('07', root, true), null, () => undefined);
}

function rows(folder: string): ReturnType<typeof viewRows> {
  const db = new Database(join(folder, 'station.db'), { readonly: true });
  try {
    return viewRows(db);
  } finally {
    db.close();
  }
}

t.test(
  'whatever came before and after a backup, the restored station is the vault’s newest, and verifies',
  async (t) => {
    const moment = fc.record({
      before: fc.integer({ min: 0, max: 300 }),
      signedBefore: fc.boolean(),
      after: fc.integer({ min: 0, max: 600 }),
      heads: fc.integer({ min: 0, max: 3 }),
    });
    let n = 0;
    await fc.assert(
      fc.asyncProperty(moment, async ({ before, signedBefore, after, heads }) => {
        const made = await backedUpStation(t);
        const file = await at(made, async (station) => {
          await station.room.ledger.append([]);
          await many(station, before);
          if (signedBefore) await station.checkpoint();
          const backup = await backUp(made);
          for (let head = 0; head < heads; head++) {
            await many(station, Math.ceil(after / 3));
            await station.checkpoint();
          }
          return backup;
        });
        const newest = newestNote(made);
        const folder = join(made.home, `restored-${n++}`);
        const restored = await restore(made, file, {
          folder,
          checkpoint: { file: 'elsewhere', note: Buffer.from(newest) },
        });
        const found = await verified(made, folder, newest);
        t.strictSame(found.damage, []);
        t.equal(restored.size, sizeOf(newest) + 1, 'all that the vault has, and the entry that says so');
        t.equal(
          restored.broughtBack.to - restored.broughtBack.from,
          sizeOf(newest) - restored.backup.entries,
        );
        await goOn(made, folder, (station) => append(station, 50_000, 3));
        t.strictSame((await verified(made, folder, newest)).damage, [], 'and goes on');
      }),
      { numRuns: 6 },
    );
  },
);

async function many(station: Station, count: number): Promise<void> {
  const { ledger } = station.room;
  for (let done = 0; done < count; done += 50)
    await Promise.all(
      Array.from({ length: Math.min(50, count - done) }, (_, i) => append(station, done + i, 1)),
    );
  await ledger.append([]);
}

function newestNote({ vault }: BackedUpStation): string {
  const folder = join(vault, 'log', 'checkpoint');
  return readFileSync(join(folder, readdirSync(folder).sort().at(-1) ?? ''), 'utf8');
}

function sizeOf(note: string): number {
  return Number(note.split('\n')[1]);
}

/** A station with two recordings before a backup and one after it. */
async function withRecordings(t: Test) {
  const made = await backedUpStation(t);
  const card = await makeCard(join(made.home, 'card'), 'first', { [gaName(1)]: 700, [gaName(2)]: 800 });
  const later = await makeCard(join(made.home, 'later'), 'later', { [gaName(3, '7654321')]: 900 });
  await at(made, (station) => ingest(station, card.root));
  const file = await backUp(made);
  await at(made, (station) => ingest(station, later.root));
  return { made, file, card, later };
}

t.test(
  'recordings that came in after the backup are evidence again, with what only the backup knew lost',
  async (t) => {
    const { made, file, card, later } = await withRecordings(t);
    const before = rows(made.data);
    const folder = join(made.home, 'restored');
    const restored = await restore(made, file);
    t.match(restored, { standing: 'behind', unknownOriginals: { count: 0 }, setAside: [], ownConfig: false });
    t.equal(restored.broughtBack.lost['path'], 1);
    const after = rows(folder);
    const evidence = (all: typeof before): readonly unknown[] => all['view_evidence'] ?? [];
    t.strictSame(
      evidence(after).slice(0, 2),
      evidence(before).slice(0, 2),
      'known from the backup, names and all',
    );
    const [lost] = evidence(after).slice(2) as { path: string; sha256: string }[];
    t.match(lost, { path: /lost #\d+/, sha256: later.recordings[0]?.sha256 });
    t.same((await verified(made, folder, newestNote(made))).damage, []);
    await goOn(made, folder, async (station) => {
      await ingest(station, card.root);
      await ingest(station, later.root);
      const items = station.db.prepare('SELECT count(*) FROM view_evidence').pluck().get();
      t.equal(items, 3, 'docked again, every recording is known again');
    });
    t.same((await verified(made, folder, null)).damage, []);
  },
);

t.test(
  'the restored station keeps its key, its code, its ledger, and the configuration beside',
  async (t) => {
    const { made, file } = await withRecordings(t);
    const folder = join(made.home, 'restored');
    await restore(made, file);
    for (const name of ['station.json', 'keys/station.key', 'keys/station.vkey'])
      t.same(readFileSync(join(folder, name)), readFileSync(join(made.data, name)), name);
    t.same(readFileSync(join(folder, 'ingest.config.backup.yaml')), readFileSync(made.configFile));
    t.notOk(existsSync(join(folder, '.restoring')));
    const entry = (rows(folder)['view_entry'] ?? []).at(-1);
    t.match(entry, { type: 'station.restored', actor: clerk.id });
  },
);

t.test('nothing is restored over a station, or over what is left of one', async (t) => {
  const { made, file } = await withRecordings(t);
  const before = readFileSync(made.places.database);
  await t.rejects(restore(made, file, { folder: made.data }), { code: 'backup.folder_taken' });
  rmSync(made.places.stationFile);
  await t.rejects(restore(made, file, { folder: made.data }), { code: 'backup.folder_taken' });
  t.same(readFileSync(made.places.database), before);
  const other = join(made.home, 'other');
  mkdirSync(join(other, 'photos'), { recursive: true });
  await t.rejects(restore(made, file, { folder: other }), { code: 'backup.folder_taken' });
  t.same(readdirSync(other), ['photos']);
});

t.test('a vault within the data folder stays where it is, and the station comes back round it', async (t) => {
  const { made, file } = await withRecordings(t);
  const folder = join(made.home, 'again');
  mkdirSync(folder);
  renameSync(made.vault, join(folder, 'vault'));
  const restored = await restore(made, file, { folder, vault: join(folder, 'vault') });
  t.equal(restored.standing, 'behind');
  t.ok(existsSync(join(folder, 'vault', 'docket-vault.json')));
});

t.test('without its vault a station is restored only when somebody says that it is lost', async (t) => {
  const { made, file } = await withRecordings(t);
  await t.rejects(restore(made, file, { vault: 'lost' }), { code: 'backup.vault_stands' });
  const note = newestNote(made);
  renameSync(made.vault, `${made.vault}.gone`);
  await t.rejects(restore(made, file), { code: 'backup.vault_missing' });
  const outside = { file: 'elsewhere', note: Buffer.from(note) };
  await t.rejects(restore(made, file, { vault: 'lost', checkpoint: outside }), { code: 'backup.behind' });
  t.notOk(existsSync(join(made.home, 'restored')), 'a refusal leaves nothing');
  const restored = await restore(made, file, { vault: 'lost' });
  t.match(restored, { standing: 'unknown', broughtBack: { lost: {} } });
});

t.test(
  'originals that no entry names any more are counted, and staged files are kept from being swept',
  async (t) => {
    const { made, file, later } = await withRecordings(t);
    // The newest heads never reached the vault: its disk was away.
    const folder = join(made.vault, 'log', 'checkpoint');
    const heads = readdirSync(folder).sort();
    const known = rows(made.data)['view_backup']?.length;
    t.equal(known, 0, 'written by hand, no entry names it');
    const backup = (await restore(made, file, { folder: join(made.home, 'look') })).backup.entries;
    for (const name of heads.filter((one) => Number(one) > backup))
      rmSync(join(folder, name), { force: true });
    const staged = join(made.vault, 'staging', '0f0e0d0c-0b0a-4908-8706-050403020100');
    writeFileSync(staged, 'secured after the newest entry that is left');
    const restored = await restore(made, file);
    t.same(restored.unknownOriginals, { count: 1, digests: [later.recordings[0]?.sha256], about: [] });
    t.same(restored.setAside, ['unknown-0f0e0d0c-0b0a-4908-8706-050403020100']);
    await goOn(made, join(made.home, 'restored'), (station) => ingest(station, later.root));
    t.ok(existsSync(join(made.vault, 'staging', restored.setAside[0] ?? '')));
    t.same((await verified(made, join(made.home, 'restored'), null)).damage, []);
  },
);

t.test(
  'a vault whose copy of the ledger is not whole gives nothing back that could be believed',
  async (t) => {
    const { made, file } = await withRecordings(t);
    const bundles = join(made.vault, 'log', 'tile', 'entries', '000.p');
    const newest = join(
      bundles,
      readdirSync(bundles)
        .toSorted((a, b) => Number(a) - Number(b))
        .at(-1) ?? '',
    );
    const whole = readFileSync(newest);
    const refused = async (): Promise<void> => {
      await t.rejects(restore(made, file), { code: 'custody.log_unsound' });
      t.notOk(existsSync(join(made.home, 'restored')));
    };
    rmSync(newest, { force: true });
    await refused();
    writeFileSync(newest, whole.subarray(0, -3));
    await refused();
    const altered = Buffer.from(whole);
    altered[whole.lastIndexOf('"because":"') + 12] = 0x78;
    writeFileSync(newest, altered);
    await refused();
    writeFileSync(newest, whole);
    await restore(made, file);
  },
);

t.test('a ledger that went on otherwise than its vault is not restored', async (t) => {
  const made = await backedUpStation(t);
  await at(made, (station) => append(station, 0, 5));
  const old = join(made.home, 'old');
  cpSync(made.data, old, { recursive: true });
  await at(made, (station) => append(station, 100, 5));
  // The older copy of the data folder was started again, without the vault, and backed up.
  renameSync(made.data, join(made.home, 'true'));
  renameSync(old, made.data);
  renameSync(made.vault, `${made.vault}.true`);
  cpSync(`${made.vault}.true`, made.vault, { recursive: true });
  rmSync(join(made.vault, 'log'), { recursive: true });
  mkdirSync(join(made.vault, 'log'));
  await at(made, (station) => append(station, 200, 9));
  const file = await backUp(made);
  rmSync(made.vault, { recursive: true });
  renameSync(`${made.vault}.true`, made.vault);
  await t.rejects(restore(made, file), { code: 'custody.other_history' });
});

t.test(
  'what is no backup, cut off, turned or not for this key is refused, and nothing is left',
  async (t) => {
    const { made, file } = await withRecordings(t);
    const bytes = readFileSync(file);
    const bad = join(made.home, 'bad.tar.age');
    const refused = async (content: Uint8Array, code: RegExp | string, name: string): Promise<void> => {
      writeFileSync(bad, content);
      await t.rejects(restore(made, bad), { code }, name);
      t.notOk(existsSync(join(made.home, 'restored')), name);
    };
    await refused(Buffer.alloc(0), 'backup.not_encrypted', 'empty');
    await refused(Buffer.alloc(300_000, 'a'), 'backup.not_encrypted', 'something else');
    await refused(Buffer.from('age-encryption.org/v1\n'), 'backup.not_encrypted', 'the first line alone');
    await refused(
      Buffer.concat([Buffer.from('age-encryption.org/v1\n'), Buffer.alloc(200_000, '-')]),
      'backup.not_encrypted',
      'a header without end',
    );
    const body = bytes.indexOf('\n--- ') + 5 + 43 + 1 + 16;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: body, max: bytes.length - 1 }), fc.boolean(), async (place, cut) => {
        const turned = Buffer.from(bytes);
        turned[place] = (turned[place] ?? 0) ^ 0x40;
        await refused(
          cut ? bytes.subarray(0, place) : turned,
          'backup.damaged',
          `${cut ? 'cut' : 'turned'} at ${place}`,
        );
      }),
      { numRuns: 20 },
    );
    const another = await newAgePair();
    await t.rejects(restore(made, file, { identities: [another.identity] }), {
      code: 'backup.identity_wrong',
    });
    await t.rejects(restore(made, file, { identities: ['AGE-SECRET-KEY-1BROKEN'] }), {
      code: 'backup.identity_unusable',
    });
    await t.rejects(restore(made, join(made.home, 'nowhere')), { code: 'backup.unreadable' });
  },
);

t.test(
  'a backup that was taken apart, changed and encrypted again is refused: anyone can encrypt',
  async (t) => {
    const { made, file } = await withRecordings(t);
    const folder = apart(made, file);
    const files = new Map(everything.map((name) => [name, readFileSync(join(folder, name))]));
    const refused = async (names: readonly string[], code: string, what: string): Promise<void> => {
      const forged = together(made, folder, names);
      await t.rejects(restore(made, forged), { code }, what);
      t.notOk(existsSync(join(made.home, 'restored')), what);
      for (const [name, content] of files) writeFileSync(join(folder, name), content);
    };
    t.ok(
      await restore(made, together(made, folder, everything), { folder: join(made.home, 'honest') }),
      'unchanged it is the same backup',
    );

    const db = new Database(join(folder, 'station.db'));
    db.exec(`UPDATE view_evidence SET officer = '000000'`);
    db.close();
    await refused(everything, 'backup.damaged', 'the catalogue changed');
    writeFileSync(join(folder, 'ingest.config.yaml'), 'version: 1\n');
    await refused(everything, 'backup.damaged', 'the configuration changed');
    const manifest = files.get('manifest.txt')?.toString('utf8') ?? '';
    writeFileSync(join(folder, 'manifest.txt'), manifest.replace('"made": "2026', '"made": "2027'));
    await refused(everything, 'backup.forged', 'the manifest changed');
    await refused(
      everything.filter((name) => name !== 'station.db'),
      'backup.damaged',
      'no ledger',
    );
    await refused(
      everything.filter((name) => name !== 'manifest.txt'),
      'backup.forged',
      'no manifest',
    );
    await refused([...everything, 'station.json'], 'backup.damaged', 'a file twice');
    writeFileSync(join(folder, 'more.txt'), 'more');
    await refused([...everything, 'more.txt'], 'backup.damaged', 'a file more');
    writeFileSync(join(made.home, 'outside'), 'outside');
    await refused([...everything, '../outside'], 'backup.damaged', 'a file from elsewhere');
    rmSync(join(folder, 'checkpoint'));
    symlinkSync('/etc/passwd', join(folder, 'checkpoint'));
    const linked = together(made, folder, everything);
    await t.rejects(restore(made, linked), { code: 'backup.damaged' }, 'a link');
  },
);

t.test('another station’s backup, its key and all, does not pass for this vault’s', async (t) => {
  const { made } = await withRecordings(t);
  const other = await backedUpStation(t);
  await at(other, (station) => append(station, 0, 3));
  const file = await backUp(other);
  const { identity } = other.pair;
  await t.rejects(restore(made, file, { identities: [identity], vault: made.vault }), {
    code: 'backup.vault_missing',
  });
  // The other's vault was given this one's mark.
  writeFileSync(join(made.home, 'mark'), readFileSync(join(other.vault, 'docket-vault.json')));
  rmSync(join(made.vault, 'docket-vault.json'), { force: true });
  renameSync(join(made.home, 'mark'), join(made.vault, 'docket-vault.json'));
  await t.rejects(restore(made, file, { identities: [identity], vault: made.vault }), {
    code: 'backup.forged',
  });
  t.notOk(existsSync(join(made.home, 'restored')));
  t.ok(sha256Of(readFileSync(file)));
});
