import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So much that was read and is done with is let stand. */
const mostSpentBytes = 8 * 1_048_576;

type Collect = (how: { readonly type: 'minor' }) => void;

/**
 * Lets go of what read-backs are done with. Every piece of an answer is memory of its own outside of the heap, of which
 * the engine sees so little that over a hundred MiB of them pile up before it looks; one look at the young costs a
 * millisecond.
 */
export class SpentMemory {
  #spent = 0;
  #collect: Collect | null = null;

  add(bytes: number): void {
    this.#spent += bytes;
    if (this.#spent < mostSpentBytes) return;
    this.#spent = 0;
    this.#collect ??= collector();
    this.#collect({ type: 'minor' });
  }
}

function collector(): Collect {
  setFlagsFromString('--expose-gc');
  // Only a context that is made after the flag was set has it.
  const found: unknown = runInNewContext('gc');
  return typeof found === 'function' ? (found as Collect) : () => undefined;
}
