import { useQuery } from '@tanstack/react-query';
import { askStation, problemOf } from '../../data/ask-station.ts';
import { type ReadCheckpoint, readCheckpoint } from './read-proof.ts';

const everyMs = 15_000;

/** The newest signed head of the ledger; null while nothing has been signed. */
export function useCheckpoint() {
  return useQuery({ queryKey: ['checkpoint'], queryFn: newest, refetchInterval: everyMs });
}

async function newest(): Promise<ReadCheckpoint | null> {
  try {
    return readCheckpoint(await (await askStation('checkpoint', {})).text());
  } catch (error) {
    if (problemOf(error)?.code !== 'api.row_gone') throw error;
    return null;
  }
}
