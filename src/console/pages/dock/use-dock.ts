import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Answer } from '../../../api/client/client.ts';
import { asked } from '../../data/ask-station.ts';

export type DockAnswer = Answer<'dock'>;
export type DockPort = DockAnswer['ports'][number];
export type DockedRecorder = NonNullable<DockPort['docked']>;

/** Asked again and again by itself: a stream that is cut off is not missed for longer. */
const everyMs = 2_500;
/** A burst of events asks once. */
const gatherMs = 400;
const reopenMs = 4_000;

/** What stands at the dock, kept new by the station's stream of events, and by asking where that is cut off. */
export function useDock(): UseQueryResult<DockAnswer> {
  const queries = useQueryClient();
  useEffect(() => heard(() => void queries.invalidateQueries({ queryKey: ['dock'] })), [queries]);
  return useQuery({
    queryKey: ['dock'],
    queryFn: () => asked('dock', {}),
    refetchInterval: everyMs,
    refetchIntervalInBackground: true,
    staleTime: 0,
    retry: false,
  });
}

function heard(changed: () => void): () => void {
  let source: EventSource | null = null;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const told = (): void => {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      changed();
    }, gatherMs);
  };
  const open = (): void => {
    source = new EventSource('/api/v1/dock/events');
    source.addEventListener('progress', told);
    source.addEventListener('alarm', told);
    source.addEventListener('open', told);
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) reopening = setTimeout(open, reopenMs);
    });
  };
  open();
  return () => {
    source?.close();
    clearTimeout(reopening);
    clearTimeout(gathering);
  };
}
