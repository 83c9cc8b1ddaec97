import { createHash } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
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
import { StationError } from './error.ts';
import { emptyFolder } from './export-ledger.ts';
import type { OrderArgs } from './orders.ts';

interface EvidenceRow {
  readonly evidence: string;
  readonly sha256: string;
  readonly blake3: string;
  readonly bytes: number;
  readonly path: string;
  readonly stored: string | null;
}

/** A file of the export with what it must hash to. */
interface ExportedFile {
  readonly file: string;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Writes one original with its sidecars and the proof that the ledger knew it: every entry about the item byte for
 * byte, for each an inclusion proof (c2sp.org/tlog-proof) under the newest signed checkpoint, and the public key. The
 * bytes are hashed again on the way out; an original that is not what the ledger says is not exported.
 */
export async function exportEvidence(
  station: Station,
  { evidence, destination }: OrderArgs<'exportEvidence'>,
  actor: Actor,
): Promise<unknown> {
  const { db, room, places, file } = station;
  const row = db
    .prepare<[string], EvidenceRow>(
      'SELECT evidence, sha256, blake3, bytes, path, stored FROM view_evidence WHERE evidence = ?',
    )
    .get(evidence);
  if (row === undefined) throw new StationError('station.evidence_unknown', { evidence });
  if (row.stored === null)
    throw new StationError('station.object_unsound', { evidence, found: 'not stored yet' });
  const folder = resolve(destination);
  await emptyFolder(folder);
  const original = await writeObject(station, evidence, row, folder, `original${extensionOf(row.path)}`);
  const sidecars: ExportedFile[] = [];
  const known = db
    .prepare<[string], { path: string; sha256: string; bytes: number }>(
      'SELECT path, sha256, bytes FROM view_sidecar WHERE evidence = ? ORDER BY path',
    )
    .all(evidence);
  for (const [i, sidecar] of known.entries()) {
    sidecars.push(
      await writeObject(station, evidence, sidecar, folder, `sidecar-${i + 1}${extensionOf(sidecar.path)}`),
    );
  }
  await room.ledger.append([
    {
      type: 'evidence.exported',
      actor,
      subject: { kind: 'evidence', id: evidence },
      data: { sha256: row.sha256, bytes: row.bytes },
      personal: { destination: folder },
    },
  ]);
  const { size, note } = await publishLog(room.ledger, db, room.vault);
  const entries = await writeProofs(station, evidence, size, note, folder);
  await writeFile(join(folder, 'key.vkey'), readFileSync(places.vkey), { flag: 'wx' });
  await writeFile(join(folder, 'checkpoint'), note, { flag: 'wx' });
  const manifest = { evidence, ledger: file.origin, size, original, sidecars, entries };
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx' });
  return { ...manifest, destination: folder };
}

async function writeObject(
  { room }: Station,
  evidence: string,
  { path, sha256, bytes }: { readonly path: string; readonly sha256: string; readonly bytes: number },
  folder: string,
  name: string,
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
  await pipeline(Readable.from(counted()), createWriteStream(join(folder, name), { flags: 'wx' }));
  const found = hash.digest('hex');
  if (found !== sha256 || seen !== bytes) {
    throw new StationError('station.object_unsound', { evidence, found: `${found}, ${seen} bytes` });
  }
  return { file: name, path, sha256, bytes };
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
