import { hash } from 'node:crypto';

/** Shorter ones are found by their signs as quickly, and most of them are years and counts. */
const least = 5;
const most = 64;

/** A moment, or the name that the machine itself gave a recording. */
const unasked = /^\d{4}-\d\d-\d\dt\d\d|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The numbers within a text, in lower case: `样例罚〔2026〕000017号` and `st01-d000017` as they stand, and what of them stands between
 * marks (`000017号`, `d000017`). Moments
 * and names that no person gives are none: nobody looks for one, and each would be another number.
 */
export function numbersIn(text: string): readonly string[] {
  const chunks = text.split(/[\s|/"',;，。；、]+/);
  const found = chunks.flatMap((chunk) =>
    unasked.test(chunk)
      ? []
      : [
          chunk,
          ...(chunk.match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? []),
          ...(chunk.match(/[\p{L}\p{N}]+/gu) ?? []),
          ...(chunk.match(/[a-z0-9]+/g) ?? []),
        ],
  );
  return [...new Set(found)].filter(isOne);
}

/** Whether a word of a question is such a number, so that it can be looked up as a whole. */
export function isNumber(word: string): boolean {
  return numbersIn(word).includes(word);
}

function isOne(text: string): boolean {
  return text.length >= least && text.length <= most && /\d/.test(text) && !/^[0-9a-f]{64}$/.test(text);
}

/** As the index holds one: signs of no alphabet would end a word there. */
export function numberWord(number: string): string {
  return hash('sha256', number).slice(0, 14);
}

/** What the index of numbers holds of an entry. @param words as `searchText` writes them */
export function numberText(words: string): string {
  return numbersIn(words).map(numberWord).join(' ');
}
