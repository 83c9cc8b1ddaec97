import type { QueryClient } from '@tanstack/react-query';

/**
 * Everything that is shown is asked anew in the name of whoever signs in now; what they may not see goes. What was typed on
 * the page stands meanwhile, so that answers are not simply thrown away.
 */
export async function askAnew(queries: QueryClient): Promise<void> {
  queries.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => queryKey[0] !== 'signedIn' });
  await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'signedIn' });
  for (const query of queries.getQueryCache().findAll({ predicate: ({ state }) => state.error !== null }))
    query.reset();
}
