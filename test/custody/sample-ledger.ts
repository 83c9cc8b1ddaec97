import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatCheckpoint } from '../../src/custody/checkpoint.ts';
import type { AnyDraft } from '../../src/custody/entry.ts';
import { GrowingTiles } from '../../src/custody/growing-tiles.ts';
import { makeLeaf, type PersonalValue } from '../../src/custody/leaf.ts';
import { leafHash, merkleRoot } from '../../src/custody/merkle.ts';
import type { HashReader } from '../../src/custody/proof.ts';
import { createStationKey, type Signer } from '../../src/custody/station-key.ts';
import { bundlesOf, encodeBundle, tilePath, tileWidth } from '../../src/custody/tiles.ts';

export const origin = 'docket.example/ST01';

/** A station key of its own, whose file is gone again. */
export function freshSigner(name = origin): Signer {
  const folder = mkdtempSync(join(tmpdir(), 'docket-key-'));
  try {
    return createStationKey(join(folder, 'station.key'), name);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Leaf hashes 0, 1, 2 … of entries that are just their number. */
export function numberedHashes(count: number): Buffer[] {
  return Array.from({ length: count }, (_, i) => leafHash(Buffer.from(`entry ${i}`)));
}

/** Subtree roots worked out by the definition of RFC 6962, slow and plain. */
export function plainReader(hashes: readonly Uint8Array[]): HashReader {
  return {
    hash: (level, index) => merkleRoot(hashes.slice(index * 2 ** level, (index + 1) * 2 ** level)),
  };
}

export interface SampleLedger {
  readonly leaves: readonly Buffer[];
  readonly personal: readonly (readonly PersonalValue[])[];
}

export function sampleDraft(i: number): AnyDraft {
  return {
    type: 'docking.started',
    actor: { kind: 'machine', id: 'ST01' },
    subject: { kind: 'docking', id: `d${i}` },
    data: { port: `${i % 30}`, readOnly: true },
    personal: { root: `/media/张三/${i}` },
  };
}

export function sampleLedger(size: number): SampleLedger {
  const begin = Temporal.Instant.from('2026-09-02T10:00:00Z');
  const made = Array.from({ length: size }, (_, i) =>
    makeLeaf(sampleDraft(i), i, begin.add({ seconds: i }).toString()),
  );
  return { leaves: made.map((one) => one.leaf), personal: made.map((one) => one.personal) };
}

/** Signs the head of the first `size` leaves. */
export function signHead(leaves: readonly Uint8Array[], size: number, signer: Signer): string {
  const root = merkleRoot(leaves.slice(0, size).map(leafHash));
  return signer.sign(formatCheckpoint({ origin: signer.name, size, root }));
}

/** Writes leaves as an export folder; by name relative to the folder, so that a test can spoil a file. */
export function exportFiles(
  ledger: SampleLedger,
  signer: Signer,
  olderSizes: readonly number[] = [],
): Map<string, string | Uint8Array> {
  const { leaves } = ledger;
  const files = new Map<string, string | Uint8Array>();
  files.set('checkpoint', signHead(leaves, leaves.length, signer));
  files.set('key.vkey', `${signer.vkey}\n`);
  for (const size of olderSizes)
    files.set(`checkpoints/${String(size).padStart(12, '0')}`, signHead(leaves, size, signer));
  for (const tile of bundlesOf(leaves.length))
    files.set(
      tilePath(tile),
      encodeBundle(leaves.slice(tile.index * tileWidth, tile.index * tileWidth + tile.width)),
    );
  const tree = GrowingTiles.empty();
  const full = leaves.flatMap((leaf) => tree.append(leafHash(leaf)));
  for (const { tile, bytes } of [...full, ...tree.partial()]) files.set(tilePath(tile), bytes);
  const lines = ledger.personal.flatMap((values, seq) =>
    values.map(({ field, salt, value }) =>
      JSON.stringify({ seq, field, salt: Buffer.from(salt).toString('hex'), value }),
    ),
  );
  files.set('personal.jsonl', lines.map((line) => `${line}\n`).join(''));
  return files;
}

export function writeFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  for (const [name, content] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
