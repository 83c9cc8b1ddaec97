import { createHash } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import { unlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Actor } from '../custody/entry.ts';
import { tileSource } from '../custody/ledger-tiles.ts';
import { inclusionProof } from '../custody/proof.ts';
import { publishLog } from '../custody/publish-log.ts';
import { TileHashReader } from '../custody/tile-hashes.ts';
import { formatTlogProof } from '../custody/tlog-proof.ts';
import type { Station } from '../station.ts';
import type { OriginalFacts } from '../vault/contract.ts';
import { StationError } from './error.ts';
import { emptyFolder, writingTo } from './export-ledger.ts';
import type { OrderArgs } from './orders.ts';
import { RetentionError } from './retention/error.ts';
import { disposalOf } from './retention/hold-deeds.ts';

/** An original or sidecar with the entry that witnesses it, and the salt that opens the entry's word on its path. */
interface Witnessed extends OriginalFacts {
  readonly path: string;
  readonly entry: number;
  readonly salt: Buffer;
}

/** A file of the export with what it must hash to, and what proves the path that it had on the recorder. */
interface ExportedFile {
  readonly file: string;
  readonly path: string;
  /** Place of the entry whose data holds the digest and whose `commit.path` is SHA-256(salt || path). */
  readonly entry: number;
  readonly salt: string;
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Writes one original with its sidecars and the proof that the ledger knew it: every entry about the item byte for
 * byte, for each an inclusion proof (c2sp.org/tlog-proof) under the newest signed checkpoint, and the public key. Every
 * object is re-read first: one that is not what the ledger says is not exported. Then the entry is committed, then
 * anything is written; the bytes are hashed again on the way out. `scripts/verify-ledger.ts` proves the folder.
 */
export async function exportEvidence(
  station: Station,
  { evidence, destination }: OrderArgs<'exportEvidence'>,
  actor: Actor,
): Promise<unknown> {
  const { db, room, places, file } = station;
  const [original, ...sidecars] = witnessedBy(station, evidence);
  if (original === undefined) throw new StationError('station.evidence_unknown', { evidence });
  const disposal = disposalOf(db, evidence);
  if (disposal !== null) throw new RetentionError('retention.evidence_disposed', { evidence, disposal });
  if (!isStored(station, evidence))
    throw new StationError('station.object_unsound', { evidence, found: 'not stored yet' });
  const folder = resolve(destination);
  await emptyFolder(folder);
  for (const one of [original, ...sidecars]) await requireSound(station, evidence, one);
  await room.ledger.append([
    {
      type: 'evidence.exported',
      actor,
      subject: { kind: 'evidence', id: evidence },
      data: { sha256: original.sha256, bytes: original.bytes },
      personal: { destination: folder },
    },
  ]);
  return await writingTo(folder, async () => {
    const written: ExportedFile[] = [];
    for (const [i, one] of sidecars.entries())
      written.push(await writeObject(station, evidence, one, folder, `sidecar-${i + 1}`));
    const first = await writeObject(station, evidence, original, folder, 'original');
    const { size, note } = await publishLog(room.ledger, db, room.vault);
    const entries = await writeProofs(station, evidence, size, note, folder);
    await writeFile(join(folder, 'key.vkey'), readFileSync(places.vkey), { flag: 'wx' });
    await writeFile(join(folder, 'checkpoint'), note, { flag: 'wx' });
    const manifest = { evidence, ledger: file.origin, size, original: first, sidecars: written, entries };
    await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx' });
    return { ...manifest, destination: folder };
  });
}

/** The original first, then its sidecars by path. */
function witnessedBy({ db }: Station, evidence: string): readonly Witnessed[] {
  return db
    .prepare<[string], Witnessed>(
      `SELECT json_extract(e.data, '$.sha256') AS sha256, json_extract(e.data, '$.blake3') AS blake3,
         json_extract(e.data, '$.bytes') AS bytes, p.value AS path, p.salt, e.seq AS entry
       FROM (SELECT v.seq, v.type, json_extract(CAST(l.leaf AS TEXT), '$.data') AS data
             FROM view_entry v JOIN ledger_entry l USING (seq)
             WHERE v.subject = ? AND v.type IN ('recording.secured', 'sidecar.stored')) e
       JOIN ledger_personal p ON p.seq = e.seq AND p.field = 'path'
       ORDER BY e.type, p.value, e.seq`,
    )
    .all(`evidence:${evidence}`);
}

function isStored({ db }: Station, evidence: string): boolean {
  const stored = db.prepare<[string], string | null>('SELECT stored FROM view_evidence WHERE evidence = ?');
  return typeof stored.pluck().get(evidence) === 'string';
}

async function requireSound({ room }: Station, evidence: string, facts: OriginalFacts): Promise<void> {
  const reread = await room.vault.reread(facts);
  if (reread.found === 'equal') return;
  const found = reread.found === 'missing' ? 'missing from the vault' : reread.actual;
  throw new StationError('station.object_unsound', { evidence, found });
}

async function writeObject(
  { room }: Station,
  evidence: string,
  { path, sha256, bytes, entry, salt }: Witnessed,
  folder: string,
  stem: string,
): Promise<ExportedFile> {
  const hash = createHash('sha256');
  let seen = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of room.vault.read(sha256)) {
      hash.update(chunk);
      seen += chunk.length;
      yield chunk;
    }
  };
  const file = `${stem}${extensionOf(path)}`;
  const to = createWriteStream(join(folder, file), { flags: 'wx', flush: true });
  await pipeline(Readable.from(counted()), to);
  const found = hash.digest('hex');
  if (found !== sha256 || seen !== bytes) {
    // What differs from the ledger must not lie where it may be taken for the original.
    await unlink(join(folder, file));
    throw new StationError('station.object_unsound', { evidence, found: `${found}, ${seen} bytes` });
  }
  return { file, path, entry, salt: salt.toString('hex'), sha256, bytes };
}

/** The extension as the recorder wrote it, where it is a harmless one: the name itself may be hostile. */
function extensionOf(path: string): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(path)?.[0].toLowerCase() ?? '';
}

async function writeProofs(
  { db }: Station,
  evidence: string,
  size: number,
  note: string,
  folder: string,
): Promise<readonly { seq: number; type: string; at: string; leaf: string; proof: string }[]> {
  const rows = db
    .prepare<[string, number], { seq: number; type: string; at: string; leaf: Buffer }>(
      `SELECT e.seq, v.type, v.at, e.leaf FROM view_entry v JOIN ledger_entry e USING (seq)
       WHERE v.subject = ? AND v.seq < ? ORDER BY v.seq`,
    )
    .all(`evidence:${evidence}`, size);
  const hashes = new TileHashReader(tileSource(db), size);
  const written = [];
  for (const { seq, type, at, leaf } of rows) {
    const names = { leaf: `entry-${seq}.json`, proof: `entry-${seq}.tlog-proof` };
    const proof = formatTlogProof({
      extra: null,
      index: seq,
      hashes: inclusionProof(seq, size, hashes),
      checkpoint: note,
    });
    await writeFile(join(folder, names.leaf), leaf, { flag: 'wx' });
    await writeFile(join(folder, names.proof), proof, { flag: 'wx' });
    written.push({ seq, type, at, ...names });
  }
  return written;
}
