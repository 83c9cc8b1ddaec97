import { alignedMemory } from '../../vault/local/aligned-buffers.ts';

/** 512 KiB: large enough for a card's best speed, small enough that 30 cards with four slots each stay at 60 MiB. */
export const slotBytes = 512 * 1024;

/**
 * The page-aligned read buffers of one thread, as O_DIRECT wants them. All lie in one memory: pages never touched cost
 * nothing, and the slot given back last is given out first, so that few are touched.
 */
export class AlignedSlots {
  readonly #memory: Buffer;
  readonly #slots: number;
  readonly #plenty: number;
  readonly #free: number[];
  readonly #waiting: ((slot: number) => void)[] = [];

  /**
   * @param slots how many there are: enough that a hung card's reads leave the others theirs
   * @param plenty from this many on nobody gets a second one, so that a crowd of recorders does not take the machine's memory
   */
  constructor(slots: number, plenty = slots) {
    this.#plenty = plenty;
    this.#slots = slots;
    this.#memory = alignedMemory(slots * slotBytes);
    this.#free = Array.from({ length: slots }, (_, i) => slots - 1 - i);
  }

  /** A slot of `slotBytes`; waits while all are out (hung cards may hold some of them for long). */
  async take(): Promise<Slot> {
    const index = this.#free.pop() ?? (await new Promise<number>((got) => this.#waiting.push(got)));
    return this.#slot(index);
  }

  get scarce(): boolean {
    return this.#slots - this.#free.length >= this.#plenty;
  }

  /** A slot where one is free at once, else null: who holds a slot already must not wait for a second one. */
  takeFree(): Slot | null {
    if (this.scarce) return null;
    const index = this.#free.pop();
    return index === undefined ? null : this.#slot(index);
  }

  give(slot: Slot): void {
    const next = this.#waiting.shift();
    if (next) next(slot.index);
    else this.#free.push(slot.index);
  }

  #slot(index: number): Slot {
    return { bytes: this.#memory.subarray(index * slotBytes, (index + 1) * slotBytes), index };
  }
}

export interface Slot {
  readonly bytes: Buffer;
  readonly index: number;
}
