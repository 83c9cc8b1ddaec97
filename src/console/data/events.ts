import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { OperationName } from '../../api/client/client.ts';
import { setLink } from './link-state.ts';

const kinds = ['progress', 'alarm', 'verdict', 'entry'] as const;
export type LiveKind = (typeof kinds)[number];

/** What a kind of event makes old. */
const stale: Readonly<Record<LiveKind, readonly OperationName[]>> = {
  progress: ['dockingLive', 'dockingList'],
  alarm: ['alarmList', 'alarm', 'stationStatus'],
  verdict: ['evidenceList', 'evidenceItem', 'sessionList', 'session', 'reportPunctuality'],
  // A list that is being read must not run away: the ledger's page says itself when it goes along.
  entry: [],
};
/** A burst of events asks once. */
const gatherMs = 1_000;
const againMs = 3_000;

const listeners = new Map<LiveKind, Set<(data: unknown) => void>>();

/** Hears what happens while it happens, as long as somebody is signed in; answers that it makes old are asked for anew. */
export function useEvents(on: boolean): void {
  const queries = useQueryClient();
  useEffect(() => (on ? heard(queries) : undefined), [on, queries]);
}

/** For a page that shows an event itself. */
export function useLiveEvent(kind: LiveKind, listener: (data: unknown) => void): void {
  useEffect(() => {
    const those = listeners.get(kind) ?? new Set();
    listeners.set(kind, those.add(listener));
    return () => void those.delete(listener);
  }, [kind, listener]);
}

function heard(queries: QueryClient): () => void {
  const gathered = new Set<OperationName>();
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = setInterval(() => {
    for (const name of gathered) void queries.invalidateQueries({ queryKey: [name] });
    gathered.clear();
  }, gatherMs);
  const open = (): void => {
    source = new EventSource('/api/v1/events');
    for (const kind of kinds)
      source.addEventListener(kind, ({ data }: MessageEvent<string>) => {
        for (const name of stale[kind]) gathered.add(name);
        for (const listener of listeners.get(kind) ?? []) listener(parsed(data));
      });
    // A stream that was refused is not opened again by the browser.
    source.addEventListener('error', () => {
      void lookForStation();
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, againMs);
    });
  };
  open();
  return () => {
    source?.close();
    clearTimeout(timer);
    clearInterval(flush);
  };
}

/** A stream ends by itself from time to time; only a station that does not answer either is gone. */
async function lookForStation(): Promise<void> {
  const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => null);
  if (answer === null) setLink({ gone: true });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
