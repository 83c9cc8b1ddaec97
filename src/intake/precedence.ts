import type { Actor } from '../custody/entry.ts';
import type { Ledger } from '../custody/ledger.ts';

/**
 * The docking that somebody wants before the others: while it still has recordings waiting, the others begin no new
 * one. It never outlasts the taking in of that card, paused and hung ones included, so that nothing waits for ever.
 */
export class Precedence {
  readonly #taking = new Set<string>();
  #first: string | null = null;
  #over = Promise.withResolvers<void>();

  /** Which one goes first; null: none. */
  get first(): string | null {
    return this.#first;
  }

  /** Its recordings are being taken. The function that is returned says that they are not any more. */
  taking(docking: string): () => void {
    this.#taking.add(docking);
    return () => {
      this.#taking.delete(docking);
      this.yield(docking);
    };
  }

  isTaking(docking: string): boolean {
    return this.#taking.has(docking);
  }

  /** Whoever is put first last goes first. Nothing happens where nothing of it is waiting. */
  put(docking: string): void {
    if (!this.isTaking(docking) || this.#first === docking) return;
    this.#first = docking;
    this.#lift();
  }

  /** It does without: it is paused, or gone through. */
  yield(docking: string): void {
    if (this.#first !== docking) return;
    this.#first = null;
    this.#lift();
  }

  /** Resolves once this one may begin its next recording, or once it is given up. */
  async turn(docking: string, givenUp: AbortSignal): Promise<void> {
    const gone = Promise.withResolvers<void>();
    const stop = (): void => gone.resolve();
    givenUp.addEventListener('abort', stop, { once: true });
    try {
      while (this.#first !== null && this.#first !== docking && !givenUp.aborted)
        await Promise.race([this.#over.promise, gone.promise]);
    } finally {
      givenUp.removeEventListener('abort', stop);
    }
  }

  #lift(): void {
    this.#over.resolve();
    this.#over = Promise.withResolvers();
  }
}

/** Puts a docking's recordings before those of all others, and enters that. False where none is waiting: then nothing happens. */
export async function putFirst(
  { precedence, ledger }: { readonly precedence: Precedence; readonly ledger: Ledger },
  docking: string,
  actor: Actor,
): Promise<boolean> {
  if (!precedence.isTaking(docking)) return false;
  const subject = { kind: 'docking', id: docking } as const;
  if (precedence.first !== docking)
    await ledger.append([{ type: 'docking.prioritised', actor, subject, data: {}, personal: {} }]);
  precedence.put(docking);
  return true;
}
