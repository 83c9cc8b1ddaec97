import { QueryClient } from '@tanstack/react-query';
import { GoneError } from './ask-station.ts';

export function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // A station that is gone is waited for; a refusal is not asked for again.
        retry: (failures, error) => error instanceof GoneError && failures < 1,
        retryDelay: 500,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
