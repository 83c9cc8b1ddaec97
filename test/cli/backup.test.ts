import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { gaName, makeCard } from '../support/cards.ts';
import { heardHere } from '../support/docket-here.ts';
import { docketHere } from '../support/sound-station.ts';
import { bareStation, type TestStation } from '../support/stations.ts';

interface Ground {
  readonly station: TestStation;
  readonly backups: string;
  readonly identity: string;
  readonly recipient: string;
}

/** A station whose backups go to a folder beside it, with the key pair that the command line has made. */
async function ground(t: Test): Promise<Ground> {
  const bare = await bareStation();
  t.teardown(() => bare.remove());
  const [backups, vault, identity] = ['backups', 'vault', 'identity.txt'].map((one) =>
    join(bare.folder, one),
  ) as [string, string, string];
  mkdirSync(backups);
  const { json } = await heardHere(['backup', '--make-key', '--json']);
  const { recipient, ...secret } = json as { recipient: string; identity: string };
  writeFileSync(identity, secret.identity);
  await bare.configure({ vault: { folder: vault }, backup: { folder: backups, recipient } });
  const station = { ...bare, vault };
  t.equal((await docketHere(station, ['init'])).code, 0);
  const card = await makeCard(join(bare.folder, 'card'), 'cli', { [gaName(1)]: 500 });
  t.equal((await docketHere(station, ['ingest', card.root])).code, 0);
  return { station, backups, identity, recipient };
}

const said = (ran: { text: string }): string => ran.text;

t.test(
  'a key pair is made without a station, its secret shown once, as a file that any age takes',
  async (t) => {
    for (const language of ['en', 'zh'] as const) {
      const { code, out } = await heardHere(['backup', '--make-key'], { language });
      t.equal(code, 0);
      t.match(out, /^AGE-SECRET-KEY-1[0-9A-Z]+$/m);
      t.match(out, /recipient: age1[0-9a-z]+/);
      t.notMatch(out, /[{}]/);
    }
    const { json } = await heardHere(['backup', '--make-key', '--json']);
    const { identity, recipient } = json as { identity: string; recipient: string };
    const computed = execFileSync('age-keygen', ['-y'], { input: `${identity}\n`, encoding: 'utf8' }).trim();
    t.equal(computed, recipient);
  },
);

t.test('a backup by hand, and how the station shows it', async (t) => {
  const { station, backups } = await ground(t);
  t.match((await docketHere(station, ['status'])).json, { backup: null });
  const before = await heardHere(['status', '--config', station.config, '--data', station.data]);
  t.match(before.out, /backup\.folder/);
  const made = await docketHere(station, ['backup']);
  t.equal(made.code, 0, said(made));
  const [file = ''] = readdirSync(backups);
  t.match(made.json, { file, path: join(backups, file), removed: [] });
  t.match((await docketHere(station, ['status'])).json, { backup: { file } });
  for (const language of ['en', 'zh'] as const) {
    const { out } = await heardHere(['status', '--config', station.config, '--data', station.data], {
      language,
    });
    t.ok(out.includes(file), language);
  }
  const { json } = await docketHere(station, ['doctor']);
  const { checks } = json as { checks: readonly { check: string; state: string; says: string }[] };
  t.match(
    checks.find(({ check }) => check === 'backup'),
    { state: 'warning', says: /same disk/ },
  );
  const elsewhere = join(station.folder, 'stick');
  t.equal((await docketHere(station, ['backup', '--to', elsewhere])).code, 2, 'no such folder');
  mkdirSync(elsewhere);
  t.equal((await docketHere(station, ['backup', '--to', elsewhere])).code, 0);
  t.equal(readdirSync(elsewhere).length, 1);
  t.equal((await docketHere(station, ['verify'])).code, 0);
});

t.test('the doctor says what is amiss with backups, and what to do', async (t) => {
  const { station, backups, recipient } = await ground(t);
  const vault = { folder: station.vault };
  const check = async (backup: Record<string, unknown>): Promise<unknown> => {
    await station.configure({ vault, backup });
    const { json } = await docketHere(station, ['doctor']);
    const { checks } = json as { checks: readonly { check: string; next: string | null }[] };
    const found = checks.find((one) => one.check === 'backup');
    t.ok(found?.next, 'what to do next');
    return found;
  };
  t.match(await check({}), { state: 'warning', says: /no backups are made/ });
  t.match(await check({ folder: backups }), { state: 'warning', says: /recipient/ });
  t.match(await check({ folder: join(backups, 'gone'), recipient }), { state: 'warning', says: /not there/ });
  t.match(await check({ folder: station.data, recipient }), { state: 'failed' });
  const shm = '/dev/shm';
  t.match(await check({ folder: shm, recipient }), { state: 'warning', says: /no backup was made/ });
});

t.test(
  'restored and rebuilt by the command line, in either language, with exit codes for scripts',
  async (t) => {
    const { station, backups, identity } = await ground(t);
    t.equal((await docketHere(station, ['backup'])).code, 0);
    const file = join(backups, readdirSync(backups)[0] ?? '');
    const into = (folder: string): readonly string[] => [
      '--config',
      station.config,
      '--data',
      join(station.folder, folder),
    ];
    const restored = await heardHere(['restore', file, '--identity', identity, ...into('restored')], {
      language: 'zh',
    });
    t.equal(restored.code, 0, restored.err);
    t.match(restored.out, /已从.*恢复到/);
    t.notMatch(restored.out, /[{}]/);
    const again = await heardHere(['restore', file, '--identity', identity, ...into('restored'), '--json']);
    t.equal(again.code, 6);
    t.match(again.json, { error: { code: 'backup.folder_taken' } });
    const noKey = await heardHere(['restore', file, '--identity', '/nowhere', ...into('other'), '--json']);
    t.equal(noKey.code, 2);
    t.equal((await heardHere(['restore', file, ...into('other')])).code, 2, 'no identity');
    t.notOk(existsSync(join(station.folder, 'other')));

    const key = join(station.folder, 'station.key');
    renameSync(join(station.data, 'keys', 'station.key'), key);
    const unsaid = await heardHere(['rebuild', '--from-vault', station.vault, ...into('rebuilt'), '--json']);
    t.equal(unsaid.code, 2);
    t.match(unsaid.json, { error: { code: 'backup.key_unsaid' } });
    const renewed = await heardHere([
      'rebuild',
      '--from-vault',
      station.vault,
      '--new-key',
      ...into('renewed'),
    ]);
    t.equal(renewed.code, 0, renewed.err);
    t.match(renewed.out, /New public key/);
    const told = await heardHere(['verify', ...into('renewed')]);
    t.match(told.out, /another key signs/, 'whoever verifies is told');
    const args = ['rebuild', '--from-vault', station.vault, '--key', key, ...into('rebuilt')];
    const rebuilt = await heardHere(args, { language: 'en' });
    t.equal(rebuilt.code, 0, rebuilt.err);
    t.match(rebuilt.out, /Rebuilt in[\s\S]*came back from the vault[\s\S]*shown as lost: .*path 1/);
    const list = await heardHere(['evidence', 'list', ...into('rebuilt')]);
    t.match(list.out, /ST01-2026-0000001/);
    const verified = await heardHere(['verify', ...into('rebuilt'), '--json']);
    t.equal(verified.code, 0, verified.out);
  },
);
