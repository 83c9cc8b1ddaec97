import type { ReadAnswer, ReadArgs, ReadName } from './reads.ts';

/** Questions to the catalogue. Errors: those of the question; `api.busy`, `api.too_slow`. */
export interface Reader {
  read<N extends ReadName>(name: N, args: ReadArgs<N>): Promise<ReadAnswer<N>>;
  close(): Promise<void>;
}
