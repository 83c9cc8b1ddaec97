import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { openTlogProof } from '../../src/custody/tlog-proof.ts';
import { parseVkey } from '../../src/custody/vkey.ts';
import { gaName, makeCard, putFile, sha256Of } from '../support/cards.ts';
import { heardHere } from '../support/docket-here.ts';
import { docketHere } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';

interface Listed {
  readonly evidence: readonly {
    readonly evidenceId: string;
    readonly securedAt: string;
    readonly recorder: string;
  }[];
  readonly next: string | null;
}

async function stationWithEvidence() {
  const station = await testStation(t);
  const mine = await makeCard(join(station.folder, 'mine'), 'mine', {
    [gaName(1)]: 3000,
    [gaName(2)]: 2000,
    [gaName(3)]: 1000,
  });
  await putFile(mine.root, gaName(1).replace('.mp4', '.txt'), 20);
  const theirs = await makeCard(join(station.folder, 'theirs'), 'theirs', { [gaName(1, '7654321')]: 400 });
  for (const card of [mine, theirs]) await docketHere(station, ['ingest', card.root]);
  const list = async (...args: string[]): Promise<Listed> =>
    (await docketHere(station, ['evidence', 'list', ...args])).json as Listed;
  return { station, mine, list };
}

/** One station for every test here: none of them changes what another one looks at. */
const { station, mine, list } = await stationWithEvidence();

t.test('evidence is listed whole, in pages, and by what it is asked for', async (t) => {
  const all = await list();
  t.equal(all.evidence.length, 4);
  t.equal(all.next, null);
  t.match(all.evidence[0], {
    evidenceId: /^ST01-\d{4}-0000001$/,
    recorder: '1234567',
    docking: 'ST01-D000001',
    path: /^DCIM\/VIDEO\/A11_1234567_222222_/,
    sha256: /^[0-9a-f]{64}$/,
    named: { device: '1234567', officer: '222222', start: /^2026-09-02T08:00:0\d$/, important: false },
    state: 'stored',
    securedAt: /Z$/,
  });

  const seen: string[] = [];
  let after: readonly string[] = [];
  for (;;) {
    const page = await list('--limit', '3', ...after);
    seen.push(...page.evidence.map((one) => one.evidenceId));
    if (page.next === null) break;
    after = ['--after', page.next];
  }
  t.strictSame(
    seen,
    all.evidence.map((one) => one.evidenceId),
    'pages leave nothing out and repeat nothing',
  );
  const newest = await list('--newest', '--limit', '1');
  t.equal(newest.evidence[0]?.evidenceId, seen.at(-1));

  t.equal((await list('--recorder', '7654321')).evidence.length, 1);
  t.equal((await list('--officer', '222222')).evidence.length, 4);
  t.equal((await list('--officer', '000000')).evidence.length, 0);
  t.equal((await list('--state', 'secured')).evidence.length, 0);
  const at = all.evidence[2]?.securedAt ?? '';
  const since = await list('--since', at);
  const until = await list('--until', at);
  t.equal(since.evidence.length + until.evidence.length, 4, 'every item is on one side of an instant');
  t.ok(
    since.evidence.some((one) => one.securedAt === at),
    'since takes the instant itself in',
  );

  const missing = await docketHere(station, ['evidence', 'list', '--docking', 'ST01-D000077']);
  t.equal(missing.code, 2);
  t.match(missing.json, { error: { code: 'cli.docking_unknown', field: 'docking' } });
});

t.test(
  'of one docking it is also told what was left on the recorder, why, and what became of it',
  async (t) => {
    const station = await testStation(t, { vault: { reserveMebibytes: 1_048_576 } });
    const card = await makeCard(join(station.folder, 'card'), 'left', { [gaName(1)]: 3000 });
    await docketHere(station, ['ingest', card.root]);
    const left = async () => await docketHere(station, ['evidence', 'list', '--docking', 'ST01-D000001']);
    t.match((await left()).json, {
      evidence: [],
      left: [{ path: gaName(1), bytes: 3000, state: 'deferred', reason: /^vault_full: /, evidenceId: null }],
    });
    t.match((await docketHere(station, ['status'])).json, { counts: { evidence: 0, left: 1 } });
    await station.configure({});
    await docketHere(station, ['ingest', card.root]);
    t.match((await left()).json, { left: [{ evidenceId: /-0000001$/ }] });
    t.match((await docketHere(station, ['status'])).json, { counts: { evidence: 1, left: 0 } });
  },
);

t.test('one item is shown with where it lies, how long it is locked, and its custody in words', async (t) => {
  await docketHere(station, ['ingest', mine.root]);
  const id = (await list()).evidence[0]?.evidenceId ?? '';
  const { json } = await docketHere(station, ['evidence', 'show', id]);
  t.match(json, {
    evidenceId: id,
    digests: { sha256: /^[0-9a-f]{64}$/, blake3: /^[0-9a-f]{64}$/, sm3: null },
    original: { objectPath: join(station.vault, 'originals'), retainUntil: /Z$/, immutable: false },
  });
  const { history } = json as { history: readonly { type: string; words: string }[] };
  const types = history.map((one) => one.type).filter((type) => type !== 'sidecar.stored');
  t.strictSame(types, ['recording.secured', 'recording.stored', 'original.held', 'recordings.recognised']);
  for (const { words } of history) t.notMatch(words, /[{}]/, 'no hole is left in the words');
  const text = await heardHere(['evidence', 'show', id, '--config', station.config, '--data', station.data], {
    language: 'zh',
  });
  t.match(text.out, /保管经过\n.*从执法记录仪 1234567 完整读取/);
  t.match((await docketHere(station, ['evidence', 'show', 'ST01-X'])).json, {
    error: { code: 'station.evidence_unknown' },
  });
});

t.test('an export proves itself to someone who has nothing but the public key', async (t) => {
  const id = (await list()).evidence[0]?.evidenceId ?? '';
  const folder = join(station.folder, 'export');
  const ran = await station.run(['evidence', 'export', id, folder]);
  t.equal(ran.code, 0, ran.stdout);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const original = readFileSync(join(folder, manifest.original.file));
  t.ok(mine.recordings.some(({ sha256 }) => sha256 === sha256Of(original)));
  t.equal(sha256Of(original), manifest.original.sha256);
  const vkey = readFileSync(join(folder, 'key.vkey'), 'utf8').trim();
  const key = parseVkey(vkey);
  t.ok(manifest.entries.length >= 3);
  for (const { leaf, proof } of manifest.entries) {
    const bytes = readFileSync(join(folder, leaf));
    const checkpoint = openTlogProof(readFileSync(join(folder, proof)), bytes, [key], key.name);
    t.equal(checkpoint.size, manifest.size);
    t.throws(() =>
      openTlogProof(
        readFileSync(join(folder, proof)),
        Buffer.concat([bytes, Buffer.from(' ')]),
        [key],
        key.name,
      ),
    );
  }
  const again = await docketHere(station, ['evidence', 'export', id, folder]);
  t.equal(again.code, 6, 'an older export is never overwritten');
  t.match(again.json, { error: { code: 'station.destination_exists' } });
});
