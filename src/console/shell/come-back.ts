import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { setLink, useLink } from '../data/link-state.ts';

const everyMs = 2_000;

/** While the station does not answer it is asked whether it lives; as soon as it does, everything shown is asked anew. */
export function useComeBack(): void {
  const { gone } = useLink();
  const queries = useQueryClient();
  useEffect(() => {
    if (!gone) return undefined;
    const timer = setInterval(() => void look(queries), everyMs);
    return () => clearInterval(timer);
  }, [gone, queries]);
}

async function look(queries: QueryClient): Promise<void> {
  const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => null);
  if (answer?.ok !== true) return;
  setLink({ gone: false });
  await queries.invalidateQueries();
}
