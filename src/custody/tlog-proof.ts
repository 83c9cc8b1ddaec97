import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { CustodyError } from './error.ts';
import { hashBytes, leafHash } from './merkle.ts';
import { decodeBase64, decodeSize, decodeUtf8 } from './strict-text.ts';
import { verifyInclusion } from './verify-proof.ts';
import type { Verifier } from './vkey.ts';

/** A proof that anyone can check offline (c2sp.org/tlog-proof): the file extension is `.tlog-proof`. */
export interface TlogProof {
  /** Out-of-band bytes, not covered by any signature. */
  readonly extra: Uint8Array | null;
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  /** The signed checkpoint, word for word. */
  readonly checkpoint: string;
}

const firstLine = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^53 entries is no deeper; a longer proof is an attacker's. */
const mostHashes = 63;

export function formatTlogProof(proof: TlogProof): string {
  const extra = proof.extra === null ? [] : [`extra ${base64(proof.extra)}`];
  const head = [firstLine, ...extra, `index ${proof.index}`, ...proof.hashes.map(base64)];
  return `${head.join('\n')}\n\n${proof.checkpoint}`;
}

/** Takes a proof apart and proves nothing. Error: `custody.proof_malformed`. */
export function parseTlogProof(proof: string | Uint8Array): TlogProof {
  const text = typeof proof === 'string' ? proof : decodeUtf8(proof);
  if (text === null) throw malformed(1, 'UTF-8');
  const split = text.indexOf('\n\n');
  const lines = text.slice(0, Math.max(split, 0)).split('\n');
  if (lines.shift() !== firstLine) throw malformed(1, firstLine);
  const extra = lines[0]?.startsWith('extra ') ? lines.shift() : undefined;
  const extraBytes = extra === undefined ? null : decodeBase64(extra.slice('extra '.length));
  if (extra !== undefined && extraBytes === null) throw malformed(2, 'extra BASE64');
  const before = extra === undefined ? 1 : 2;
  const index = parseIndex(lines.shift() ?? '');
  if (index === null) throw malformed(before + 1, 'index NUMBER');
  if (lines.length > mostHashes) throw malformed(before + 2 + mostHashes, '""');
  const hashes = lines.map((line, i) => {
    const hash = decodeBase64(line);
    if (hash?.length !== hashBytes) throw malformed(before + 2 + i, 'BASE64 (32 B)');
    return hash;
  });
  return { extra: extraBytes, index, hashes, checkpoint: text.slice(split + 2) };
}

/**
 * Proves that `entry` is in the ledger `origin` under a checkpoint of a known key, and returns that checkpoint.
 * Errors: `custody.proof_malformed`, `custody.proof_wrong`, those of `openCheckpoint`.
 */
export function openTlogProof(
  proof: string | Uint8Array,
  entry: Uint8Array,
  known: readonly Verifier[],
  origin: string,
): Checkpoint {
  const { index, hashes, checkpoint: note } = parseTlogProof(proof);
  const checkpoint = openCheckpoint(note, known, origin);
  const { size, root } = checkpoint;
  if (!verifyInclusion({ index, size, leaf: leafHash(entry), proof: hashes, root }))
    throw new CustodyError('custody.proof_wrong', { index, size });
  return checkpoint;
}

function parseIndex(line: string): number | null {
  return line.startsWith('index ') ? decodeSize(line.slice('index '.length)) : null;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function malformed(line: number, expected: string): CustodyError {
  return new CustodyError('custody.proof_malformed', { line, expected });
}
