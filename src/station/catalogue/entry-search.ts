import { entryTexts } from '../../texts/entries.ts';
import { languages } from '../../texts/text.ts';
import { Conditions } from './conditions.ts';
import type { StandingEntry } from './entries.ts';
import type { Condition } from './visible.ts';

/** Stands between the values of an entry: with it a name of two signs is three long, as the index needs. */
export const between = '|';

interface Searched extends Pick<StandingEntry, 'actor' | 'subject' | 'personal'> {
  readonly data: object;
}

/** What an entry is found by beside the words of its kind: names, numbers, texts. */
export function searchText({ actor, subject, data, personal }: Searched): string {
  const values = [actor.id, subject.id, ...textsIn(data), ...Object.values(personal).flatMap(unwrapped)];
  return `${between}${[...new Set(values)].join(between)}${between}`.toLowerCase();
}

/** Digests would fill the index, and nobody looks for one among words. */
const digest = /^[0-9a-f]{64}$/;

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return digest.test(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** Some values are lists, written as JSON. */
function unwrapped(value: string): readonly string[] {
  if (!value.startsWith('[') && !value.startsWith('{')) return [value];
  try {
    return textsIn(JSON.parse(value));
  } catch {
    return [value];
  }
}

/** A way to walk through entries in the order of their places. */
export interface Arm {
  /** With `v` for the entry. */
  readonly from: string;
  readonly place: string;
  readonly condition: Condition | null;
}

export interface Found {
  /** Whatever the first word is found in. */
  readonly arms: readonly Arm[];
  /** What the other words ask of each entry. */
  readonly others: Condition | null;
}

/**
 * The entries that all words of a question are found in: in their values, or in what entries of their kind say in either
 * language. The word that the fewest entries can have is looked up, the others are asked of what is found. Null: nothing
 * is asked.
 */
export function foundBy(question: string): Found | null {
  const terms = question
    .toLowerCase()
    .split(/\s+/)
    .filter((term) => term !== '')
    .slice(0, mostTerms)
    .map((term) => ({ term, types: typesSaying(term) }))
    .toSorted((a, b) => a.types.length - b.types.length);
  const [first, ...others] = terms;
  if (first === undefined) return null;
  return {
    arms: [inValues(first.term), ...first.types.map(ofType)],
    others: others.reduce((all, one) => all.and(alsoIn(one)), new Conditions()).all,
  };
}

const mostTerms = 8;

interface Term {
  readonly term: string;
  /** The kinds of entries whose words it is among. */
  readonly types: readonly string[];
}

function inValues(term: string): Arm {
  return {
    from: 'work_search CROSS JOIN view_entry v ON v.seq = work_search.rowid',
    place: 'work_search.rowid',
    condition: { sql: 'work_search MATCH ?', parameters: [phrase(term)] },
  };
}

function ofType(type: string): Arm {
  return { from: 'view_entry v', place: 'v.seq', condition: { sql: 'v.type = ?', parameters: [type] } };
}

function alsoIn({ term, types }: Term): Condition {
  return {
    sql: `(v.type IN (SELECT value FROM json_each(?)) OR EXISTS (SELECT 1 FROM work_search also
      WHERE also.work_search MATCH ? AND also.rowid = v.seq))`,
    parameters: [JSON.stringify(types), phrase(term)],
  };
}

/** Three signs are looked up as they stand, two at either end of a value; one alone says nothing. */
function phrase(term: string): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const wide = [...term].length >= 3 ? [term] : [`${between}${term}`, `${term}${between}`];
  return wide.map(quoted).join(' OR ');
}

function typesSaying(term: string): readonly string[] {
  return Object.entries(entryTexts).flatMap(([type, text]) =>
    languages.some((language) =>
      text[language]
        .replace(/\{\w+\}/g, between)
        .toLowerCase()
        .includes(term),
    )
      ? [type]
      : [],
  );
}
