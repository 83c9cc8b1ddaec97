import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { prove } from '../../../scripts/verify-ledger.ts';
import { systemClock } from '../../../src/clock.ts';
import { createStationKey, loadStationKey } from '../../../src/custody/station-key.ts';
import { placesIn, readStationFile } from '../../../src/station/data-folder.ts';
import { exportLedger } from '../../../src/station/export-ledger.ts';
import { type Rebuilt, rebuildStation } from '../../../src/station/restore/rebuild.ts';
import { type Verification, verifyStation } from '../../../src/station/verify.ts';
import type { Station } from '../../../src/station.ts';
import { tagDraft } from '../../../src/tagging/tag-draft.ts';
import type { TagField } from '../../../src/tagging/tags.ts';
import { append, at, type BackedUpStation, backedUpStation, backUp, restore } from '../../support/backups.ts';
import { everyEntry } from '../../support/every-entry.ts';
import { clerk } from '../../support/tamper-station.ts';

/** The station is gone but for its vault and its key. */
function lose(made: BackedUpStation): string {
  const key = join(made.home, `saved-${randomUUID()}.key`);
  copyFileSync(made.places.key, key);
  rmSync(made.data, { recursive: true });
  return key;
}

function rebuild(
  made: BackedUpStation,
  keyFile: string | null,
  checkpoint: string | null = null,
): Promise<Rebuilt> {
  const outside = checkpoint === null ? null : { file: 'elsewhere', note: Buffer.from(checkpoint) };
  return rebuildStation(
    { vault: made.vault, folder: made.data, keyFile, checkpoint: outside },
    clerk,
    systemClock,
  );
}

function verified(made: BackedUpStation, note: string): Promise<Verification> {
  const places = placesIn(made.data, made.vault);
  return verifyStation(places, readStationFile(places), {
    ...{
      vault: 'full',
      checkpoint: { file: 'elsewhere', note: Buffer.from(note) },
      replay: true,
      onProgress: () => undefined,
    },
  });
}

function newestName({ vault }: BackedUpStation): string {
  return (
    readdirSync(join(vault, 'log', 'checkpoint'))
      .sort()
      .at(-1) ?? ''
  );
}

function newestNote(made: BackedUpStation): string {
  return readFileSync(join(made.vault, 'log', 'checkpoint', newestName(made)), 'utf8');
}

/** A ledger with entries of every kind, as far as the catalogue takes them after each other. */
async function everyKind(station: Station): Promise<void> {
  const { ledger } = station.room;
  for (const draft of everyEntry) {
    if (/^station\.(?:initialised|restored|rekeyed)$/.test(draft.type)) continue;
    await ledger.append([draft]);
  }
}

