import type { ReadWorld } from './read-world.ts';
import type { Reader } from './reader.ts';
import { type ReadAnswer, type ReadArgs, type ReadName, reads } from './reads.ts';

/** Answers one question. Errors: those of the question. */
export async function answerRead<N extends ReadName>(
  world: ReadWorld,
  name: N,
  args: ReadArgs<N>,
): Promise<ReadAnswer<N>> {
  // Each name's question takes that name's arguments: the compiler does not follow it through the union.
  const read = reads[name] as unknown as (world: ReadWorld, args: ReadArgs<N>) => ReadAnswer<N>;
  return await read(world, args);
}

/** Questions answered where they are asked: for tests, and for a program that serves nothing else. */
export function readHere(world: ReadWorld): Reader {
  return { read: (name, args) => answerRead(world, name, args), close: async () => undefined };
}
