import { ledgerSize } from '../../custody/ledger-tiles.ts';
import { momentOf } from '../../station/catalogue/conditions.ts';
import {
  type EntryFilter,
  entriesAt,
  entryList,
  type StandingEntry,
} from '../../station/catalogue/entries.ts';
import { entryWords } from '../../station/catalogue/entry-words.ts';
import type { Language } from '../../texts/text.ts';
import { maskedEntry } from '../masking/masked-entry.ts';
import type { ReadWorld } from '../reading/read-world.ts';

/** An entry as it stands, and what it says. */
export interface ToldEntry extends StandingEntry {
  readonly words: string;
}

/** How entries are told: the values beside them whole, or masked. */
export interface Telling {
  readonly language: Language;
  readonly whole: boolean;
}

export interface EntryQuestion extends Omit<EntryFilter, 'since' | 'until'>, Telling {
  readonly since: string | null;
  readonly until: string | null;
}

export function readEntries(
  world: ReadWorld,
  { since, until, language, whole, ...filter }: EntryQuestion,
): { readonly entries: readonly ToldEntry[]; readonly next: number | null } {
  const { entries, next } = entryList(world.db, {
    ...filter,
    since: momentOf(since),
    until: momentOf(until),
  });
  return { entries: told(world, entries, { language, whole }), next };
}

/** Error: `station.entry_unknown` where the ledger has none there: an empty list. */
export function readEntry(
  world: ReadWorld,
  { seq, ...telling }: Telling & { readonly seq: number },
): ToldEntry | null {
  return told(world, entriesAt(world.db, [seq]), telling)[0] ?? null;
}

/** What is masked is masked in its words too. */
export function told(
  { config }: ReadWorld,
  entries: readonly StandingEntry[],
  { language, whole }: Telling,
): readonly ToldEntry[] {
  return entries.map((entry) => {
    const shown = whole ? entry : maskedEntry(entry);
    return { ...shown, words: entryWords(language, config.station.zone, shown) };
  });
}

export function readLedgerSize({ db }: ReadWorld, _args: Readonly<Record<string, never>>): number {
  return ledgerSize(db);
}