t.test(
  'a station that has lost all but its vault and its key has its ledger and its evidence list again',
  async (t) => {
    const made = await backedUpStation(t);
    const before = await at(made, async (station) => {
      await everyKind(station);
      await append(station, 0, 300);
      await station.checkpoint();
      return station.db
        .prepare<[], { evidence: string; sha256: string }>('SELECT evidence, sha256 FROM view_evidence')
        .all();
    });
    t.ok(before.length > 0);
    const station = readFileSync(made.places.stationFile, 'utf8');
    const note = newestNote(made);
    const rebuilt = await rebuild(made, lose(made), note);
    t.equal(rebuilt.broughtBack.from, 0);
    t.ok((rebuilt.broughtBack.lost['holder'] ?? 0) >= 300);
    const found = await verified(made, note);
    // The samples name originals that no vault ever had.
    t.same(
      found.damage.filter(({ kind }) => kind !== 'object_missing'),
      [],
    );
    const { code, origin, vault } = JSON.parse(station) as Record<string, string>;
    t.match(readStationFile(made.places), { code, origin, vault, complete: true });
    t.equal(statSync(made.places.key).mode & 0o777, 0o600);
    await at(made, async (again) => {
      const after = again.db
        .prepare<[], { evidence: string; sha256: string; path: string }>(
          'SELECT evidence, sha256, path FROM view_evidence',
        )
        .all();
      t.same(
        after.map(({ evidence, sha256 }) => ({ evidence, sha256 })),
        before,
      );
      for (const { path } of after) t.match(path, /lost #\d+/);
      const names = again.db
        .prepare<[], string>('SELECT count(*) FROM view_recorder WHERE holder IS NOT NULL')
        .pluck()
        .get();
      t.equal(names, 0, 'no name was in the vault');
      await again.desk.catchUp();
    });
  },
);

t.test(
  'a tag that a person had taken away comes back as taken away, and one that stands as lost',
  async (t) => {
    const made = await backedUpStation(t);
    const said = `SELECT field, said FROM view_tag WHERE source = 'person' ORDER BY field`;
    const item = await at(made, async (station) => {
      await everyKind(station);
      const [evidence = ''] = station.db
        .prepare<[], string>('SELECT evidence FROM view_evidence')
        .pluck()
        .all();
      const { ledger } = station.room;
      const tag = (field: TagField, values: readonly string[]) =>
        ledger.append([tagDraft(evidence, field, 'person', values, clerk)]);
      await tag('case', ['浙衢应急罚〔2026〕1号']);
      await tag('title', ['现场检查']);
      await tag('case', []);
      await station.checkpoint();
      return evidence;
    });
    await rebuild(made, lose(made));
    await at(made, async ({ db }) => {
      const rows = db.prepare<[], { field: string; said: string }>(said).all();
      t.match(
        rows.filter(({ field }) => field === 'case' || field === 'title'),
        [
          { field: 'case', said: '[]' },
          { field: 'title', said: /lost #\d+/ },
        ],
      );
      const filed = db.prepare<[string], number>(
        `SELECT count(*) FROM view_filed WHERE evidence = ? AND field = 'case' AND source = 'person'`,
      );
      t.equal(filed.pluck().get(item), 0, 'and it is filed nowhere by it');
    });
  },
);

t.test('no name, path or free text can be had from a vault', async (t) => {
  const made = await backedUpStation(t);
  await at(made, (station) => append(station, 0, 20));
  const holds = execFileSync('sh', ['-c', 'grep -rl 张三 "$1" || true', 'sh', made.vault], {
    encoding: 'utf8',
  });
  t.equal(holds, '');
});

t.test(
  'the rebuilt ledger goes on, and an outsider proves it with the same public key and older checkpoints',
  async (t) => {
    const made = await backedUpStation(t);
    await at(made, (station) => append(station, 0, 30));
    const vkey = readFileSync(made.places.vkey, 'utf8').trim();
    const note = newestNote(made);
    await rebuild(made, lose(made));
    const older = join(made.home, 'older.txt');
    writeFileSync(older, note);
    const exported = join(made.home, 'exported');
    await at(made, async (station) => {
      await append(station, 100, 30);
      await exportLedger(station, { destination: exported, personal: true }, clerk);
    });
    const report = await prove(exported, { key: vkey, checkpoint: [older] });
    t.same(report.damage, []);
    t.equal(report.ok, true);
    t.ok(report.personalValues > 30, 'the thirty new names, and where it was exported to');
  },
);

t.test('twice lost, twice rebuilt', async (t) => {
  const made = await backedUpStation(t);
  await at(made, (station) => append(station, 0, 5));
  for (let time = 0; time < 2; time++) {
    const note = newestNote(made);
    await rebuild(made, lose(made), note);
    t.same((await verified(made, note)).damage, []);
    await at(made, (station) => append(station, 100 * time, 3));
  }
});

t.test('with another key, a foreign vault or a newer checkpoint nothing is rebuilt', async (t) => {
  const made = await backedUpStation(t);
  await at(made, (station) => append(station, 0, 5));
  await at(made, (station) => append(station, 10, 5));
  const note = newestNote(made);
  const { origin } = readStationFile(made.places);
  const key = lose(made);
  createStationKey(join(made.home, 'other.key'), origin);
  const refused = async (attempt: Promise<Rebuilt>, code: string): Promise<void> => {
    await t.rejects(attempt, { code });
    t.notOk(existsSync(made.data), 'and nothing is left');
  };
  await refused(rebuild(made, join(made.home, 'other.key')), 'backup.no_ledger');
  await refused(rebuild(made, join(made.home, 'nowhere.key')), 'backup.unreadable');
  writeFileSync(join(made.home, 'no.key'), 'no key');
  await refused(rebuild(made, join(made.home, 'no.key')), 'custody.key_damaged');
  const heads = join(made.vault, 'log', 'checkpoint');
  const newest = readdirSync(heads).sort().at(-1) ?? '';
  renameSync(join(heads, newest), join(made.home, newest));
  await refused(rebuild(made, key, note), 'backup.behind');
  renameSync(join(made.home, newest), join(heads, newest));
  const other = await backedUpStation(t);
  await refused(rebuild({ ...made, vault: other.vault }, key), 'backup.no_ledger');
  await refused(rebuild({ ...made, vault: made.home }, key), 'backup.vault_missing');
  t.ok(await rebuild(made, key, note));
});

t.test('a vault in which one entry was changed gives back nothing', async (t) => {
  const made = await backedUpStation(t);
  await at(made, (station) => append(station, 0, 600));
  const key = lose(made);
  const bundle = join(made.vault, 'log', 'tile', 'entries', '001');
  const bytes = readFileSync(bundle);
  bytes[bytes.indexOf('R300') + 1] = 0x39;
  rmSync(bundle, { force: true });
  writeFileSync(bundle, bytes);
  await t.rejects(rebuild(made, key), { code: 'custody.log_unsound' });
  t.notOk(existsSync(made.data));
});

t.test(
  'a station whose key is lost too goes on with a new one, and its ledger says since when',
  async (t) => {
    const made = await backedUpStation(t);
    await at(made, (station) => append(station, 0, 30));
    const oldKey = readFileSync(made.places.vkey, 'utf8').trim();
    const note = newestNote(made);
    const saved = lose(made);
    const rebuilt = await rebuild(made, null, note);
    const newKey = readFileSync(made.places.vkey, 'utf8').trim();
    t.match(rebuilt, { previousKey: oldKey, publicKey: newKey });
    t.not(newKey, oldKey);
    const rekeyed = sizeOf(note);
    await at(made, (station) => append(station, 100, 30));
    const found = await verified(made, note);
    t.same(found.damage, [], 'older heads under the old key, newer ones under the new');
    t.same(found.keyChanges, [{ entry: rekeyed, publicKey: newKey }]);

    const exported = join(made.home, 'exported');
    await at(made, (station) => exportLedger(station, { destination: exported, personal: false }, clerk));
    const older = join(made.home, 'older.txt');
    writeFileSync(older, note);
    const outside = await prove(exported, { key: newKey, checkpoint: [older] });
    t.match(outside, { ok: true, keyChanges: [{ entry: rekeyed, publicKey: newKey }] });
    t.match(await prove(exported, { key: [oldKey, newKey], checkpoint: [older] }), { ok: true });
    const trusting = await prove(exported, { key: oldKey, checkpoint: [older] });
    t.match(trusting.damage[0], { code: 13 }, 'who knows the old key alone is not talked into the new one');

    await t.test('rebuilt again with the key of today, not with the one of yesterday', async (t) => {
      const today = lose(made);
      await t.rejects(rebuild(made, saved), { code: 'backup.no_ledger' });
      const again = await rebuild(made, today, note);
      t.equal(again.previousKey, null);
      t.same((await verified(made, note)).damage, []);
    });

    await t.test('a head that the old key signs afterwards is no head of this ledger', async (t) => {
      const late = join(made.vault, 'log', 'checkpoint', newestName(made));
      const { origin } = readStationFile(made.places);
      const old = loadStationKey(saved, origin);
      const text = readFileSync(late, 'utf8').split('\n\n')[0];
      const forged = old.sign(`${text}\n`);
      const found = await verified(made, forged);
      t.match(found.damage[0], { kind: 'signature', place: 'elsewhere' });
      writeFileSync(older, forged);
      t.match((await prove(exported, { key: newKey, checkpoint: [older] })).damage[0], { code: /13|12/ });
    });
  },
);

t.test('a backup of before the key was lost is not restored over what the new key has signed', async (t) => {
  const made = await backedUpStation(t);
  await at(made, (station) => append(station, 0, 5));
  const file = await backUp(made);
  lose(made);
  await rebuild(made, null);
  await at(made, (station) => append(station, 10, 5));
  rmSync(made.data, { recursive: true });
  await t.rejects(restore(made, file, { folder: made.data }), { code: 'custody.log_unsound' });
  t.ok(await rebuild(made, null), 'but rebuilt with another new key it is');
  const { keyChanges, damage } = await verified(made, newestNote(made));
  t.same(damage, []);
  t.equal(keyChanges.length, 2);
});

function sizeOf(note: string): number {
  return Number(note.split('\n')[1]);
}
