import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { proveEvidence } from '../../scripts/verify-ledger.ts';
import { unpacked } from '../../src/station/backup/archive.ts';
import { sha256Of } from '../support/cards.ts';
import { apiStation } from './api-station.ts';
import { approved } from './approved.ts';

const film = Buffer.alloc(300_000, 'film');
const api = await apiStation(t, { film });
const { db, places, room } = api.station;
const { own } = api.evidence;
const url = `/api/v1/evidence/${own}/export`;

const take = async () =>
  await api.app.inject({ method: 'GET', url, headers: { authorization: 'Bearer clerk' } });
const left = (type: string): number =>
  db.prepare<[string], number>('SELECT count(*) FROM view_entry WHERE type = ?').pluck().get(type) ?? 0;

t.test('nobody takes an item with its proofs without an approved request', async (t) => {
  t.match((await take()).json(), { code: 'access.may_not_copy' });
  t.same([left('evidence.downloaded'), left('evidence.exported')], [0, 0]);
});

t.test('with one it leaves as a tar that an outsider proves, and both entries stand', async (t) => {
  await approved(api, 'clerk', { kind: 'copy', evidence: own });
  const answer = await take();
  t.equal(answer.statusCode, 200);
  t.equal(answer.headers['content-type'], 'application/x-tar');
  t.same([left('evidence.downloaded'), left('evidence.exported')], [1, 1]);
  const folder = mkdtempSync(join(tmpdir(), 'docket-tar-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const out = join(folder, 'item');
  mkdirSync(out);
  for await (const { name, content } of unpacked(
    (async function* () {
      yield answer.rawPayload;
    })(),
  )) {
    const pieces: Uint8Array[] = [];
    for await (const piece of content) pieces.push(piece);
    writeFileSync(join(out, name), Buffer.concat(pieces));
  }
  t.equal(sha256Of(readFileSync(join(out, 'original.mp4'))), sha256Of(film));
  const key = readFileSync(places.vkey, 'utf8').trim();
  t.match(await proveEvidence(out, { key, checkpoint: [] }), { ok: true, evidence: own });
});

t.test('what is not what the ledger says does not leave, and is no entry', async (t) => {
  const { vault } = room;
  const { reread } = vault;
  vault.reread = async () => ({ found: 'other', actual: 'f'.repeat(64) }) as never;
  t.teardown(() => {
    vault.reread = reread;
  });
  t.match((await take()).json(), { code: 'station.object_unsound' });
  t.same([left('evidence.downloaded'), left('evidence.exported')], [1, 1]);
});
