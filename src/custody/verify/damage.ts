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
  /** How many places of this kind there are. */
  readonly count: number;
}

/** Gathers damage: for each kind the first place, and how many. */
export class DamageReport {
  readonly #first = new Map<DamageKind, Damage>();

  add(kind: DamageKind, place: string, expected: string, found: string): void {
    const standing = this.#first.get(kind);
    if (standing !== undefined) this.#first.set(kind, { ...standing, count: standing.count + 1 });
    else this.#first.set(kind, { code: damageCodes[kind], kind, place, expected, found, count: 1 });
  }

  has(kind: DamageKind): boolean {
    return this.#first.has(kind);
  }

  /** Whether some entry is altered, missing or out of order: then no root can be right, and none is blamed. */
  get inEntries(): boolean {
    return this.has('entry_altered') || this.has('entry_missing');
  }

  /** Lowest code first. */
  list(): readonly Damage[] {
    return [...this.#first.values()].toSorted((a, b) => a.code - b.code);
  }
}
