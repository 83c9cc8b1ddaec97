import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { proveEvidence } from '../../scripts/verify-ledger.ts';
import { canonical } from '../../src/custody/canonical.ts';
import { openTlogProof } from '../../src/custody/tlog-proof.ts';
import { parseVkey } from '../../src/custody/vkey.ts';
import { exportEvidence } from '../../src/station/export-evidence.ts';
import { sha256Of } from '../support/cards.ts';
import {
  damageOf,
  edited,
  editedManifest,
  flipFileIn,
  foreignKey,
  linked,
  type SpoiltExport,
  without,
} from '../support/tamper-exports.ts';
import {
  clerk,
  dock,
  initialised,
  tamperFolder,
  tinyRecordings,
  working,
} from '../support/tamper-station.ts';

interface Exported {
  readonly evidence: string;
  readonly size: number;
  readonly original: { readonly file: string; readonly sha256: string; readonly entry: number };
  readonly sidecars: readonly { readonly file: string; readonly entry: number }[];
  readonly entries: readonly { readonly seq: number; readonly type: string }[];
}

const home = tamperFolder(t);
const made = await initialised(home);
const folder = join(home, 'export');
const [exported, another] = await working(made, async (station, dockings) => {
  await dock(dockings, join(home, 'card'), '1234567', tinyRecordings('1234567', 40));
  const withSidecar = station.db.prepare<[], string>('SELECT evidence FROM view_sidecar').pluck().get();
  const args = { evidence: withSidecar ?? '', destination: folder };
  // The answer is the manifest, with the shape that the test looks at.
  const first = (await exportEvidence(station, args, clerk)) as Exported;
  const without = station.db.prepare<[string], string>(
    'SELECT evidence FROM view_evidence WHERE evidence <> ?',
  );
  const other = { evidence: without.pluck().get(args.evidence) ?? '', destination: join(home, 'another') };
  return [first, (await exportEvidence(station, other, clerk)) as Exported];
});
const vkey = readFileSync(made.places.vkey, 'utf8').trim();
const script = join(import.meta.dirname, '../../scripts/verify-ledger.ts');

t.test('an exported item is proved by the one file that an outsider has', async (t) => {
  const report = await proveEvidence(folder, { key: vkey, checkpoint: [] });
  t.match(report, {
    ok: true,
    evidence: exported.evidence,
    size: exported.size,
    origin: made.file.origin,
    keyFrom: 'given',
    entries: exported.entries.length,
    files: ['original.mp4', 'sidecar-1.nmea'],
    damage: [],
  });
  t.ok(exported.entries.length >= 4, 'secured, stored, sidecar, and the export itself');
  t.equal(exported.entries.at(-1)?.type, 'evidence.exported');
  const env = { ...process.env, DOCKET_LANG: 'en' };
  const ran = spawnSync(process.execPath, [script, folder], { encoding: 'utf8', env });
  t.equal(ran.status, 0, ran.stderr);
  t.match(ran.stdout, /^PROVED: evidence ST01-2026-0000\d+ in docket\/ST01-/);
  t.match(ran.stdout, /nothing about who signed/);
  const zh = spawnSync(process.execPath, [script, folder, '--key', vkey], {
    encoding: 'utf8',
    env: { ...env, DOCKET_LANG: 'zh' },
  });
  t.match(zh.stdout, /^验证通过: docket\/ST01-.* 中的证据条目 ST01-/);
});

t.test('the exported bytes are the original, and every entry opens by its proof', async (t) => {
  const bytes = readFileSync(join(folder, exported.original.file));
  t.equal(sha256Of(bytes), exported.original.sha256);
  const key = parseVkey(vkey);
  for (const { seq } of exported.entries) {
    const proof = readFileSync(join(folder, `entry-${seq}.tlog-proof`));
    const leaf = readFileSync(join(folder, `entry-${seq}.json`));
    t.equal(openTlogProof(proof, leaf, [key], key.name).size, exported.size);
    leaf[40] = (leaf[40] ?? 0) ^ 1;
    t.throws(() => openTlogProof(proof, leaf, [key], key.name), { code: 'custody.proof_wrong' });
  }
});

const original = exported.original.file;
const secured = exported.original.entry;
const sidecar = exported.sidecars[0]?.entry ?? -1;
const stored = exported.entries.find((one) => one.type === 'recording.stored')?.seq ?? -1;
const half = (bytes: number): number => Math.floor(bytes / 2);

