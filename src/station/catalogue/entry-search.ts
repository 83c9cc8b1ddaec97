import { entryTexts } from '../../texts/entries.ts';
import { languages } from '../../texts/text.ts';
import type { StandingEntry } from './entries.ts';
import { isNumber, numberWord } from './entry-numbers.ts';
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
  /** What else is asked of each entry. */
  readonly others: Condition | null;
}

/** A word of a question. */
export interface Term {
  readonly term: string;
  /** The kinds of entries whose words it is among. */
  readonly types: readonly string[];
}

const mostTerms = 8;

/** The words of a question, that first which the fewest entries can have. */
export function termsOf(question: string): readonly Term[] {
  const rank = ({ term, types }: Term): number => (isNumber(term) ? -1 : types.length);
  return question
    .toLowerCase()
    .split(/\s+/)
    .filter((term) => term !== '')
    .slice(0, mostTerms)
    .map((term) => ({ term, types: typesSaying(term) }))
    .toSorted((a, b) => rank(a) - rank(b) || b.term.length - a.term.length);
}

/**
 * The entries that a word is found in: in their values, or in what entries of their kind say in either language.
 * @param numbered whether every entry stands in the index of numbers
 */
export function armsOf({ term, types }: Term, numbered: boolean): readonly Arm[] {
  return [numbered && isNumber(term) ? byNumber(term) : inValues(term), ...types.map(ofType)];
}

/** The same of one entry. Pure. */
export function says(entry: StandingEntry, { term, types }: Term): boolean {
  return types.includes(entry.type) || wide(term).some((one) => searchText(entry).includes(one));
}

function byNumber(term: string): Arm {
  return {
    from: 'work_number CROSS JOIN view_entry v ON v.seq = work_number.rowid',
    place: 'work_number.rowid',
    condition: { sql: 'work_number MATCH ?', parameters: [`"${numberWord(term)}"`] },
  };
}

function inValues(term: string): Arm {
  return {
    from: 'work_search CROSS JOIN view_entry v ON v.seq = work_search.rowid',
    place: 'work_search.rowid',
    condition: { sql: 'work_search MATCH ?', parameters: [wide(term).map(quoted).join(' OR ')] },
  };
}

function ofType(type: string): Arm {
  return { from: 'view_entry v', place: 'v.seq', condition: { sql: 'v.type = ?', parameters: [type] } };
}

/** Three signs are looked up as they stand, two at either end of a value; one alone says nothing. */
function wide(term: string): readonly string[] {
  return [...term].length >= 3 ? [term] : [`${between}${term}`, `${term}${between}`];
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

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
