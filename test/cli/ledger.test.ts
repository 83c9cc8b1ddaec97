import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import t from 'tap';
import { canonical } from '../../src/custody/canonical.ts';
import { openCheckpoint } from '../../src/custody/checkpoint.ts';
import type { JsonObject } from '../../src/custody/json.ts';
import { openTlogProof } from '../../src/custody/tlog-proof.ts';
import { parseVkey } from '../../src/custody/vkey.ts';
import { gaName, makeCard } from '../support/cards.ts';
import { heardHere } from '../support/docket-here.ts';
import { docketHere } from '../support/sound-station.ts';
import { type TestStation, testStation } from '../support/stations.ts';

interface Entries {
  readonly entries: readonly { readonly seq: number; readonly type: string; readonly words: string }[];
  readonly next: number | null;
}

async function stationWithEntries(): Promise<TestStation> {
  const station = await testStation(t);
  const card = await makeCard(join(station.folder, 'card'), 'ledger', {
    [gaName(1)]: 3000,
    [gaName(2)]: 2000,
  });
  await docketHere(station, ['ingest', card.root]);
  return station;
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name), 'latin1'));

const keyOf = ({ data }: TestStation) =>
  parseVkey(readFileSync(join(data, 'keys/station.vkey'), 'utf8').trim());

/** One station for every test here; the one that meddles with it comes last. */
const station = await stationWithEntries();

t.test('the ledger is listed whole, in pages, and by what it is asked for', async (t) => {
  const list = async (...args: string[]): Promise<Entries> =>
    (await docketHere(station, ['ledger', 'list', ...args])).json as Entries;
  const all = await list();
  t.strictSame(
    all.entries.map(({ seq }) => seq),
    all.entries.map((_, i) => i),
  );
  for (const { type, words } of all.entries) t.notMatch(words, /[{}]/, type);
  const first = await list('--limit', '5');
  t.equal(first.next, 4);
  t.strictSame((await list('--after', '4')).entries, all.entries.slice(5));
  t.equal((await list('--newest', '--limit', '1')).entries[0]?.seq, all.entries.at(-1)?.seq);
  const stored = await list('--type', 'recording.stored');
  t.equal(stored.entries.length, 2);
  const about = await list('--subject', 'docking:ST01-D000001');
  t.strictSame(new Set(about.entries.map(({ type }) => type.split('.')[0])), new Set(['docking']));
  t.equal((await list('--actor', 'nobody')).entries.length, 0);
  t.equal(
    (await list('--since', '2000-01-01T00:00:00+08:00', '--until', '2000-01-02T00:00:00Z')).entries.length,
    0,
  );
});

t.test('an entry is shown with a proof that an outsider can check', async (t) => {
  const { json } = await docketHere(station, ['ledger', 'show', '0']);
  const shown = json as {
    leaf: JsonObject;
    hash: string;
    inclusion: { proof: string; size: number; holds: boolean };
  };
  t.match(shown, { leaf: { seq: 0, type: 'station.initialised' }, inclusion: { index: 0, holds: true } });
  const key = keyOf(station);
  const leaf = canonical({ v: 1, ...shown.leaf });
  t.equal(openTlogProof(shown.inclusion.proof, leaf, [key], key.name).size, shown.inclusion.size);

  const started = await docketHere(station, ['ledger', 'list', '--type', 'docking.started']);
  const seq = String((started.json as Entries).entries[0]?.seq);
  t.match((await docketHere(station, ['ledger', 'show', seq])).json, {
    personal: [{ field: 'root', value: join(station.folder, 'card'), salt: /^[0-9a-f]{64}$/, opens: true }],
  });
  t.match((await docketHere(station, ['ledger', 'show', '999'])).json, {
    error: { code: 'station.entry_unknown' },
  });
  t.equal((await docketHere(station, ['ledger', 'show', '999'])).code, 2);
});

t.test('the checkpoint is printed byte for byte as it was signed', async (t) => {
  const { out, notes } = await heardHere([
    'ledger',
    'checkpoint',
    '--config',
    station.config,
    '--data',
    station.data,
  ]);
  const key = keyOf(station);
  const head = openCheckpoint(out, [key], key.name);
  t.match((await docketHere(station, ['ledger', 'checkpoint'])).json, {
    origin: key.name,
    size: head.size,
    ledgerSize: head.size,
    note: out,
  });
  t.strictSame(notes, []);
});

t.test(
  'a ledger export is one that a verifier of another make can read; names only on request',
  async (t) => {
    const [bare, whole] = [join(station.folder, 'bare'), join(station.folder, 'whole')];
    const ran = await docketHere(station, ['ledger', 'export', bare]);
    t.equal(ran.code, 0, ran.text);
    t.match(ran.json, { destination: bare, personal: false });
    t.notOk(existsSync(join(bare, 'personal.jsonl')));
    for (const text of filesIn(bare)) t.notMatch(text, station.folder, 'no path lies in what is handed out');
    t.equal((await docketHere(station, ['ledger', 'export', whole, '--personal'])).code, 0);
    t.match(readFileSync(join(whole, 'personal.jsonl'), 'utf8'), join(station.folder, 'card'));
    t.equal((await docketHere(station, ['ledger', 'export', bare])).code, 6);
  },
);

t.test('an entry that was meddled with is not shown as proven', async (t) => {
  const db = new Database(join(station.data, 'station.db'));
  const [seq, leaf] = db
    .prepare<[], [number, Buffer]>(
      `SELECT seq, leaf FROM ledger_entry WHERE CAST(leaf AS TEXT) LIKE '%docking.listed%'`,
    )
    .raw()
    .get() ?? [0, Buffer.alloc(0)];
  const altered = Buffer.from(leaf.toString('utf8').replace('"bytes":5000', '"bytes":5001'));
  t.notSame(altered, leaf);
  db.prepare('UPDATE ledger_entry SET leaf = ? WHERE seq = ?').run(altered, seq);
  db.prepare('UPDATE ledger_personal SET value = ? WHERE field = ?').run('/elsewhere', 'root');
  db.close();
  const shown = await docketHere(station, ['ledger', 'show', String(seq)]);
  t.equal(shown.code, 6);
  t.match(shown.json, { inclusion: { holds: false } });
  const started = await docketHere(station, ['ledger', 'list', '--type', 'docking.started']);
  const root = await docketHere(station, [
    'ledger',
    'show',
    String((started.json as Entries).entries[0]?.seq),
  ]);
  t.equal(root.code, 6);
  t.match(root.json, { personal: [{ field: 'root', opens: false }] });
});
