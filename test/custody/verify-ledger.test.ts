import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { prove, type Report } from '../../scripts/verify-ledger.ts';
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

interface Answer {
  readonly codes: readonly number[];
  readonly places: readonly string[];
  readonly report: Report;
}

const withKey = { key: signer.vkey, checkpoint: [] };

async function verify(
  folder: string,
  options: { readonly key?: string; readonly checkpoint?: readonly string[] } = withKey,
): Promise<Answer> {
  const report = await prove(folder, { key: options.key, checkpoint: options.checkpoint ?? [] });
  const { damage } = report;
  return { report, codes: damage.map((one) => one.code), places: damage.map((one) => one.place) };
}

/** Verifies the good folder after `spoil` has changed its files, with the right key in hand. */
function verifySpoilt(t: Test, spoil: (files: Files) => void): Promise<Answer> {
  const files = new Map(good);
  spoil(files);
  const folder = t.testdir();
  writeFiles(folder, files);
  return verify(folder);
}

/** The command as an outsider runs it. */
function run(...args: string[]) {
  return spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DOCKET_LANG: 'en' },
  });
}

const bytesAt = (files: Files, name: string): Buffer => Buffer.from(files.get(name) ?? Buffer.alloc(0));

function turn(files: Files, name: string, at: number): void {
  const bytes = bytesAt(files, name);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  files.set(name, bytes);
}

/** The ledger's leaves in another order or number, bundled as the file names say. */
function rebundle(files: Files, leaves: readonly Buffer[]): void {
  files.set('tile/entries/000', encodeBundle(leaves.slice(0, 256)));
  files.set('tile/entries/001', encodeBundle(leaves.slice(256, 512)));
  files.set('tile/entries/002.p/188', encodeBundle(leaves.slice(512, 700)));
}

/** What someone could write who has no key: every file remade from other entries, but the checkpoint kept. */
function forge(files: Files, other: SampleLedger): void {
  for (const [name, content] of exportFiles(other, freshSigner()))
    if (name.startsWith('tile/') || name === 'personal.jsonl') files.set(name, content);
}

t.test('a whole export is proved, and the report says what was proved', async (t) => {
  const { status, report } = await verifySpoilt(t, () => {});
  t.equal(status, 0);
  t.match(report, {
    ok: true,
    size: 700,
    origin: signer.name,
    damage: [],
    keyFrom: 'given',
    olderCheckpoints: 2,
  });
  t.match(report, { personalValues: 700, root: /^[0-9a-f]{64}$/ });
});

t.test('an empty ledger, one entry and exactly full tiles are proved as well', async (t) => {
  for (const size of [0, 1, 256, 512]) {
    const folder = t.testdir();
    writeFiles(folder, exportFiles(sampleLedger(size), signer));
    t.match(await verify(folder, '--key', signer.vkey), { report: { ok: true, size } });
  }
});

t.test('a key from the folder itself is said to prove nothing about who signed', async (t) => {
  const folder = t.testdir();
  writeFiles(folder, good);
  t.match(await verify(folder), { report: { keyFrom: 'folder' } });
  const env = { ...process.env, DOCKET_LANG: 'en' };
  const plain = spawnSync(process.execPath, [script, folder], { encoding: 'utf8', env });
  t.match(plain.stdout, /^PROVED: 700 entries/);
  t.match(plain.stdout, /nothing about who signed/);
  const given = spawnSync(process.execPath, [script, folder, '--key', join(folder, 'key.vkey')], {
    encoding: 'utf8',
    env: { ...env, DOCKET_LANG: 'zh' },
  });
  t.match(given.stdout, /^验证通过/);
  t.notMatch(given.stdout, /--key/);
});

t.test('an altered entry is found at its place: exit 10', async (t) => {
  const leaf = ledger.leaves[300] ?? Buffer.alloc(0);
  const spoilt = (change: (text: string) => string) => (files: Files) =>
    rebundle(files, ledger.leaves.with(300, Buffer.from(change(leaf.toString('utf8')))));
  const changes: Record<string, (text: string) => string> = {
    'a value': (text) => text.replace('"readOnly":true', '"readOnly":null'),
    'its length': (text) => text.replace('docking.started', 'docking.listed'),
    'its number': (text) => text.replace('"seq":300', '"seq":999'),
    'its number, to that of another': (text) => text.replace('"seq":300', '"seq":301'),
    'its time': (text) => text.replace('10:05:00', '10:05:01'),
    'white space': (text) => text.replace(':', ': '),
    'to rubbish': () => 'rubbish',
    'to nothing': () => '',
  };
  for (const [what, change] of Object.entries(changes))
    t.match(await verifySpoilt(t, spoilt(change)), { codes: [10], places: ['entry 300'] }, what);
});

