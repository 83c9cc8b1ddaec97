import { isUtcInstant } from '../leaf.ts';
import { type Leaf, parseLeaf } from '../parse-leaf.ts';

const head = Buffer.from('{"actor":{"id":"', 'latin1');
const timeMark = Buffer.from('},"at":"', 'latin1');
const afterTime = Buffer.from('","commit":{', 'latin1');
const placeMark = Buffer.from(',"seq":', 'latin1');
const afterPlace = Buffer.from(',"subject":{"id":"', 'latin1');
const tail = Buffer.from('"v":1}', 'latin1');
/** `2026-09-02T18:01:18.000Z`, as the ledger's writer spells it. */
const instantBytes = 24;

/**
 * Reads when the entry at `seq` was appended without parsing the leaf: parsing all would take longer than hashing all.
 * The canonical form has its keys in order, and no text within it can hold these marks, since their quotes would be
 * escaped. Null where anything is not as the writer spells it: then `readLeaf` says what it is. The bytes between are
 * bound by the tree; the replay reads them strictly.
 */
export function glanceAtTime(leaf: Buffer, seq: number): string | null {
  const time = leaf.indexOf(timeMark) + timeMark.length;
  const end = time + instantBytes;
  if (time < timeMark.length || !holds(leaf, 0, head) || !holds(leaf, end, afterTime)) return null;
  const place = leaf.lastIndexOf(placeMark) + placeMark.length;
  const digits = String(seq);
  const stated = leaf.latin1Slice(place, place + digits.length);
  if (place < end || stated !== digits || !holds(leaf, place + digits.length, afterPlace)) return null;
  if (!holds(leaf, leaf.length - tail.length, tail)) return null;
  const at = leaf.latin1Slice(time, end);
  return isUtcInstant(at) ? at : null;
}

function holds(leaf: Buffer, at: number, bytes: Buffer): boolean {
  return at >= 0 && leaf.compare(bytes, 0, bytes.length, at, Math.min(at + bytes.length, leaf.length)) === 0;
}

/** The whole leaf, read strictly; null where it is none. */
export function readLeaf(bytes: Buffer): Leaf | null {
  try {
    return parseLeaf(bytes);
  } catch {
    return null;
  }
}

/** Whether one instant is before another; with differing decimals their texts do not sort as they are. */
export function isBefore(at: string, previous: string): boolean {
  if (at.length === previous.length) return at < previous;
  return sortable(at) < sortable(previous);
}

function sortable(at: string): string {
  return `${at.slice(0, 19)}.${at.slice(20, -1).padEnd(9, '0')}`;
}
