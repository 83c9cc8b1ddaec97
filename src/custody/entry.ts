import type { EntryKinds, EntryType } from './entry-kinds.ts';

/** Who did it: a person (an account, or `os:<user>` who owns the data folder) or the machine itself. */
export interface Actor {
  readonly kind: 'person' | 'machine';
  readonly id: string;
}

/** What it was done to. */
export interface Subject {
  readonly kind:
    | 'station'
    | 'recorder'
    | 'docking'
    | 'recording'
    | 'evidence'
    | 'alarm'
    | 'original'
    | 'ledger'
    | 'port'
    | 'session'
    | 'justification'
    | 'policy'
    | 'calendar'
    | 'register'
    | 'finding'
    | 'account'
    | 'role'
    | 'token'
    | 'proposal'
    | 'request'
    | 'review'
    | 'hold'
    | 'disposal';
  readonly id: string;
}

/**
 * One thing that happened, before the ledger has given it a place. `data` holds outcomes, not inputs, so that
 * a replay does not depend on today's rules. `personal` holds names, paths and free text: the leaf gets only a salted
 * commitment to each, the values lie beside the tree.
 */
export interface EntryDraft<T extends EntryType = EntryType> {
  readonly type: T;
  readonly actor: Actor;
  readonly subject: Subject;
  readonly data: EntryKinds[T]['data'];
  readonly personal: EntryKinds[T]['personal'];
}

/** Drafts of every type, each with the data of its own type. */
export type AnyDraft = { [T in EntryType]: EntryDraft<T> }[EntryType];

/** An entry that the ledger holds. */
export type LedgerEntry<T extends EntryType = EntryType> = EntryDraft<T> & {
  /** Place in the ledger, from 0. */
  readonly seq: number;
  /** When it was appended; never before the entry that precedes it. */
  readonly at: string;
};
export type AnyEntry = { [T in EntryType]: LedgerEntry<T> }[EntryType];