t.test('one turned bit anywhere in a bundle is found: exit 10', async (t) => {
  const name = 'tile/entries/002.p/188';
  const bytes = bytesAt(good, name).length;
  // The two bytes of the first and last length prefix among them.
  const last = bytes - 2 - (ledger.leaves[699]?.length ?? 0);
  for (const at of [0, 1, 2, 3, Math.floor(bytes / 2), last, last + 1, bytes - 1])
    t.match(
      await verifySpoilt(t, (files) => turn(files, name, at)),
      { report: { ok: false } },
      `byte ${at}`,
    );
});

t.test('an altered hash tile is found by its name: exit 10', async (t) => {
  for (const name of ['tile/0/000', 'tile/0/002.p/188', 'tile/1/000.p/2'])
    t.match(
      await verifySpoilt(t, (files) => turn(files, name, 40)),
      { codes: [10], places: [name] },
      name,
    );
});

t.test('a personal value that is not the committed one is found by its line: exit 10', async (t) => {
  const lines = String(good.get('personal.jsonl')).split('\n');
  const change = (from: string, to: string) => (files: Files) =>
    files.set('personal.jsonl', lines.with(5, lines[5]?.replace(from, to) ?? '').join('\n'));
  const place = /^personal\.jsonl line 6/;
  for (const [from, to] of [
    ['张三', '李四'],
    ['"salt":"', '"salt":"00'],
    ['"field":"root"', '"field":"case"'],
    ['"seq":5', '"seq":6'],
    ['"seq":5', '"seq":700'],
    ['{', ''],
  ])
    t.match(
      await verifySpoilt(t, change(from ?? '', to ?? '')),
      { places: [place] },
      `${from} to ${to}`,
    );
  t.match(
    await verifySpoilt(t, (files) => files.delete('personal.jsonl')),
    {  },
    'they may be left out',
  );
});

t.test('entries rewritten with all their tiles are found by the signed root: exit 10', async (t) => {
  const other = sampleLedger(700);
  const answer = await verifySpoilt(t, (files) =>
    forge(files, { ...other, leaves: [...ledger.leaves.slice(0, 200), ...other.leaves.slice(200)] }),
  );
  t.equal(answer.status, 10);
  t.ok(answer.places.includes('entries 100 to 699'), 'the older checkpoint at 100 still holds');
});

t.test('a missing or reordered entry is found at its place: exit 11', async (t) => {
  const { leaves } = ledger;
  const swapped = leaves.with(10, leaves[600] ?? Buffer.of()).with(600, leaves[10] ?? Buffer.of());
  t.match(
    await verifySpoilt(t, (files) => rebundle(files, swapped)),
    { codes: [11], places: ['entry 10'] },
  );
  const without = leaves.toSpliced(300, 1);
  t.match(
    await verifySpoilt(t, (files) => rebundle(files, without)),
    { codes: [11], places: ['entry 300'] },
  );
  const twice = leaves.toSpliced(300, 0, leaves[299] ?? Buffer.of());
  t.match(
    await verifySpoilt(t, (files) => rebundle(files, twice)),
    { codes: [11], places: ['entry 300'] },
  );
  t.match(
    await verifySpoilt(t, (files) => files.delete('tile/entries/001')),
    { codes: [11], places: ['entry 256'] },
    'a bundle is gone',
  );
  t.match(
    await verifySpoilt(t, (files) => files.set('tile/entries/001', encodeBundle(leaves.slice(256, 500)))),
    { codes: [11], places: ['entry 500'] },
    'a bundle is short',
  );
  t.match(
    await verifySpoilt(t, (files) => files.delete('tile/0/001')),
    { places: ['tile/0/001'] },
  );
  t.match(
    await verifySpoilt(t, (files) => files.delete('tile/1/000.p/2')),
    { places: ['tile/1/000.p/2'] },
  );
});

