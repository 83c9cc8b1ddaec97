import { isUtcInstant } from '../leaf.ts';
import { type Leaf, parseLeaf } from '../parse-leaf.ts';

const head = '{"actor":{"id":"';
const timeMark = '},"at":"';
const afterTime = '","commit":{';
const placeMark = ',"seq":';
const afterPlace = ',"subject":{"id":"';
const tail = '"v":1}';
/** `2026-09-02T18:01:18.000Z`, as the ledger's writer spells it. */
const instantLength = 24;

/**
 * Reads when the entry at `seq` was appended without parsing the leaf: parsing all would take longer than hashing all.
 * The canonical form has its keys in order, and no text within it can hold these marks, since their quotes would be
 * escaped. Null where anything is not as the writer spells it: then `readLeaf` says what it is. The bytes between are
 * bound by the tree; the replay reads them strictly.
 * @param text bytes as Latin-1, of which the leaf is from..to
 */
export function glanceAtTime(text: string, from: number, to: number, seq: number): string | null {
  const time = text.indexOf(timeMark, from) + timeMark.length;
  const end = time + instantLength;
  if (!text.startsWith(head, from) || time < from + head.length || !text.startsWith(afterTime, end))
    return null;
  const place = text.lastIndexOf(placeMark, to) + placeMark.length;
  if (place < end || !text.startsWith(`${seq}${afterPlace}`, place)) return null;
  if (text.length < to || !text.startsWith(tail, to - tail.length)) return null;
  const at = text.slice(time, end);
  return isUtcInstant(at) ? at : null;
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
