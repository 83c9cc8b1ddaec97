import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { prove, type Report } from '../../scripts/verify-ledger.ts';
import { makeLeaf } from '../../src/custody/leaf.ts';
import { encodeBundle } from '../../src/custody/tiles.ts';
import {
  exportFiles,
  freshSigner,
  type SampleLedger,
  sampleDraft,
  sampleLedger,
  signHead,
  writeFiles,
} from './sample-ledger.ts';

const script = join(import.meta.dirname, '../../scripts/verify-ledger.ts');
const signer = freshSigner();
const ledger = sampleLedger(700);
const good = exportFiles(ledger, signer, [100, 300]);
type Files = Map<string, string | Uint8Array>;

/** The damage as `code place`, proved with the right key in hand. */
async function damageIn(folder: string, ...older: string[]): Promise<string[]> {
  const { damage } = await prove(folder, { key: signer.vkey, checkpoint: older });
  return damage.map(({ code, place }) => `${code} ${place}`);
}

/** The damage in the good folder after `spoil` has changed its files. */
function damageAfter(t: Test, spoil: (files: Files) => void): Promise<string[]> {
  const files = new Map(good);
  spoil(files);
  const folder = t.testdir();
  writeFiles(folder, files);
  return damageIn(folder);
}

function proveAlone(folder: string): Promise<Report> {
  return prove(folder, { key: undefined, checkpoint: [] });
}

/** The command as an outsider runs it. */
function run(args: readonly string[], language = 'en') {
  const env = { ...process.env, DOCKET_LANG: language };
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', env });
}

const bytesAt = (files: Files, name: string): Buffer => Buffer.from(files.get(name) ?? Buffer.alloc(0));

function turn(files: Files, name: string, at: number): void {
  const bytes = bytesAt(files, name);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  files.set(name, bytes);
}

const lastBundle = 'tile/entries/002.p/188';

/** The ledger's leaves in another order or number, bundled as the file names say. */
function rebundle(files: Files, leaves: readonly Buffer[]): void {
  files.set('tile/entries/000', encodeBundle(leaves.slice(0, 256)));
  files.set('tile/entries/001', encodeBundle(leaves.slice(256, 512)));
  files.set(lastBundle, encodeBundle(leaves.slice(512, 700)));
}

/** What someone could write who has no key: every tile and bundle remade, and the checkpoint kept. */
function forge(files: Files, leaves: readonly Buffer[]): void {
  for (const name of [...files.keys()]) if (name.startsWith('tile/')) files.delete(name);
  for (const [name, content] of exportFiles({ leaves, personal: [] }, signer))
    if (name.startsWith('tile/')) files.set(name, content);
}

t.test('a whole export is proved, and the report says what was proved', async (t) => {
  const folder = t.testdir();
  writeFiles(folder, good);
  const { status, stdout } = run([folder, '--key', signer.vkey, '--json']);
  t.equal(status, 0);
  t.match(JSON.parse(stdout), {
    ok: true,
    size: 700,
    origin: signer.name,
    root: /^[0-9a-f]{64}$/,
    keyFrom: 'given',
    olderCheckpoints: 2,
    personalValues: 700,
    damage: [],
  });
});

t.test('an empty ledger, one entry and exactly full tiles are proved as well', async (t) => {
  for (const size of [0, 1, 256, 512]) {
    const folder = t.testdir();
    writeFiles(folder, exportFiles(sampleLedger(size), signer));
    t.match(await proveAlone(folder), { ok: true, size });
  }
});

t.test('a key from the folder itself is said to prove nothing about who signed', async (t) => {
  const folder = t.testdir();
  writeFiles(folder, good);
  t.match(await proveAlone(folder), { ok: true, keyFrom: 'folder' });
  const plain = run([folder]);
  t.match(plain.stdout, /^PROVED: 700 entries/);
  t.match(plain.stdout, /nothing about who signed/);
  const given = run([folder, '--key', join(folder, 'key.vkey')], 'zh');
  t.match(given.stdout, /^验证通过/);
  t.notMatch(given.stdout, /--key/);
});

