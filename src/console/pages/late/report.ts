import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Verdict } from '../../../api/client/operations.ts';
import { askStation } from '../../data/ask-station.ts';
import type { Span } from '../../words/days-asked.ts';

/** One course of enforcement by one rule. */
export type Judged = Verdict & {
  readonly recorder: string;
  readonly officers: readonly string[];
  readonly items: number;
};

export interface Counts {
  readonly group: string;
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly excused: number;
  readonly overdue: number;
  readonly undetermined: number;
  readonly open: number;
  readonly punctuality: number | null;
}

export const groupings = ['week', 'unit', 'officer'] as const;
export type Grouping = (typeof groupings)[number];

/** Every verdict of the days; without days of the last month and of all that is to come. */
export function useJudged(span: Span): UseQueryResult<readonly Judged[]> {
  return useQuery({
    queryKey: ['reportPunctuality', 'sessions', span],
    queryFn: async () => {
      const answer = await askStation('reportPunctuality', { query: span });
      return ((await answer.json()) as { readonly sessions: readonly Judged[] }).sessions;
    },
  });
}

export function useCounts(by: Grouping, span: Span): UseQueryResult<readonly Counts[]> {
  return useQuery({ queryKey: ['reportPunctuality', by, span], queryFn: () => counted(by, span) });
}

async function counted(by: Grouping, span: Span): Promise<readonly Counts[]> {
  // Which unit a recording belongs to is known to the report for supervision alone.
  if (by === 'unit') {
    const answer = await askStation('reportSupervision', { query: { by, ...span } });
    return ((await answer.json()) as { readonly rows: readonly Counts[] }).rows;
  }
  const answer = await askStation('reportPunctuality', { query: { by, ...span } });
  return ((await answer.json()) as { readonly groups: readonly Counts[] }).groups;
}
