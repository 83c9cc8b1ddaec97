import { Coverage } from './coverage.ts';
import { mutant } from './mutate.ts';
import { oneOf, type Random } from './random.ts';
import type { FuzzTarget } from './target.ts';

export interface Hunted {
  readonly inputs: number;
  /** Blocks of the target's sources that some input reached. */
  readonly blocks: number;
  /** Inputs that reached something new, for the next hunt to begin with. */
  readonly corpus: readonly Uint8Array[];
  readonly broken: readonly BrokenBy[];
  /** The input that took longest, to be looked at by a person: no time decides anything. */
  readonly slowest: { readonly ms: number; readonly input: Uint8Array };
}

export interface BrokenBy {
  readonly input: Uint8Array;
  readonly error: unknown;
}

const crowd = 64;
/** Of one target: after so many it is known to be broken. */
const mostBroken = 5;

/** Gives a target its seeds, its corpus and mutants of whatever reached something new, until `goOn` says no. */
export async function hunt(
  target: FuzzTarget,
  corpus: readonly Uint8Array[],
  random: Random,
  goOn: (inputs: number) => boolean,
): Promise<Hunted> {
  const coverage = new Coverage(target.sources);
  const seen = new Set<string>();
  const grown: Uint8Array[] = [];
  const broken: BrokenBy[] = [];
  let inputs = 0;
  let slowest: Hunted['slowest'] = { ms: 0, input: new Uint8Array() };

  const tell = async (input: Uint8Array): Promise<void> => {
    const began = performance.now();
    try {
      await target.run(input);
    } catch (error) {
      broken.push({ input, error });
    }
    const ms = performance.now() - began;
    if (ms > slowest.ms) slowest = { ms, input };
    inputs += 1;
  };
  const isNews = (): boolean => {
    const before = seen.size;
    for (const block of coverage.take()) seen.add(block);
    return seen.size > before;
  };

  coverage.take();
  try {
    for (const input of [...target.seeds, ...corpus]) {
      await tell(input);
      if (isNews()) grown.push(input);
    }
    const material = { words: target.words, inputs: grown };
    while (broken.length < mostBroken && goOn(inputs)) {
      const mutants = Array.from({ length: crowd }, () =>
        mutant(oneOf(random, grown) ?? new Uint8Array(), random, material),
      );
      const known = new Set(seen);
      for (const one of mutants) await tell(one);
      if (!isNews()) continue;
      // Which of them it was: each once more, against what was known before the crowd.
      seen.clear();
      for (const block of known) seen.add(block);
      for (const one of mutants) {
        await tell(one);
        if (isNews()) grown.push(one);
      }
    }
  } finally {
    coverage.end();
  }
  return { inputs, blocks: seen.size, corpus: grown, broken, slowest };
}
