import { hash } from 'node:crypto';

/** A case that may be drawn. */
export interface DrawableCase {
  readonly case: string;
  /** Officer number; null where nobody is named. */
  readonly handler: string | null;
  /** The handler's unit. */
  readonly unit: string | null;
}

export interface Reviewer {
  readonly reviewer: string;
  readonly officer: string | null;
  readonly units: ReadonlySet<string>;
}

export interface Drawn {
  readonly case: string;
  /** Null: everybody who reviews is its handler. */
  readonly reviewer: string | null;
}

/**
 * Draws cases and says who reviews which. The seed alone decides: with it and the same cases anyone draws the same ones,
 * in whatever order they are given. Cases are drawn by the smallest SHA-256 of seed, line feed and number. Reviewers
 * take turns; nobody reviews a case of their own, and of the others those of another unit come first (HY-16: in turn,
 * mutually). Pure.
 */
export function draw(
  cases: readonly DrawableCase[],
  count: number,
  reviewers: readonly Reviewer[],
  seed: string,
): readonly Drawn[] {
  const byLot = cases
    .map((one) => ({ one, lot: lotOf(seed, one.case) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count);
  const load = new Map(reviewers.map(({ reviewer }) => [reviewer, 0]));
  return byLot.map(({ one }) => {
    const reviewer = reviewerOf(one, reviewers, load, seed);
    if (reviewer !== null) load.set(reviewer, (load.get(reviewer) ?? 0) + 1);
    return { case: one.case, reviewer };
  });
}

function reviewerOf(
  one: DrawableCase,
  reviewers: readonly Reviewer[],
  load: ReadonlyMap<string, number>,
  seed: string,
): string | null {
  const others = reviewers.filter(({ officer }) => officer === null || officer !== one.handler);
  const rank = ({ reviewer, units }: Reviewer): string => {
    const home = one.unit !== null && units.has(one.unit) ? 1 : 0;
    const turn = String(load.get(reviewer) ?? 0).padStart(6, '0');
    return `${home} ${turn} ${lotOf(seed, `${one.case}\n${reviewer}`)}`;
  };
  const [first] = others
    .map((other) => ({ other, rank: rank(other) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  return first?.other.reviewer ?? null;
}

function lotOf(seed: string, what: string): string {
  return hash('sha256', `${seed}\n${what}`, 'hex');
}

/** By which a draw says from what it was made: the numbers in order of their code units, a line feed after each. Pure. */
export function populationDigest(cases: readonly DrawableCase[]): string {
  const numbers = cases.map((one) => one.case).toSorted();
  return hash('sha256', numbers.map((number) => `${number}\n`).join(''), 'hex');
}
