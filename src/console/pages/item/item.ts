import type { Answer } from '../../../api/client/client.ts';
import { useAnswer } from '../../data/answers.ts';

export type Item = Answer<'evidenceItem'>;
export type Tag = Item['tags'][number];
export type TagField = Tag['field'];
export type Finding = Item['findings'][number];
export type Verdict = Item['verdicts'][number];
export type Step = Answer<'evidenceStory'>['story'][number];

/** The operations whose answers a deed on this page makes old. */
export const touched = ['evidenceItem', 'evidenceStory', 'evidenceList', 'evidenceLimits'] as const;

export function useItem(evidence: string) {
  return useAnswer('evidenceItem', { params: { evidence } });
}

/** Whether the original is gone. Pure. */
export function isDisposed({ state }: Pick<Item, 'state'>): boolean {
  return state === 'disposed';
}

/** What persons hold it by, as the catalogue tells it. */
export interface Hold {
  readonly hold: string;
  readonly of: 'evidence' | 'case';
  readonly about: string;
  readonly reason: string | null;
  readonly placer: string;
  readonly placed: string;
}

/** How it is kept, read out of what the interface does not describe further. Pure. */
export function keepingOf({ retention }: Pick<Item, 'retention'>) {
  const { because, holds, disposal } = retention;
  const at = typeof disposal === 'object' && disposal !== null ? Reflect.get(disposal, 'at') : null;
  return {
    because: Array.isArray(because) ? because.map(String) : [],
    holds: Array.isArray(holds) ? holds.filter(isHold) : [],
    disposedAt: typeof at === 'string' ? at : null,
  };
}

function isHold(one: unknown): one is Hold {
  return typeof one === 'object' && one !== null && 'hold' in one && 'placed' in one && 'placer' in one;
}
