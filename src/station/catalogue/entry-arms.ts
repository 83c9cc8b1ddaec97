import type { Outcome } from '../../custody/outcome.ts';
import { Conditions } from './conditions.ts';
import { type Arm, armsOf, type Found, type Term } from './entry-search.ts';
import type { Condition } from './visible.ts';

/** What decides by which index entries are walked through. */
export interface WalkedBy {
  /** A word of entries, in either language. */
  readonly word?: Term | null;
  /** Whether every entry stands in the index of numbers. */
  readonly numbered?: boolean;
  /** Whether things are named that it is about. */
  readonly aboutFew?: boolean;
  /** From where it was done, or to where something went, as a connection has it. */
  readonly address?: string | null;
  /** What it came to. */
  readonly result?: Outcome | null;
}

const everyEntry: Arm = { from: 'view_entry v', place: 'v.seq', condition: null };
/** Left to itself SQLite reads every entry of a kind, where those about a few things are asked for. */
const ofThings: Arm = { ...everyEntry, from: 'view_entry v INDEXED BY view_entry_subject' };

/** The ways through the entries in the order of their places: that by which the fewest are met, with what the rest asks. */
export function entryArms({
  word = null,
  numbered = false,
  aboutFew = false,
  address = null,
  result = null,
}: WalkedBy): Found {
  if (word !== null) {
    const others = new Conditions().and(cameFrom(address)).and(cameTo(result)).all;
    return { arms: armsOf(word, numbered), others };
  }
  if (address !== null) return { arms: ofAddress(address), others: cameTo(result) };
  if (aboutFew) return { arms: [ofThings], others: cameTo(result) };
  return { arms: [result === null ? everyEntry : ofResult(result)], others: null };
}

/** Footage and sign-ins say an address; what left over the network says it as its destination. */
const fields = [
  { field: 'address', before: '' },
  { field: 'destination', before: 'http:' },
] as const;

function ofAddress(address: string): readonly Arm[] {
  return fields.map(({ field, before }) => ({
    from: 'ledger_personal place CROSS JOIN view_entry v ON v.seq = place.seq',
    place: 'place.seq',
    condition: {
      sql: `place.field = '${field}' AND place.value = ?`,
      parameters: [`${before}${address}`],
    },
  }));
}

function ofResult(result: Outcome): Arm {
  return {
    from: 'view_outcome o CROSS JOIN view_entry v ON v.seq = o.seq',
    place: 'o.seq',
    condition: { sql: 'o.result = ?', parameters: [result] },
  };
}

function cameFrom(address: string | null): Condition | null {
  if (address === null) return null;
  const said = fields.map(({ field }) => `(place.field = '${field}' AND place.value = ?)`).join(' OR ');
  return {
    sql: `EXISTS (SELECT 1 FROM ledger_personal place WHERE place.seq = v.seq AND (${said}))`,
    parameters: fields.map(({ before }) => `${before}${address}`),
  };
}

function cameTo(result: Outcome | null): Condition | null {
  if (result === null) return null;
  return {
    sql: 'EXISTS (SELECT 1 FROM view_outcome o WHERE o.seq = v.seq AND o.result = ?)',
    parameters: [result],
  };
}
