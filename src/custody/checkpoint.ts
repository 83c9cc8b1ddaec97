import { CustodyError } from './error.ts';
import { checkHash, hashBytes } from './merkle.ts';
import { openNote } from './note.ts';
import { decodeBase64, decodeSize } from './strict-text.ts';
import type { Verifier } from './vkey.ts';

/** The head of the ledger at one size (c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  /** Names the ledger: a URL without scheme. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** Further lines, which nothing here gives a meaning to. */
  readonly extensions: readonly string[];
}

/** The three lines that every checkpoint has. */
export type TreeHead = Pick<Checkpoint, 'origin' | 'size' | 'root'>;

/** The text that is signed. Error: `custody.checkpoint_malformed`. */
export function formatCheckpoint(head: TreeHead, extensions: readonly string[] = []): string {
  checkHash(head.root);
  const root = Buffer.from(head.root).toString('base64');
  const text = `${[head.origin, head.size, root, ...extensions].join('\n')}\n`;
  // A line break inside a part would be read back as a line more.
  if (parseCheckpoint(text).extensions.length !== extensions.length) throw malformed(4, 'EXTENSION');
  return text;
}

/** Reads a checkpoint's text, which `openNote` has proved. Error: `custody.checkpoint_malformed`. */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw malformed(lines.length + 1, '""');
  const [origin = '', sizeLine = '', rootLine = '', ...extensions] = lines;
  if (origin === '') throw malformed(1, 'ORIGIN');
  const size = decodeSize(sizeLine);
  if (size === null) throw malformed(2, 'SIZE');
  const root = decodeBase64(rootLine);
  if (root?.length !== hashBytes) throw malformed(3, 'BASE64 (32 B)');
  const empty = extensions.indexOf('');
  if (empty >= 0) throw malformed(empty + 4, 'EXTENSION');
  return { origin, size, root, extensions };
}

/**
 * Proves a signed checkpoint of the ledger `origin`. Errors: those of `openNote`, `custody.checkpoint_malformed`,
 * `custody.checkpoint_foreign`.
 */
export function openCheckpoint(
  note: string | Uint8Array,
  known: readonly Verifier[],
  origin: string,
): Checkpoint {
  const checkpoint = parseCheckpoint(openNote(note, known).text);
  if (checkpoint.origin !== origin)
    throw new CustodyError('custody.checkpoint_foreign', { expected: origin, found: checkpoint.origin });
  return checkpoint;
}

function malformed(line: number, expected: string): CustodyError {
  return new CustodyError('custody.checkpoint_malformed', { line, expected });
}
