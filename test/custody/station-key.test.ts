import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { openNote } from '../../src/custody/note.ts';
import { createStationKey, loadStationKey } from '../../src/custody/station-key.ts';
import { parseVkey } from '../../src/custody/vkey.ts';

const name = 'docket.example/ST01';

t.test('a key made once signs the same after every start', async (t) => {
  const path = join(t.testdir(), 'station.key');
  const made = createStationKey(path, name);
  const loaded = loadStationKey(path, name);
  t.equal(loaded.vkey, made.vkey);
  t.equal(loaded.name, name);
  t.equal(openNote(loaded.sign('text\n'), [parseVkey(made.vkey)]).text, 'text\n');
  t.equal(loaded.sign('text\n'), made.sign('text\n'));
});

t.test('only the owner can read the key, and no other file is left behind', async (t) => {
  const folder = t.testdir();
  const before = process.umask(0);
  t.teardown(() => process.umask(before));
  createStationKey(join(folder, 'station.key'), name);
  t.equal(statSync(join(folder, 'station.key')).mode & 0o7777, 0o600);
  t.same(readdirSync(folder), ['station.key']);
  t.match(readFileSync(join(folder, 'station.key'), 'utf8'), /^-----BEGIN PRIVATE KEY-----\n/);
});

t.test('a standing key is never replaced, whatever is in it', async (t) => {
  const folder = t.testdir({ 'station.key': 'not a key' });
  t.throws(() => createStationKey(join(folder, 'station.key'), name), { code: 'custody.key_exists' });
  t.equal(readFileSync(join(folder, 'station.key'), 'utf8'), 'not a key');
  t.same(readdirSync(folder), ['station.key']);
});

t.test('two keys are never the same', async (t) => {
  const folder = t.testdir();
  t.not(createStationKey(join(folder, 'a'), name).vkey, createStationKey(join(folder, 'b'), name).vkey);
});

t.test('a missing key is a loss and not a beginning', async (t) => {
  const folder = t.testdir();
  const path = join(folder, 'station.key');
  t.throws(() => loadStationKey(path, name), { code: 'custody.key_missing', params: { path } });
  t.same(readdirSync(folder), []);
});

t.test('a key that others could read is refused with its mode', async (t) => {
  const path = join(t.testdir(), 'station.key');
  createStationKey(path, name);
  for (const mode of [0o640, 0o604, 0o610, 0o602, 0o660]) {
    chmodSync(path, mode);
    t.throws(() => loadStationKey(path, name), {
      code: 'custody.key_readable_by_others',
      params: { mode: `0${mode.toString(8)}` },
    });
  }
  chmodSync(path, 0o400);
  t.equal(loadStationKey(path, name).name, name);
});

t.test('whatever is no Ed25519 key in PKCS#8 is refused', async (t) => {
  const folder = t.testdir();
  const pkcs8 = { format: 'pem', type: 'pkcs8' } as const;
  const good = generateKeyPairSync('ed25519');
  const goodPem = good.privateKey.export(pkcs8).toString();
  const bad: Record<string, string> = {
    empty: '',
    rubbish: 'rubbish',
    'cut off': goodPem.slice(0, 60),
    'public key': good.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    'another kind': generateKeyPairSync('x25519').privateKey.export(pkcs8).toString(),
    'an elliptic curve': generateKeyPairSync('ec', { namedCurve: 'P-256' })
      .privateKey.export(pkcs8)
      .toString(),
    'under a password': good.privateKey
      .export({ ...pkcs8, cipher: 'aes-256-cbc', passphrase: 'x' })
      .toString(),
  };
  for (const [what, text] of Object.entries(bad)) {
    const path = join(folder, what);
    writeFileSync(path, text, { mode: 0o600 });
    t.throws(() => loadStationKey(path, name), { code: 'custody.key_damaged', params: { path } }, what);
  }
  mkdirSync(join(folder, 'a folder'), { mode: 0o700 });
  t.throws(() => loadStationKey(join(folder, 'a folder'), name), { code: 'custody.key_damaged' });
});

t.test('a pipe in the place of the key does not hold the start up', async (t) => {
  const { execFileSync } = await import('node:child_process');
  const path = join(t.testdir(), 'pipe');
  execFileSync('mkfifo', ['-m', '600', path]);
  t.throws(() => loadStationKey(path, name), { code: 'custody.key_damaged' });
});

t.test('a key under a name that no note can carry is not made', async (t) => {
  const folder = t.testdir();
  t.throws(() => createStationKey(join(folder, 'k'), 'a name'), { code: 'custody.key_name_malformed' });
  t.same(readdirSync(folder), []);
});