const spoilt: readonly SpoiltExport[] = [
  ...[() => 0, half, (bytes: number) => bytes - 1].map((at, i) => ({
    what: `a bit of the original turned (${i})`,
    spoil: flipFileIn(original, at),
    expected: [`16 ${original}`],
  })),
  {
    what: 'the original cut short',
    spoil: (at) => writeFileSync(join(at, original), readFileSync(join(at, original)).subarray(1)),
    expected: [`16 ${original}`],
  },
  { what: 'the original gone', spoil: without(original), expected: [`15 ${original}`] },
  { what: 'the original a link', spoil: linked(original), expected: [`16 ${original}`] },
  {
    what: 'another original with a manifest that says so',
    spoil: (at) => {
      const bytes = Buffer.from('not what the recorder recorded');
      writeFileSync(join(at, original), bytes);
      editedManifest((manifest) => {
        Object.assign(manifest.original, { sha256: sha256Of(bytes), bytes: bytes.length });
      })(at);
    },
    expected: [`16 manifest.json: original.sha256`],
  },
  {
    what: 'a bit of the sidecar turned',
    spoil: flipFileIn('sidecar-1.nmea', half),
    expected: ['16 sidecar-1.nmea'],
  },
  { what: 'the sidecar gone', spoil: without('sidecar-1.nmea'), expected: ['15 sidecar-1.nmea'] },
  {
    what: 'the sidecar gone, and the manifest knows of none',
    spoil: (at) => {
      without('sidecar-1.nmea')(at);
      editedManifest((manifest) => Object.assign(manifest, { sidecars: [] }))(at);
    },
    expected: [`15 the sidecar of entry ${sidecar}`],
  },
  {
    what: 'the sidecar posing as the original',
    spoil: editedManifest((manifest) => Object.assign(manifest, { original: manifest.sidecars[0] })),
    expected: ['16 manifest.json: original.entry'],
  },
  {
    what: 'a file out of the folder',
    spoil: editedManifest((manifest) =>
      Object.assign(manifest.original, { file: '../another/original.mp4' }),
    ),
    expected: ['16 manifest.json: original.file'],
  },
  {
    what: 'another name on the recorder',
    spoil: editedManifest((manifest) =>
      Object.assign(manifest.original, { path: 'DCIM/VIDEO/x_20200101.mp4' }),
    ),
    expected: ['16 manifest.json: original.path'],
  },
  {
    what: 'no salt for the name',
    spoil: editedManifest((manifest) => Object.assign(manifest.original, { salt: '' })),
    expected: ['16 manifest.json: original.path'],
  },
  { what: 'no manifest', spoil: without('manifest.json'), expected: ['15 manifest.json'] },
  {
    what: 'a manifest that is none',
    spoil: (at) => writeFileSync(join(at, 'manifest.json'), '['),
    expected: ['16 manifest.json: evidence'],
  },
  {
    what: 'another item’s name',
    spoil: editedManifest((manifest) => Object.assign(manifest, { evidence: another.evidence })),
    expected: [`10 entry ${secured}`],
  },
  {
    what: 'another ledger’s name',
    spoil: editedManifest((manifest) => Object.assign(manifest, { ledger: 'docket/ST02' })),
    expected: ['16 manifest.json: ledger'],
  },
  {
    what: 'a bit of an entry turned',
    spoil: flipFileIn(`entry-${stored}.json`, half),
    expected: [`10 entry ${stored}`],
  },
  {
    what: 'an entry that says another digest',
    spoil: edited(`entry-${secured}.json`, /"sha256":"[0-9a-f]{4}/, '"sha256":"0000'),
    expected: [`10 entry ${secured}`],
  },
  { what: 'an entry gone', spoil: without(`entry-${stored}.json`), expected: [`11 entry ${stored}`] },
  { what: 'a proof gone', spoil: without(`entry-${stored}.tlog-proof`), expected: [`11 entry ${stored}`] },
  {
    what: 'an entry gone with its proof and its line in the manifest',
    spoil: (at) => {
      without(`entry-${stored}.json`, `entry-${stored}.tlog-proof`)(at);
      editedManifest((manifest) => {
        const entries: readonly { seq: number }[] = manifest.entries;
        Object.assign(manifest, { entries: entries.filter((one) => one.seq !== stored) });
      })(at);
    },
    expected: ['11 the entry recording.stored'],
  },
  {
    what: 'two entries swapped',
    spoil: (at) => {
      const [a, b] = [join(at, `entry-${secured}.json`), join(at, `entry-${stored}.json`)];
      const kept = readFileSync(a);
      writeFileSync(a, readFileSync(b));
      writeFileSync(b, kept);
    },
    expected: [`10 entry ${secured}`],
  },
  {
    what: 'the proof of another place',
    spoil: edited(`entry-${stored}.tlog-proof`, `index ${stored}`, `index ${secured}`),
    expected: [`11 entry ${stored}`],
  },
  {
    what: 'a proof that is none',
    spoil: (at) => writeFileSync(join(at, `entry-${stored}.tlog-proof`), 'c2sp.org/tlog-proof@v1\n'),
    expected: [`10 entry-${stored}.tlog-proof`],
  },
  {
    what: 'a proof one hash short',
    spoil: edited(`entry-${stored}.tlog-proof`, /(index \d+\n).*\n/, '$1'),
    expected: [`10 entry ${stored}`],
  },
  {
    what: 'an entry that was never in the ledger',
    spoil: (at) => {
      const leaf: object = JSON.parse(readFileSync(join(at, `entry-${stored}.json`), 'utf8'));
      writeFileSync(join(at, 'entry-3.json'), canonical({ ...leaf, seq: 3 }));
      writeFileSync(join(at, 'entry-3.tlog-proof'), readFileSync(join(at, `entry-${stored}.tlog-proof`)));
    },
    expected: ['11 entry 3'],
  },
  {
    what: 'the checkpoint of a proof forged',
    spoil: edited(`entry-${stored}.tlog-proof`, `\n${exported.size}\n`, `\n${exported.size + 1}\n`),
    expected: [`13 entry-${stored}.tlog-proof`],
  },
  {
    what: 'the checkpoint forged',
    spoil: edited('checkpoint', `\n${exported.size}\n`, `\n${exported.size + 1}\n`),
    expected: ['13 checkpoint'],
  },
  {
    what: 'the checkpoint of a later export',
    spoil: (at) => writeFileSync(join(at, 'checkpoint'), readFileSync(join(home, 'another', 'checkpoint'))),
    expected: [`12 entry-${secured}.tlog-proof`, '16 manifest.json: size'],
  },
  { what: 'no checkpoint', spoil: without('checkpoint'), expected: ['13 checkpoint'] },
  {
    what: 'a foreign key',
    spoil: (at) => writeFileSync(join(at, 'key.vkey'), foreignKey(home, made.file.origin)),
    expected: ['13 key.vkey'],
  },
];

t.test('whatever is done to an exported item is found, and nothing else is blamed', async (t) => {
  let found = 0;
  for (const { what, spoil, expected } of spoilt) {
    const damage = await damageOf('evidence', folder, spoil, vkey);
    if (damage.length > 0) found += 1;
    t.same(damage, expected, what);
  }
  t.comment(`evidence exports: ${found} of ${spoilt.length} found`);
});

t.test('the verifier ends with the lowest code', async (t) => {
  for (const [code, name] of [
    [10, `entry-${stored}.json`],
    [16, original],
  ] as const) {
    const copy = join(home, `command-${code}`);
    spawnSync('cp', ['-a', folder, copy]);
    flipFileIn(name, half)(copy);
    const ran = spawnSync(process.execPath, [script, copy, '--json'], { encoding: 'utf8' });
    t.equal(ran.status, code, ran.stderr);
    t.match(JSON.parse(ran.stdout), { ok: false, damage: [{ code }] });
  }
});

t.test('a kept checkpoint of the same size must be the same', async (t) => {
  const same = join(folder, 'checkpoint');
  t.same((await proveEvidence(folder, { key: vkey, checkpoint: [same] })).damage, []);
  const later = join(home, 'another', 'checkpoint');
  t.same(
    (await proveEvidence(folder, { key: vkey, checkpoint: [later] })).damage,
    [],
    'a later one says nothing',
  );
});

t.test('an original that is not what the ledger says is not exported, and no act is recorded', async (t) => {
  await working(made, async (station) => {
    const size = (): unknown => station.db.prepare('SELECT count(*) FROM ledger_entry').pluck().get();
    const [sha256, object] = station.db
      .prepare<[string], [string, string]>(
        'SELECT e.sha256, o.object FROM view_evidence e JOIN view_original o USING (sha256) WHERE evidence = ?',
      )
      .raw()
      .get('ST01-2026-0000009') ?? ['', ''];
    const path = join(made.places.vault, object);
    const bytes = readFileSync(path);
    t.equal(sha256Of(bytes), sha256);
    flipFileIn(object, half)(made.places.vault);
    const before = size();
    const destination = join(home, 'unsound');
    const args = { evidence: 'ST01-2026-0000009', destination };
    await t.rejects(exportEvidence(station, args, clerk), { code: 'station.object_unsound' });
    t.same(readdirSync(destination), [], 'nothing of it lies there');
    t.equal(size(), before);
    writeFileSync(path, bytes);
    const unknown = { evidence: 'ST01-X', destination };
    await t.rejects(exportEvidence(station, unknown, clerk), { code: 'station.evidence_unknown' });
    await t.resolves(exportEvidence(station, args, clerk), 'put right it is exported, into the empty folder');
  });
});
