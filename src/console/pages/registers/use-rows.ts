import { useInfiniteQuery } from '@tanstack/react-query';
import type { Answer } from '../../../api/client/client.ts';
import { askStation } from '../../data/ask-station.ts';
import type { RegisterName } from './shapes.ts';

export type Row = Answer<'registerRows'>['rows'][number];

/** Rows of a register, page after page. */
export function useRows(register: RegisterName, begins: string) {
  return useInfiniteQuery({
    queryKey: ['registerRows', register, begins],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      askStation('registerRows', {
        params: { register },
        query: {
          limit: 100,
          ...(begins === '' ? {} : { begins }),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
      }),
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
}
