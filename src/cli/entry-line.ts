import type { Actor, Subject } from '../custody/entry.ts';
import type { Leaf } from '../custody/parse-leaf.ts';
import type { StandingEntry } from '../station/catalogue/entries.ts';
import { entryWords } from '../station/catalogue/entry-words.ts';
import type { Language } from '../texts/text.ts';
import { timeWords } from '../texts/units.ts';

/** An entry as lists give it: public data, and the whole in plain words. */
export interface ShownEntry {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly actor: Actor;
  readonly subject: Subject;
  readonly data: Leaf['data'];
  readonly words: string;
}

export function shownEntry(language: Language, zone: string, entry: StandingEntry): ShownEntry {
  const { seq, at, type, actor, subject, data } = entry;
  return { seq, at, type, actor, subject, data, words: entryWords(language, zone, entry) };
}

/** The history of one thing, a line each. */
export function historyLines(history: readonly ShownEntry[], zone: string): readonly string[] {
  return history.map(
    ({ seq, at, actor, words }) => `  ${timeWords(at, zone)}  ${actor.id}  #${seq}  ${words}`,
  );
}
