import {
  type QueryClient,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Answer, Asking, OperationName } from '../../api/client/client.ts';
import { askStation, isConflict } from './ask-station.ts';

/** What is read of the station; kept under the operation's name, by which a deed or an event says that it is old. */
export function useAnswer<N extends OperationName>(
  name: N,
  asking: Asking<N>,
  options: { readonly enabled?: boolean; readonly everyMs?: number } = {},
): UseQueryResult<Answer<N>> {
  const { enabled = true, everyMs } = options;
  return useQuery({
    queryKey: [name, asking],
    queryFn: () => askStation(name, asking),
    enabled,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
  });
}

interface Page<R> {
  readonly rows: readonly R[];
  readonly next: string | null;
}

/** The operations that answer with a page of rows and a cursor. */
export type ListName = {
  [N in OperationName]: Answer<N> extends Page<unknown> ? N : never;
}[OperationName];
export type RowOf<N extends ListName> = Answer<N> extends Page<infer R> ? R : never;
export type FiltersOf<N extends ListName> = Asking<N> extends { query?: infer Q } ? NonNullable<Q> : never;

export type ListAnswer<R> = Pick<
  UseInfiniteQueryResult,
  'isPending' | 'isPlaceholderData' | 'isFetchingNextPage' | 'error' | 'hasNextPage' | 'refetch'
> & { readonly rows: readonly R[]; readonly more: () => void };

const rowsOfPage = 100;

/** A list, page after page. */
export function useList<N extends ListName>(
  name: N,
  filters: FiltersOf<N>,
  { enabled = true }: { readonly enabled?: boolean } = {},
): ListAnswer<RowOf<N>> {
  const query = useInfiniteQuery({
    queryKey: [name, filters],
    enabled,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      // The filters are those of this very operation.
      const asking = { query: { limit: rowsOfPage, ...filters, ...cursor } } as unknown as Asking<N>;
      return (await askStation(name, asking)) as unknown as Page<RowOf<N>>;
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  const { data, isPending, isPlaceholderData, isFetchingNextPage, error, hasNextPage, refetch } = query;
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const more = (): void => void query.fetchNextPage();
  return { isPending, isPlaceholderData, isFetchingNextPage, error, hasNextPage, refetch, rows, more };
}

/** Something that is done at the station. @param stale operations whose answers are old afterwards */
export function useDeed<N extends OperationName>(
  name: N,
  stale: readonly OperationName[],
): UseMutationResult<Answer<N>, Error, Asking<N>> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asking: Asking<N>) => askStation(name, asking),
    onSuccess: () => renew(queries, stale),
    // Whoever was too late sees what has been done meanwhile.
    onError: (error) => (isConflict(error) ? renew(queries, stale) : undefined),
  });
}

async function renew(queries: QueryClient, stale: readonly OperationName[]): Promise<void> {
  await Promise.all(stale.map((one) => queries.invalidateQueries({ queryKey: [one] })));
}
