import { readFileSync } from 'node:fs';
import { tileSource } from '../custody/ledger-tiles.ts';
import { inclusionProof } from '../custody/proof.ts';
import { publishLog } from '../custody/publish-log.ts';
import { TileHashReader } from '../custody/tile-hashes.ts';
import { formatTlogProof } from '../custody/tlog-proof.ts';
import type { Station } from '../station.ts';
import type { OriginalFacts } from '../vault/contract.ts';
import type { Member } from './backup/archive.ts';
import { StationError } from './error.ts';
import { soundBytes } from './footage/sound-bytes.ts';
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

/** What of an item may leave, all of it as the ledger says. */
export interface Exportable {
  readonly evidence: string;
  readonly original: Witnessed;
  readonly sidecars: readonly Witnessed[];
}

/** Errors: `station.evidence_unknown`, `retention.evidence_disposed`, `station.object_unsound` (not stored yet). */
export function exportable(station: Station, evidence: string): Exportable {
  const { db } = station;
  const [original, ...sidecars] = witnessedBy(station, evidence);
  if (original === undefined) throw new StationError('station.evidence_unknown', { evidence });
  const disposal = disposalOf(db, evidence);
  if (disposal !== null) throw new RetentionError('retention.evidence_disposed', { evidence, disposal });
  if (!isStored(station, evidence))
    throw new StationError('station.object_unsound', { evidence, found: 'not stored yet' });
  return { evidence, original, sidecars };
}

/** Re-reads every object. Error: `station.object_unsound`. */
export async function requireSound(
  { room }: Station,
  { evidence, original, sidecars }: Exportable,
): Promise<void> {
  for (const facts of [original, ...sidecars]) {
    const reread = await room.vault.reread(facts);
    if (reread.found === 'equal') continue;
    const found = reread.found === 'missing' ? 'missing from the vault' : reread.actual;
    throw new StationError('station.object_unsound', { evidence, found });
  }
}

/**
 * Original and sidecars, every entry about the item byte for byte with its inclusion proof (c2sp.org/tlog-proof) under the
 * newest signed checkpoint, the public key, and last what binds them. Originals are hashed again on the way: one that is
 * not what the ledger says breaks off (`station.object_unsound`).
 */
export async function exportMembers(station: Station, { evidence, original, sidecars }: Exportable) {
  const { db, room, places, file } = station;
  const { size, note } = await publishLog(room.ledger, db, room.vault);
  const named = sidecars.map((one, i) => exportedFile(one, `sidecar-${i + 1}`));
  const first = exportedFile(original, 'original');
  const { entries, members: proofs } = proofMembers(station, evidence, size, note);
  const manifest = { evidence, ledger: file.origin, size, original: first, sidecars: named, entries };
  const members: readonly Member[] = [
    ...[...named, first].map((one) => objectMember(station, evidence, one)),
    ...proofs,
    member('key.vkey', readFileSync(places.vkey)),
    member('checkpoint', note),
    member('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`),
  ];
  return { manifest, members };
}

function member(name: string, content: string | Uint8Array): Member {
  const bytes = Buffer.from(content);
  return { name, bytes: bytes.length, content: [bytes] };
}

function objectMember({ room }: Station, evidence: string, { file, sha256, bytes }: ExportedFile): Member {
  const broken = (found: string) => new StationError('station.object_unsound', { evidence, found });
  return { name: file, bytes, content: soundBytes(room.vault.read(sha256), { sha256, bytes }, broken) };
}

function exportedFile({ path, sha256, bytes, entry, salt }: Witnessed, stem: string): ExportedFile {
  return { file: `${stem}${extensionOf(path)}`, path, entry, salt: salt.toString('hex'), sha256, bytes };
}

/** The extension as the recorder wrote it, where it is a harmless one: the name itself may be hostile. */
function extensionOf(path: string): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(path)?.[0].toLowerCase() ?? '';
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

function proofMembers({ db }: Station, evidence: string, size: number, note: string) {
  const rows = db
    .prepare<[string, number], { seq: number; type: string; at: string; leaf: Buffer }>(
      `SELECT e.seq, v.type, v.at, e.leaf FROM view_entry v JOIN ledger_entry e USING (seq)
       WHERE v.subject = ? AND v.seq < ? ORDER BY v.seq`,
    )
    .all(`evidence:${evidence}`, size);
  const hashes = new TileHashReader(tileSource(db), size);
  const written = rows.map(({ seq, type, at, leaf }) => {
    const names = { leaf: `entry-${seq}.json`, proof: `entry-${seq}.tlog-proof` };
    const proof = formatTlogProof({
      extra: null,
      index: seq,
      hashes: inclusionProof(seq, size, hashes),
      checkpoint: note,
    });
    return {
      entry: { seq, type, at, ...names },
      members: [member(names.leaf, leaf), member(names.proof, proof)],
    };
  });
  return {
    entries: written.map(({ entry }) => entry),
    members: written.flatMap(({ members }) => members),
  };
}
