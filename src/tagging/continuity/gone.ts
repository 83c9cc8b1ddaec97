import type { Found } from './stretch.ts';

/** A recording that lay on a card. */
export interface CardFile {
  readonly evidence: string;
  readonly bytes: number;
  readonly important: number;
  /** When it began, as far as anybody knows. */
  readonly start: string;
}

/** What lay on a recorder's card at one docking. */
export interface CardAt {
  readonly docking: string;
  readonly files: ReadonlyMap<string, CardFile>;
  /** Files that were left there and never taken in. */
  readonly unknown: readonly { readonly path: string; readonly bytes: number }[];
  /** Of the volume with the least; null where nobody knows. */
  readonly freeShare: number | null;
}

const named = 20;
/** With so little free space a recorder that records in a loop writes over the oldest ones. */
const fullShare = 0.1;
/** No recorder's card is smaller: a full one holds more. */
const smallestCard = 4_000_000_000;
const loopFiles = 1.5;

/**
 * Recordings that lay on the card at the docking before and do not any more, although others from then still do. A card
 * that was cleared, or another one of the recorder, holds none of those from then; one that records in a loop loses the
 * oldest ones when it is full. Null: nothing of that kind. Pure.
 */
export function goneFromCard(then: CardAt, now: CardAt): Found | null {
  const gone = [...then.files.values()].filter(({ evidence }) => !now.files.has(evidence));
  const kept = [...then.files.values()].filter(({ evidence }) => now.files.has(evidence));
  const stillLeft = new Set(now.unknown.map(({ path }) => path));
  const lost = then.unknown.filter(({ path }) => !stillLeft.has(path));
  if (kept.length === 0 || (gone.length === 0 && lost.length === 0)) return null;
  if (lost.length === 0 && isLoop(gone, kept, then, now)) return null;
  const ordered = gone.toSorted((a, b) => (a.start < b.start ? -1 : 1)).map(({ evidence }) => evidence);
  const wording = lost.length === 0 ? 'gone' : gone.length === 0 ? 'left_and_gone' : 'gone_and_left';
  return {
    code: 'gone_from_card',
    key: `gone_from_card|${now.docking}`,
    wording,
    evidence: ordered.slice(0, named),
    count: gone.length,
    facts: {
      earlier: then.docking,
      docking: now.docking,
      gone: gone.length,
      kept: kept.length,
      left: lost.length,
    },
    ...(lost.length === 0 ? {} : { said: JSON.stringify(lost.slice(0, named).map(({ path }) => path)) }),
  };
}

function isLoop(gone: readonly CardFile[], kept: readonly CardFile[], then: CardAt, now: CardAt): boolean {
  const newestGone =
    gone
      .map(({ start }) => start)
      .toSorted()
      .at(-1) ?? '';
  const oldestFirst = kept.every(({ start, important }) => important === 1 || start >= newestGone);
  if (!oldestFirst || gone.some(({ important }) => important === 1)) return false;
  if (now.freeShare !== null) return now.freeShare < fullShare;
  const [before, after] = [bytesOf(then), bytesOf(now)];
  const largest = Math.max(...[...then.files.values(), ...now.files.values()].map(({ bytes }) => bytes));
  return before >= smallestCard && Math.abs(after - before) <= loopFiles * largest;
}

function bytesOf({ files, unknown }: CardAt): number {
  const known = [...files.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  return unknown.reduce((sum, { bytes }) => sum + bytes, known);
}
