import { entryTexts } from '../../texts/entries.ts';
import { languages } from '../../texts/text.ts';
import type { StandingEntry } from './entries.ts';
import type { Condition } from './visible.ts';

/** Stands between the values of an entry: with it a name of two signs is three long, as the index needs. */
export const between = '|';

/** What an entry is found by beside the words of its kind: names, numbers, texts. */
export function searchText({ actor, subject, data, personal }: StandingEntry): string {
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

/**
 * The entries that all words of a question are found in: in their values, or in what entries of their kind say in either
 * language. Null: nothing is asked.
 */
export function foundBy(question: string): Condition | null {
  const terms = question
    .toLowerCase()
    .split(/\s+/)
    .filter((term) => term !== '')
    .slice(0, mostTerms);
  if (terms.length === 0) return null;
  const conditions = terms.map(conditionOf);
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

const mostTerms = 8;

function conditionOf(term: string): Condition {
  const found = 'seq IN (SELECT rowid FROM work_search WHERE work_search MATCH ?)';
  const types = typesSaying(term);
  if (types.length === 0) return { sql: found, parameters: [phrase(term)] };
  return {
    sql: `${found} OR type IN (SELECT value FROM json_each(?))`,
    parameters: [phrase(term), JSON.stringify(types)],
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