t.test('a station that signed entries out of order is found out: exit 11', async (t) => {
  const swapped = ledger.leaves
    .with(3, ledger.leaves[4] ?? Buffer.of())
    .with(4, ledger.leaves[3] ?? Buffer.of());
  const folder = t.testdir();
  writeFiles(folder, exportFiles({ leaves: swapped, personal: ledger.personal }, signer));
  t.match(await verify(folder, '--key', signer.vkey), { places: ['entry 3'] });
});

t.test('a clock that went back is found out, with any number of decimals: exit 11', async (t) => {
  const { makeLeaf } = await import('../../src/custody/leaf.ts');
  const ledgerAt = (...times: string[]): SampleLedger => {
    const made = times.map((at, i) => makeLeaf(sampleDraft(i), i, `2026-09-02T10:00:${at}Z`));
    return { leaves: made.map((one) => one.leaf), personal: made.map((one) => one.personal) };
  };
  const folder = t.testdir();
  writeFiles(folder, exportFiles(ledgerAt('00', '00.5', '00.5', '00.500000001', '01'), signer));
  t.match(await verify(folder, '--key', signer.vkey), {  });
  writeFiles(folder, exportFiles(ledgerAt('00', '00.5', '00', '00.4', '01'), signer));
  t.match(await verify(folder, '--key', signer.vkey), { places: ['entry 2'] });
});

t.test('newest entries cut off are found: exit 12', async (t) => {
  const cut = (size: number) => (files: Files) => {
    for (const name of [...files.keys()]) if (name.startsWith('tile/')) files.delete(name);
    const shorter = { leaves: ledger.leaves.slice(0, size), personal: ledger.personal.slice(0, size) };
    forge(files, shorter);
  };
  for (const size of [699, 600, 512, 511, 256, 1])
    t.match(
      await verifySpoilt(t, cut(size)),
      { codes: [12], places: [`entry ${size}`] },
      `cut to ${size}, tiles and all`,
    );
  t.match(
    await verifySpoilt(t, (files) => files.delete('tile/entries/002.p/188')),
    { codes: [12], places: ['entry 512'] },
    'the last bundle is gone',
  );
  t.match(
    await verifySpoilt(t, (files) =>
      files.set('tile/entries/002.p/188', bytesAt(files, 'tile/entries/002.p/188').subarray(0, -9)),
    ),
    { codes: [12], places: ['entry 699'] },
    'the last entry is cut in the middle',
  );
});

t.test(
  'a whole folder put back to an older state is found by a checkpoint kept elsewhere: exit 12',
  async (t) => {
    const older = { leaves: ledger.leaves.slice(0, 400), personal: ledger.personal.slice(0, 400) };
    const folder = t.testdir({ kept: signHead(ledger.leaves, 500, signer) });
    writeFiles(join(folder, 'export'), exportFiles(older, signer));
    const key = ['--key', signer.vkey];
    t.match(await verify(join(folder, 'export'), ...key), {  }, 'nothing shows without it');
    const kept = join(folder, 'kept');
    t.match(await verify(join(folder, 'export'), ...key, '--checkpoint', kept), { places: [kept] });
    const regrown = sampleLedger(600);
    const leaves = [...older.leaves, ...regrown.leaves.slice(400)];
    writeFiles(join(folder, 'regrown'), exportFiles({ leaves, personal: [] }, signer));
    const answer = await verify(join(folder, 'regrown'), ...key, '--checkpoint', kept);
    t.match(
      answer,
      { codes: [12], places: [`${kept}: entries 0 to 499`] },
      'also when it grew on since',
    );
  },
);

t.test('a checkpoint put back while the entries stayed is found: exit 12', async (t) => {
  const answer = await verifySpoilt(t, (files) => files.set('checkpoint', signHead(ledger.leaves, 300, signer)));
  t.match(answer, { report: { size: 300 } });
});

t.test('a checkpoint in the folder that is newer than the head is found: exit 12', async (t) => {
  const longer = sampleLedger(701);
  const answer = await verifySpoilt(t, (files) =>
    files.set('checkpoints/000000000701', signHead(longer.leaves, 701, signer)),
  );
  t.match(answer, { codes: [12], places: ['checkpoints/000000000701'] });
});

