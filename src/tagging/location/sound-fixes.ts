import type { Fix } from './fix.ts';
import { isNowhere, isOnEarth, metersBetween } from './position.ts';

/** Faster than any train. */
const fastestMetersPerSecond = 150;
/** Two receivers' errors between high buildings. */
const slackMeters = 200;
/** So many places at once are no track: a file in which every fix jumps is made for that. */
const mostChains = 8;

export interface SoundFixes {
  /** In the order of time, where all say it. */
  readonly fixes: readonly Fix[];
  readonly nowhere: number;
  readonly offEarth: number;
  readonly jumped: number;
}

/**
 * Fixes that can be believed: on the earth, not at 0,0, and reachable from one another. Where they jump, those of the
 * longest reachable chain are kept; so a first fix that is wrong does not throw away all that follow. Pure.
 */
export function soundFixes(all: readonly Fix[]): SoundFixes {
  const onEarth = all.filter(isOnEarth);
  const somewhere = onEarth.filter((one) => !isNowhere(one));
  const fixes = longestChain(inTime(somewhere));
  return {
    fixes,
    nowhere: onEarth.length - somewhere.length,
    offEarth: all.length - onEarth.length,
    jumped: somewhere.length - fixes.length,
  };
}

function inTime(fixes: readonly Fix[]): readonly Fix[] {
  const times = fixes.map(({ at }) => at?.epochMilliseconds ?? null);
  const known = times.filter((one) => one !== null);
  if (known.length < fixes.length || known.every((one, i) => i === 0 || one >= (known[i - 1] ?? one)))
    return fixes;
  return fixes.toSorted((a, b) => (a.at?.epochMilliseconds ?? 0) - (b.at?.epochMilliseconds ?? 0));
}

function longestChain(fixes: readonly Fix[]): readonly Fix[] {
  const chains: Fix[][] = [];
  for (const fix of fixes) {
    const chain = longest(chains.filter((one) => reachable(one.at(-1), fix)));
    if (chain !== null) chain.push(fix);
    else {
      if (chains.length === mostChains) chains.splice(chains.indexOf(shortest(chains)), 1);
      chains.push([fix]);
    }
  }
  return longest(chains) ?? [];
}

/** A step without a time at one end says nothing of speed. */
function reachable(from: Fix | undefined, to: Fix): boolean {
  if (from === undefined || from.at === null || to.at === null) return true;
  const seconds = Math.abs(to.at.epochMilliseconds - from.at.epochMilliseconds) / 1_000;
  return metersBetween(from, to) <= slackMeters + seconds * fastestMetersPerSecond;
}

/** The earliest of those of equal length. */
function longest(chains: readonly Fix[][]): Fix[] | null {
  return chains.reduce<Fix[] | null>(
    (best, one) => (best === null || one.length > best.length ? one : best),
    null,
  );
}

function shortest(chains: readonly Fix[][]): Fix[] {
  return chains.reduce((least, one) => (one.length < least.length ? one : least));
}
