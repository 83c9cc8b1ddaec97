/** Whole numbers below a bound, the same for the same seed (splitmix32). */
export type Random = (below: number) => number;

export function randomOf(seed: number): Random {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return Math.floor((((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32) * below);
  };
}

export function oneOf<T>(random: Random, things: readonly [T, ...T[]]): T;
export function oneOf<T>(random: Random, things: readonly T[]): T | undefined;
export function oneOf<T>(random: Random, things: readonly T[]): T | undefined {
  return things[random(things.length)];
}
