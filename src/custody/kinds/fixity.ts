import type { None } from './none.ts';

/** What a re-read can find wrong with a copy. */
export type DamageKind = 'altered' | 'missing' | 'unreadable';

/** A copy of an original: in the vault itself, or in its mirror. */
interface Copy {
  sha256: string;
  vault: string;
  /** Relative to that vault. */
  object: string;
}

/** The second vault, and whether originals are still what they were when they were stored. */
export interface FixityKinds {
  /** A second vault was made, or an earlier one taken up again. */
  'mirror.added': { data: { vault: string; kind: 'local' | 's3' }; personal: { place: string } };
  /** An original is in the mirror too, write-once, and was read back from there and is equal. */
  'original.mirrored': {
    data: Copy & { bytes: number; retainUntil: string; immutable: boolean };
    personal: None;
  };
  /** A copy in the mirror is locked for longer, as the original is. */
  'mirror.retained': { data: Copy & { retainUntil: string }; personal: None };
  /** A copy is not what it was. */
  'original.damaged': {
    data: Copy & {
      kind: DamageKind;
      /** Sizes or digests; of what cannot be read the system's error name. */
      expected: string;
      found: string;
    };
    personal: None;
  };
  /** A verified copy was published in its place. */
  'original.repaired': {
    data: Copy & {
      /** The vault whose copy it is, or the docking by which a recorder brought it again. */
      from: string;
      /** Where what was damaged is kept, relative to the vault; null where nothing stood there. */
      kept: string | null;
      retainUntil: string;
    };
    personal: None;
  };
  /** It was read back again and is equal: a cable, a controller, somebody who has put it back. */
  'original.sound': { data: Copy; personal: None };
  /** What was read back in a vault since the last summary, once a day. */
  'fixity.summary': {
    data: {
      vault: string;
      /** Begin of what is counted here; its end is the entry's own time. */
      from: string;
      checked: number;
      bytes: number;
      damaged: number;
      /** How many originals the vault holds. */
      held: number;
      heldBytes: number;
      /** Everything in it was read back since then; null where it holds nothing. */
      allSince: string | null;
    };
    personal: None;
  };
}
