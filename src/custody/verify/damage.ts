import type { Text } from '../../texts/text.ts';

/** Each kind of damage and the exit code of `docket verify` that names it; of several, the lowest is told. */
export const damageCodes = {
  entry_altered: 10,
  entry_missing: 11,
  truncated: 12,
  signature: 13,
  catalogue_differs: 14,
  object_missing: 15,
  object_altered: 16,
} as const;

export type DamageKind = keyof typeof damageCodes;

/** One kind of damage, with the first place where it shows. */
export interface Damage {
  readonly code: number;
  readonly kind: DamageKind;
  readonly place: string;
  readonly expected: string;
  readonly found: string;
  /** The same as `found` for a reader of either language, where it is a sentence. */
  readonly said?: Text;
  /** The evidence items that the first place concerns, where it is an original. */
  readonly about: readonly string[];
  /** How many places of this kind there are. */
  readonly count: number;
}

/** More are counted and not told apart. */
const mostRemembered = 1_000;

/** Gathers damage: for each kind the first place, and how many. */
export class DamageReport {
  readonly #first = new Map<DamageKind, Damage>();
  /** The first damaged entries, so that what only follows from them is not told as damage of its own. */
  readonly #entries = new Set<number>();

  add(
    kind: DamageKind,
    place: string,
    expected: string,
    found: string,
    about: readonly string[] = [],
    said?: Text,
  ): void {
    const standing = this.#first.get(kind);
    if (standing !== undefined) {
      this.#first.set(kind, { ...standing, count: standing.count + 1 });
      return;
    }
    const words = said === undefined ? {} : { said };
    this.#first.set(kind, {
      ...{ code: damageCodes[kind], kind, place, expected, found, about, count: 1 },
      ...words,
    });
  }

  /** Damage of one entry. */
  addEntry(kind: 'entry_altered' | 'entry_missing', seq: number, expected: string, found: string): void {
    this.add(kind, `entry ${seq}`, expected, found);
    if (this.#entries.size < mostRemembered) this.#entries.add(seq);
  }

  has(kind: DamageKind): boolean {
    return this.#first.has(kind);
  }

  /** Whether some entry is altered, missing or out of order. */
  get inEntries(): boolean {
    return this.has('entry_altered') || this.has('entry_missing');
  }

  /** Whether one of the entries from..to (without `to`) is known to be damaged. */
  amongEntries(from: number, to: number): boolean {
    if (this.#entries.size === mostRemembered) return true;
    for (const seq of this.#entries) if (seq >= from && seq < to) return true;
    return false;
  }

  /** Lowest code first. */
  list(): readonly Damage[] {
    return [...this.#first.values()].toSorted((a, b) => a.code - b.code);
  }
}

/**
 * Reads from a database that may be damaged anywhere: where SQLite itself gives up, that is damage of this kind at this
 * place, and the check goes on with `otherwise`.
 */
export function readable<T>(
  damage: DamageReport,
  kind: DamageKind,
  place: () => string,
  read: () => T,
  otherwise: T,
): T {
  try {
    return read();
  } catch (error) {
    if (!isSqliteFailure(error)) throw error;
    damage.add(kind, place(), 'readable pages', `${error.code}: ${error.message}`);
    return otherwise;
  }
}

/** By its code, since SQLite's own class says no more. */
export function isSqliteFailure(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_');
}
