import type { DocketError } from '../../errors.ts';
import { sayProblem } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';

/** `unknown`: this machine does not let it be looked at. `failed`: the station cannot work like this. */
export type CheckState = 'ok' | 'warning' | 'failed' | 'unknown';

/** One thing that was looked at. */
export interface Check {
  /** Stable name, for scripts. */
  readonly check: string;
  readonly state: CheckState;
  readonly says: string;
  /** What to do next; null where nothing needs to be done. */
  readonly next: string | null;
}

export function ok(check: string, says: string): Check {
  return { check, state: 'ok', says, next: null };
}

export function warning(check: string, says: string, next: string | null): Check {
  return { check, state: 'warning', says, next };
}

export function failed(check: string, says: string, next: string): Check {
  return { check, state: 'failed', says, next };
}

/** An error that a room would refuse to work with, in that room's own words. */
export function failedBy(check: string, { code, params }: DocketError, language: Language): Check {
  return { check, state: 'failed', ...sayProblem(language, code, params) };
}