t.test('a checkpoint that the key has not signed as it stands is found: exit 13', async (t) => {
  const edit = (from: string, to: string) => (files: Files) =>
    files.set('checkpoint', String(files.get('checkpoint')).replace(from, to));
  const spoils: Record<string, (files: Files) => void> = {
    'another size': edit('\n700\n', '\n701\n'),
    'another origin': edit('docket.example', 'docket.exbmple'),
    'a size past all bounds': edit('\n700\n', '\n999999999999999\n'),
    'no signature': (files) => files.set('checkpoint', 'docket.example/ST01\n700\n'),
    'no file': (files) => files.delete('checkpoint'),
    'no UTF-8': (files) => files.set('checkpoint', Buffer.of(0xff, 0xfe)),
    'another key': (files) => files.set('checkpoint', signHead(ledger.leaves, 700, freshSigner())),
  };
  for (const [what, spoil] of Object.entries(spoils))
    t.match(await verifySpoilt(t, spoil), { codes: [13], places: ['checkpoint'] }, what);
});

t.test('a folder signed anew with another key is found with the right key in hand: exit 13', async (t) => {
  const folder = t.testdir();
  const other = freshSigner();
  writeFiles(folder, exportFiles(sampleLedger(700), other, [100]));
  t.match(await verify(folder), { report: { keyFrom: 'folder' } }, 'it is whole in itself');
  t.match(await verify(folder, '--key', signer.vkey), { codes: [13], places: ['key.vkey'] });
});

t.test('a missing or damaged key in the folder matters where no key is given: exit 13', async (t) => {
  const folder = t.testdir();
  const files = new Map(good);
  files.set('key.vkey', signer.vkey.replace('+', '+0'));
  writeFiles(folder, files);
  t.match(await verify(folder), { codes: [13], places: ['key.vkey'] });
  files.delete('key.vkey');
  const bare = t.testdir();
  writeFiles(bare, files);
  t.match(await verify(bare), { places: ['key.vkey'] });
  t.match(await verify(bare, '--key', signer.vkey), {  });
});

t.test('an older checkpoint that is forged or foreign is found: exit 13', async (t) => {
  const folder = t.testdir();
  writeFiles(folder, good);
  const foreign = join(folder, 'foreign');
  writeFiles(folder, new Map([['foreign', signHead(ledger.leaves, 50, freshSigner())]]));
  t.match(await verify(folder, '--key', signer.vkey, '--checkpoint', foreign), { places: [foreign] });
  const answer = await verifySpoilt(t, (files) => turn(files, 'checkpoints/000000000100', 22));
  t.match(answer, { codes: [13], places: ['checkpoints/000000000100'] });
});

t.test('of several kinds of damage all are told, and the lowest is the exit code', async (t) => {
  const answer = await verifySpoilt(t, (files) => {
    turn(files, 'tile/entries/000', 40);
    files.delete('tile/entries/001');
    files.set('checkpoints/000000000701', signHead(sampleLedger(701).leaves, 701, signer));
    turn(files, 'checkpoints/000000000100', 22);
  });
  t.match(answer, { codes: [10, 11, 12, 13] });
});

t.test('an astronomical size, once signed, does not keep the verifier busy for ever', async (t) => {
  const root = Buffer.alloc(32, 1).toString('base64');
  const answer = await verifySpoilt(t, (files) =>
    files.set('checkpoint', signer.sign(`${signer.name}\n900000000000000\n${root}\n`)),
  );
  t.equal(answer.status, 12);
});

t.test('wrong use ends with 2 and says how it is used', async (t) => {
  const folder = t.testdir();
  writeFiles(folder, good);
  const usage = { report: { error: { code: 'verify.usage', next: /FOLDER/ } } };
  t.match(await verify(join(folder, 'nowhere')), usage);
  t.match(await verify(join(folder, 'checkpoint')), usage, 'a file is no folder');
  t.match(await verify(folder, '--key', 'rubbish'), usage);
  t.match(await verify(folder, '--checkpoint', join(folder, 'nowhere')), usage);
  t.match(await verify(folder, '--colour'), usage);
  t.match(await verify(folder, folder), usage);
});

t.test('the verifier stands alone: one file, node built-ins only, run from any folder', async (t) => {
  const source = readFileSync(script, 'utf8');
  const imported = [...source.matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'\)|\brequire\('([^']+)'\)/g)];
  t.ok(imported.length >= 5);
  t.same(
    imported.map((match) => match[1] ?? match[2] ?? match[3]).filter((name) => !name?.startsWith('node:')),
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
  const files = new Map(good);
  files.set('key.vkey', '\u001b[2Jx\u202e');
  writeFiles(folder, files);
  const { stdout } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  t.notMatch(stdout, /\u001b|\u202e/);
  t.match(stdout, /\\u\{1b\}/);
});
