import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { prove } from '../../scripts/verify-ledger.ts';
import { exportLedger } from '../../src/station/export-ledger.ts';
import {
  damageOf,
  edited,
  flipFileIn,
  foreignKey,
  type SpoiltExport,
  without,
} from '../support/tamper-exports.ts';
import { clerk, found, life, livedIn, padded, tamperFolder, working } from '../support/tamper-station.ts';

const home = tamperFolder(t);
const made = await livedIn(home);
const [bare, whole] = [join(home, 'bare'), join(home, 'whole')];
const sizes = await working(made, async (station) => {
  const first = await exportLedger(station, { destination: bare, personal: false }, clerk);
  const second = await exportLedger(station, { destination: whole, personal: true }, clerk);
  return [first.size, second.size] as const;
});
const vkey = readFileSync(made.places.vkey, 'utf8').trim();
const script = join(import.meta.dirname, '../../scripts/verify-ledger.ts');

/** The file with the newest entries of more than one bundle and no more than two: a full one has its plain name. */
function newestBundle(size: number): string {
  return size === 512 ? 'tile/entries/001' : `tile/entries/001.p/${size - 256}`;
}

/** The machine's own Node, where it is one that an outsider may use; else the one that runs this. */
function outsidersNode(): string {
  for (const program of ['/usr/local/bin/node', '/usr/bin/node']) {
    const said = existsSync(program) ? spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout : '';
    const [, major = 0, minor = 0] = /^v(\d+)\.(\d+)/.exec(said) ?? [];
    if (Number(major) > 22 || (Number(major) === 22 && Number(minor) >= 18)) return program;
  }
  return process.execPath;
}

t.test('an export proves itself to an outsider with plain Node and one file', async (t) => {
  const alone = join(home, 'verify-ledger.ts');
  copyFileSync(script, alone);
  const node = outsidersNode();
  t.comment(`proved by ${node}`);
  for (const [folder, size, personal] of [
    [bare, sizes[0], false],
    [whole, sizes[1], true],
  ] as const) {
    const ran = spawnSync(node, [alone, folder, '--key', vkey, '--json'], { encoding: 'utf8', cwd: '/' });
    t.equal(ran.status, 0, ran.stdout + ran.stderr);
    const report = JSON.parse(ran.stdout);
    t.match(report, { ok: true, size, origin: made.file.origin, keyFrom: 'given' });
    t.equal(report.personalValues > 100, personal);
    t.ok(report.olderCheckpoints >= 5);
  }
});

t.test('an older export is never overwritten', async (t) => {
  await working(made, async (station) => {
    const size = (): unknown => station.db.prepare('SELECT count(*) FROM ledger_entry').pluck().get();
    const before = size();
    await t.rejects(exportLedger(station, { destination: whole, personal: true }, clerk), {
      code: 'station.destination_exists',
    });
    t.equal(size(), before, 'and nothing is recorded');
  });
});

t.test('without leave no name, path or salt leaves the station', async (t) => {
  t.notOk(existsSync(join(bare, 'personal.jsonl')));
  const bundle = readFileSync(join(bare, 'tile/entries/000'), 'utf8');
  t.match(bundle, /recording\.secured/);
  t.notMatch(bundle, /张三|A11_|card-1/);
  t.match(readFileSync(join(whole, 'personal.jsonl'), 'utf8'), /张三/);
});

t.test('an export is an entry itself, the newest of what is exported', async (t) => {
  const tail = readFileSync(join(bare, newestBundle(sizes[0])), 'latin1').slice(-700);
  t.match(tail, new RegExp(`"data":\\{"size":${sizes[0]}\\},.*"type":"ledger\\.exported"`));
  t.same(await found(made), [], 'and the station is sound after it');
});

const last = newestBundle(sizes[1]);
const half = (bytes: number): number => Math.floor(bytes / 2);
const spoilt: readonly SpoiltExport[] = [
  { what: 'a bit of an entry', spoil: flipFileIn('tile/entries/000', () => 60), expected: ['10 entry 0'] },
  { what: 'a bundle gone', spoil: without('tile/entries/000'), expected: ['11 entry 0'] },
  { what: 'the newest entries gone', spoil: without(last), expected: ['12 entry 256'] },
  { what: 'a tile changed', spoil: flipFileIn('tile/0/000', half), expected: ['10 tile/0/000'] },
  { what: 'the head changed', spoil: flipFileIn('checkpoint', () => 30), expected: ['13 checkpoint'] },
  {
    what: 'an older head put in its place',
    spoil: (folder) =>
      copyFileSync(join(folder, `checkpoints/${padded(life.size)}`), join(folder, 'checkpoint')),
    expected: [`12 checkpoints/${padded(life.size + 3)}`],
  },
  {
    what: 'an older head changed',
    spoil: flipFileIn(`checkpoints/${padded(life.size)}`, () => 30),
    expected: [`13 checkpoints/${padded(life.size)}`],
  },
  {
    what: 'a name changed',
    spoil: edited('personal.jsonl', '张三', '李四'),
    expected: [],
  },
  {
    what: 'another key',
    spoil: (folder) => writeFileSync(join(folder, 'key.vkey'), foreignKey(home, made.file.origin)),
    expected: ['13 key.vkey'],
  },
];

t.test('whatever is done to an exported ledger is found', async (t) => {
  for (const { what, spoil, expected } of spoilt) {
    const [first = 'nothing'] = await damageOf('ledger', whole, spoil, vkey);
    if (expected[0] === undefined)
      t.match(first, /^10 personal\.jsonl line \d+ \(entry \d+, holder\)$/, what);
    else t.equal(first.slice(0, 2), expected[0].slice(0, 2), `${what}: ${first}`);
  }
});

t.test('an export of an older state is found with a checkpoint kept elsewhere', async (t) => {
  const kept = join(home, 'kept');
  copyFileSync(join(whole, 'checkpoint'), kept);
  const older = await prove(bare, { key: vkey, checkpoint: [kept] });
  t.same(
    older.damage.map(({ code, place }) => `${code} ${place}`),
    [`12 ${kept}`],
  );
  rmSync(kept);
});