t.test('an altered entry is found at its place: 10', async (t) => {
  const leaf = ledger.leaves[300]?.toString('utf8') ?? '';
  const changed: Record<string, string> = {
    'a value': leaf.replace('"readOnly":true', '"readOnly":null'),
    'its length': leaf.replace('docking.started', 'docking.listed'),
    'its number': leaf.replace('"seq":300', '"seq":999'),
    'its number, to that of another': leaf.replace('"seq":300', '"seq":301'),
    'its time': leaf.replace('10:05:00', '10:05:01'),
    'its commitment': leaf.replace(/"root":"[0-9a-f]{4}/, '"root":"0000'),
    'white space': leaf.replace(':', ': '),
    'to rubbish': 'rubbish',
    'to nothing': '',
  };
  for (const [what, text] of Object.entries(changed)) {
    const leaves = ledger.leaves.with(300, Buffer.from(text));
    const [first] = await damageAfter(t, (files) => rebundle(files, leaves));
    t.equal(first, '10 entry 300', what);
  }
});

t.test('one turned bit anywhere in a bundle is found: 10', async (t) => {
  const bytes = bytesAt(good, lastBundle).length;
  // The two bytes of the first and of the last length prefix among them.
  const last = bytes - 2 - (ledger.leaves[699]?.length ?? 0);
  for (const at of [0, 1, 2, 3, Math.floor(bytes / 2), last, last + 1, last + 2, bytes - 1]) {
    const [first] = await damageAfter(t, (files) => turn(files, lastBundle, at));
    t.match(first, /^10 entry \d+$/, `byte ${at}`);
  }
});

t.test('an altered hash tile is found by its name: 10', async (t) => {
  for (const name of ['tile/0/000', 'tile/0/002.p/188', 'tile/1/000.p/2'])
    t.same(await damageAfter(t, (files) => turn(files, name, 40)), [`10 ${name}`]);
});

t.test('a personal value that is not the committed one is found by its line: 10', async (t) => {
  const lines = String(good.get('personal.jsonl')).split('\n');
  const afterChange = (from: string, to: string) =>
    damageAfter(t, (files) =>
      files.set('personal.jsonl', lines.with(5, lines[5]?.replace(from, to) ?? '').join('\n')),
    );
  const changes: [string, string][] = [
    ['张三', '李四'],
    ['"salt":"', '"salt":"00'],
    ['"field":"root"', '"field":"case"'],
    ['"seq":5', '"seq":6'],
    ['"seq":5', '"seq":-5'],
    ['{', ''],
  ];
  for (const [from, to] of changes)
    t.match(await afterChange(from, to), [/^10 personal\.jsonl line 6/], `${from} to ${to}`);
  t.same(await damageAfter(t, (files) => files.delete('personal.jsonl')), [], 'they may be left out');
});

t.test('entries rewritten with all their tiles are found by the signed root: 10', async (t) => {
  const leaves = [...ledger.leaves.slice(0, 200), ...sampleLedger(700).leaves.slice(200)];
  const [first, second] = await damageAfter(t, (files) => {
    forge(files, leaves);
    files.delete('personal.jsonl');
  });
  t.equal(first, '10 entries 100 to 699', 'the older checkpoint at 100 still holds');
  t.equal(second, '12 checkpoints/000000000300: entries 0 to 299');
});

t.test('a missing or reordered entry is found at its place: 11', async (t) => {
  const { leaves } = ledger;
  const [ten, sixHundred, before] = [leaves[10], leaves[600], leaves[299]];
  if (ten === undefined || sixHundred === undefined || before === undefined) throw new RangeError();
  const rebundled: [string, readonly Buffer[], string][] = [
    ['two swapped', leaves.with(10, sixHundred).with(600, ten), '11 entry 10'],
    ['one taken out', leaves.toSpliced(300, 1), '11 entry 300'],
    ['one twice', leaves.toSpliced(300, 0, before), '11 entry 300'],
  ];
  for (const [what, other, expected] of rebundled)
    t.same(await damageAfter(t, (files) => rebundle(files, other)), [expected], what);
  const short = encodeBundle(leaves.slice(256, 500));
  t.same(await damageAfter(t, (files) => files.set('tile/entries/001', short)), ['11 entry 500']);
  t.same(await damageAfter(t, (files) => files.delete('tile/entries/001')), ['11 entry 256']);
  t.same(await damageAfter(t, (files) => files.delete('tile/0/001')), ['11 tile/0/001']);
  t.same(await damageAfter(t, (files) => files.delete('tile/1/000.p/2')), ['11 tile/1/000.p/2']);
});

t.test('a station that signed entries out of order is found out: 11', async (t) => {
  const [three, four] = [ledger.leaves[3], ledger.leaves[4]];
  if (three === undefined || four === undefined) throw new RangeError();
  const folder = t.testdir();
  const leaves = ledger.leaves.with(3, four).with(4, three);
  writeFiles(folder, exportFiles({ leaves, personal: [] }, signer));
  t.same(await damageIn(folder), ['11 entry 3']);
});

t.test('a clock that went back is found out, with any number of decimals: 11', async (t) => {
  const ledgerAt = (...times: string[]): SampleLedger => {
    const made = times.map((at, i) => makeLeaf(sampleDraft(i), i, `2026-09-02T10:00:${at}Z`));
    return { leaves: made.map((one) => one.leaf), personal: [] };
  };
  const folder = t.testdir();
  writeFiles(folder, exportFiles(ledgerAt('00', '00.5', '00.5', '00.500000001', '01'), signer));
  t.same(await damageIn(folder), []);
  writeFiles(folder, exportFiles(ledgerAt('00', '00.5', '00', '00.4', '01'), signer));
  t.same(await damageIn(folder), ['11 entry 2']);
});

t.test('newest entries cut off are found: 12', async (t) => {
  for (const size of [699, 600, 512, 511, 256, 1, 0]) {
    const found = await damageAfter(t, (files) => forge(files, ledger.leaves.slice(0, size)));
    t.same(found, [`12 entry ${size}`], `cut to ${size}, tiles and all`);
  }
  t.same(await damageAfter(t, (files) => files.delete(lastBundle)), ['12 entry 512'], 'a bundle gone');
  const cut = bytesAt(good, lastBundle).subarray(0, -9);
  t.same(
    await damageAfter(t, (files) => files.set(lastBundle, cut)),
    ['12 entry 699'],
    'cut within an entry',
  );
});

t.test('a whole folder put back to an older state is found by a checkpoint kept elsewhere: 12', async (t) => {
  const older = { leaves: ledger.leaves.slice(0, 400), personal: [] };
  const folder = t.testdir({ kept: signHead(ledger.leaves, 500, signer) });
  const [kept, back, regrown] = [join(folder, 'kept'), join(folder, 'back'), join(folder, 'regrown')];
  writeFiles(back, exportFiles(older, signer));
  t.same(await damageIn(back), [], 'nothing shows without it');
  t.same(await damageIn(back, kept), [`12 ${kept}`]);
  const leaves = [...older.leaves, ...sampleLedger(600).leaves.slice(400)];
  writeFiles(regrown, exportFiles({ leaves, personal: [] }, signer));
  t.same(await damageIn(regrown, kept), [`12 ${kept}: entries 0 to 499`], 'also when it grew on since');
});

t.test('a checkpoint put back while the entries stayed is found: 12', async (t) => {
  const [first] = await damageAfter(t, (files) =>
    files.set('checkpoint', signHead(ledger.leaves, 300, signer)),
  );
  t.match(first, /^12 tile\//);
});

t.test('a checkpoint in the folder that is newer than the head is found: 12', async (t) => {
  const newer = signHead(sampleLedger(701).leaves, 701, signer);
  const found = await damageAfter(t, (files) => files.set('checkpoints/000000000701', newer));
  t.same(found, ['12 checkpoints/000000000701']);
});

t.test('a checkpoint that the key has not signed as it stands is found: 13', async (t) => {
  const note = String(good.get('checkpoint'));
  const spoilt: Record<string, string | Uint8Array> = {
    'another size': note.replace('\n700\n', '\n701\n'),
    'another origin': note.replace('docket.example', 'docket.exbmple'),
    'a size past all bounds': note.replace('\n700\n', '\n999999999999999\n'),
    'no signature': 'docket.example/ST01\n700\n',
    'no UTF-8': Buffer.of(0xff, 0xfe),
    'of another key': signHead(ledger.leaves, 700, freshSigner()),
  };
  for (const [what, content] of Object.entries(spoilt))
    t.same(await damageAfter(t, (files) => files.set('checkpoint', content)), ['13 checkpoint'], what);
  t.same(await damageAfter(t, (files) => files.delete('checkpoint')), ['13 checkpoint'], 'no file');
});

t.test('a folder signed anew with another key is found with the right key in hand: 13', async (t) => {
  const folder = t.testdir();
  writeFiles(folder, exportFiles(sampleLedger(300), freshSigner(), [100]));
  t.match(await proveAlone(folder), { ok: true, keyFrom: 'folder' }, 'it is whole in itself');
  t.same(await damageIn(folder), ['13 key.vkey']);
});

t.test('a missing or damaged key in the folder matters where no key is given: 13', async (t) => {
  const folder = t.testdir();
  const files = new Map(good);
  files.set('key.vkey', signer.vkey.replace('+', '+0'));
  writeFiles(folder, files);
  t.match(await proveAlone(folder), { damage: [{ code: 13, place: 'key.vkey' }], key: null, keyFrom: null });
  t.same(await damageIn(folder), []);
  files.delete('key.vkey');
  const bare = t.testdir();
  writeFiles(bare, files);
  t.match(await proveAlone(bare), { damage: [{ code: 13, place: 'key.vkey' }] });
});

t.test('an older checkpoint that is forged or foreign is found: 13', async (t) => {
  const older = 'checkpoints/000000000100';
  t.same(await damageAfter(t, (files) => turn(files, older, 22)), [`13 ${older}`]);
  const folder = t.testdir({ foreign: signHead(ledger.leaves, 50, freshSigner()) });
  writeFiles(folder, good);
  t.same(await damageIn(folder, join(folder, 'foreign')), [`13 ${join(folder, 'foreign')}`]);
});

t.test('of several kinds of damage all are told, and the lowest is the exit code', async (t) => {
  const files = new Map(good);
  turn(files, 'tile/entries/000', 40);
  files.delete('tile/entries/001');
  files.set('checkpoints/000000000701', signHead(sampleLedger(701).leaves, 701, signer));
  turn(files, 'checkpoints/000000000100', 22);
  const folder = t.testdir();
  writeFiles(folder, files);
  const { status, stdout } = run([folder, '--json']);
  t.equal(status, 10);
  t.same(
    JSON.parse(stdout).damage.map((one: { code: number }) => one.code),
    [10, 11, 12, 13],
  );
});

t.test('each kind of damage alone has its exit code', async (t) => {
  const spoils: Record<number, (files: Files) => void> = {
    10: (files) => turn(files, 'tile/entries/000', 40),
    11: (files) => files.delete('tile/entries/001'),
    12: (files) => files.delete(lastBundle),
    13: (files) => turn(files, 'checkpoint', 30),
  };
  for (const [code, spoil] of Object.entries(spoils)) {
    const files = new Map(good);
    spoil(files);
    const folder = t.testdir();
    writeFiles(folder, files);
    const { status, stdout } = run([folder]);
    t.equal(status, Number(code));
    t.match(stdout, new RegExp(`^DAMAGED[^]*\\n${code} [a-z]`));
  }
});

t.test('an astronomical size, once signed, does not keep the verifier busy for ever', async (t) => {
  const root = Buffer.alloc(32, 1).toString('base64');
  const note = signer.sign(`${signer.name}\n900000000000000\n${root}\n`);
  t.same(await damageAfter(t, (files) => files.set('checkpoint', note)), ['12 entry 700']);
});

t.test('wrong use ends with 2 and says how it is used', async (t) => {
  const folder = t.testdir();
  writeFiles(folder, good);
  const usage = { error: { code: 'verify.usage', next: /FOLDER/ } };
  for (const args of [[], [join(folder, 'nowhere')], [folder, '--key', 'rubbish'], [folder, '--colour']]) {
    const { status, stdout } = run([...args, '--json']);
    t.equal(status, 2, args.join(' '));
    t.match(JSON.parse(stdout), usage);
  }
  await t.rejects(damageIn(join(folder, 'checkpoint')), /no such folder/);
  await t.rejects(damageIn(folder, join(folder, 'nowhere')), /no such file/);
});

t.test('the verifier stands alone: one file, node built-ins only, run from any folder', async (t) => {
  const source = readFileSync(script, 'utf8');
  const imported = [
    ...source.matchAll(/(?:^import .*from |^\} from |^import |\bimport\(|\brequire\()'([^']+)'/gm),
  ].map((match) => match[1] ?? '');
  t.ok(imported.length >= 5);
  t.same(
    imported.filter((name) => !name.startsWith('node:')),
    [],
  );
  t.notMatch(source, /Temporal/, 'plain Node 22 has none');
  const folder = t.testdir();
  copyFileSync(script, join(folder, 'verify-ledger.ts'));
  writeFiles(join(folder, 'export'), good);
  const { status, stderr } = spawnSync(process.execPath, ['verify-ledger.ts', 'export'], { cwd: folder });
  t.equal(status, 0, String(stderr));
});

t.test('what a hostile folder says does not reach the terminal as it is', async (t) => {
  const folder = t.testdir();
  writeFiles(folder, new Map([...good, ['key.vkey', '\u001b[2Jx\u202e']]));
  const { stdout } = run([folder]);
  t.notMatch(stdout, /\u001b|\u202e/);
  t.match(stdout, /\\u\{1b\}/);
});
