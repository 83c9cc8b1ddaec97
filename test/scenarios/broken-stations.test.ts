import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { chmod, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { gaName, makeCard } from '../support/cards.ts';
import { errorOf, recordingAt } from '../support/reports.ts';
import { soundStation } from '../support/sound-station.ts';
import { bareStation, type TestStation, testStation } from '../support/stations.ts';

async function withCard(t: import('tap').Test, config = {}): Promise<{ station: TestStation; root: string }> {
  const station = await testStation(t, config);
  const { root } = await makeCard(join(station.folder, 'card'), 'card', { [gaName(1)]: 2000 });
  return { station, root };
}

t.test('without a data folder nothing is made, and the message says how to make one', async (t) => {
  const station = await bareStation();
  t.teardown(() => station.remove());
  const { root } = await makeCard(join(station.folder, 'card'), 'card', { [gaName(1)]: 2000 });
  const ran = await station.ingest(root);
  t.equal(ran.code, 4);
  t.match(errorOf(ran), { code: 'station.not_initialised', next: /docket init/ });
  t.notOk(existsSync(station.data));
  t.equal((await station.run(['verify'])).code, 4);
});

t.test('init repeated changes nothing', async (t) => {
  const { station } = await withCard(t);
  const file = readFileSync(join(station.data, 'station.json'), 'utf8');
  const key = readFileSync(join(station.data, 'keys/station.key'), 'utf8');
  t.equal((await station.run(['init'])).code, 0);
  t.equal(readFileSync(join(station.data, 'station.json'), 'utf8'), file);
  t.equal(readFileSync(join(station.data, 'keys/station.key'), 'utf8'), key);
});

for (const { what, code, break: damage } of [
  {
    what: 'a missing database',
    code: 'custody.database_missing',
    break: (s: TestStation) => rm(join(s.data, 'station.db')),
  },
  {
    what: 'a database that is no database',
    code: 'custody.database_damaged',
    break: async (s: TestStation) => writeFileSync(join(s.data, 'station.db'), 'garbage '.repeat(2000)),
  },
  {
    what: 'an empty database',
    code: 'custody.database_damaged',
    break: async (s: TestStation) => truncateSync(join(s.data, 'station.db'), 0),
  },
  {
    what: 'a folder in the database’s place',
    code: 'custody.database_missing',
    break: async (s: TestStation) => {
      await rm(join(s.data, 'station.db'));
      mkdirSync(join(s.data, 'station.db'));
    },
  },
  {
    what: 'a missing key',
    code: 'custody.key_missing',
    break: (s: TestStation) => rm(join(s.data, 'keys/station.key')),
  },
  {
    what: 'a damaged key',
    code: 'custody.key_damaged',
    break: async (s: TestStation) => truncateSync(join(s.data, 'keys/station.key'), 40),
  },
  {
    what: 'a key that others can read',
    code: 'custody.key_readable_by_others',
    break: (s: TestStation) => chmod(join(s.data, 'keys/station.key'), 0o644),
  },
  {
    what: 'a vault without its marker',
    code: 'vault.marker_missing',
    break: (s: TestStation) => rm(join(s.vault, 'docket-vault.json')),
  },
  {
    what: 'a vault that is gone',
    code: 'vault.marker_missing',
    break: (s: TestStation) => rename(s.vault, join(s.folder, 'elsewhere')),
  },
  {
    what: 'a damaged station file',
    code: 'station.file_damaged',
    break: async (s: TestStation) => truncateSync(join(s.data, 'station.json'), 30),
  },
]) {
  t.test(`${what} is refused with the way back, and init does not paper over it`, async (t) => {
    const { station, root } = await withCard(t);
    await damage(station);
    const before = tree(station);
    const ran = await station.ingest(root);
    t.equal(ran.code, 6, ran.stdout);
    t.equal(errorOf(ran).code, code);
    t.not(errorOf(ran).next, '');
    const init = await station.run(['init']);
    t.ok(init.code === 0 || init.code === 6, `init ended with ${init.code}`);
    t.same(tree(station), before, 'nothing was made anew');
    t.equal((await station.ingest(root)).code, 6, 'it is still missed');
  });
}

/** Whether the parts of a station are there, and how large what never changes is. */
function tree({ data, vault }: TestStation): readonly string[] {
  const parts = ['station.json', 'station.db', 'keys/station.key'].map((name) => join(data, name));
  return [...parts, join(vault, 'docket-vault.json'), vault].map((path) => `${path} ${existsSync(path)}`);
}

t.test('another station’s vault is refused, and so is another station’s key', async (t) => {
  const { station, root } = await withCard(t);
  const other = await testStation(t);
  await rm(station.vault, { recursive: true });
  await symlink(other.vault, station.vault);
  const ran = await station.ingest(root);
  t.equal(ran.code, 6);
  t.equal(errorOf(ran).code, 'vault.marker_other');
});

t.test('a configuration or data folder from a newer version is refused untouched', async (t) => {
  const { station, root } = await withCard(t);
  const file = join(station.data, 'station.json');
  const standing = readFileSync(file, 'utf8');
  writeFileSync(file, standing.replace('"version": 1', '"version": 2'));
  const newerData = await station.ingest(root);
  t.equal(newerData.code, 6);
  t.equal(errorOf(newerData).code, 'station.newer');
  writeFileSync(file, standing);

  const config = readFileSync(station.config, 'utf8');
  writeFileSync(station.config, config.replace('"version":1', '"version":2'));
  const newer = await station.ingest(root);
  t.equal(newer.code, 3);
  t.equal(errorOf(newer).code, 'config.newer_version');
  writeFileSync(station.config, config.replace('"language":"en"', '"code":"ST02"'));
  const differs = await station.ingest(root);
  t.equal(differs.code, 3);
  t.match(errorOf(differs), { code: 'station.code_differs', field: 'station.code' });
});

t.test('a second daemon on the same data folder is refused, and orders reach the first', async (t) => {
  const { station, root } = await withCard(t);
  const daemon = station.start(['serve', '--plain']);
  await daemon.heard(/ready/i);
  const second = await station.run(['serve', '--plain']);
  t.equal(second.code, 5);
  t.match(errorOf(second), { code: 'station.in_use', next: /./ });
  const ran = await station.ingest(root);
  t.equal(ran.code, 0, ran.stdout);
  t.equal(recordingAt(ran, gaName(1)).state, 'stored', 'the running daemon took it in');
  const init = await station.run(['init']);
  t.ok(init.code === 5 || init.code === 0, 'init beside a daemon changes nothing');
  daemon.signal('SIGTERM');
  t.equal((await daemon.ended).code, 0);
});

t.test('a daemon that was killed leaves nothing in the way of the next one', async (t) => {
  const { station, root } = await withCard(t);
  const daemon = station.start(['serve', '--plain']);
  await daemon.heard(/ready/i);
  daemon.signal('SIGKILL');
  await daemon.ended;
  t.ok(existsSync(join(station.data, 'docket.sock')), 'its socket is still there');
  t.equal((await station.ingest(root)).code, 0);
  const next = station.start(['serve', '--plain']);
  await next.heard(/ready/i);
  next.signal('SIGTERM');
  t.equal((await next.ended).code, 0);
  t.same(await soundStation(station, []), []);
});
