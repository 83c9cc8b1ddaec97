import type { DockingSnapshot } from '../intake/progress.ts';
import { say } from '../texts/say.ts';
import type { Language } from '../texts/text.ts';
import type { Tone } from './paint.ts';

/** The phase in words. */
export function phaseWords(
  { phase, failed, deferred }: Pick<DockingSnapshot, 'phase' | 'failed' | 'deferred'>,
  language: Language,
): string {
  if (phase === 'complete' && failed + deferred > 0) return say(language, 'live.phase.partial');
  return say(language, `live.phase.${phase}`);
}

/** What the person at the dock must know before a hand goes to the recorder. */
export function verdictOf(snapshot: DockingSnapshot): {
  readonly tone: Tone;
  readonly text: 'safe' | 'hold' | 'keep' | 'again' | 'refused' | 'gone';
} {
  const { phase, safeToTake, failed, deferred } = snapshot;
  if (safeToTake) return { tone: 'safe', text: 'safe' };
  switch (phase) {
    case 'refused':
      return { tone: 'trouble', text: 'refused' };
    case 'given_up':
      return { tone: 'trouble', text: 'again' };
    case 'complete':
      return { tone: 'trouble', text: 'keep' };
    case 'ended':
      return failed + deferred > 0 ? { tone: 'trouble', text: 'keep' } : { tone: 'quiet', text: 'gone' };
    default:
      return { tone: 'hold', text: 'hold' };
  }
}
