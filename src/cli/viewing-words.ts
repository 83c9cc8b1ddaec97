import type { MadeViewingCopy } from '../custody/entry-kinds.ts';
import { viewingWords } from '../station/catalogue/entry-words.ts';
import type { ShownViewing } from '../station/catalogue/viewing.ts';
import type { ViewingStatus } from '../station/status.ts';
import { say } from '../texts/say.ts';
import type { Language } from '../texts/text.ts';
import { sizeWords, spanWords } from '../texts/units.ts';

/** How a viewing copy stands, in one line. */
export function viewingStateWords(language: Language, shown: ShownViewing): string {
  switch (shown.state) {
    case 'made': {
      const { how, bytes } = shown.said;
      return `${say(language, 'cli.viewing.state.made')}  ${viewingWords(language, how)}  ${sizeWords(bytes)}`;
    }
    case 'failed':
    case 'removed':
      return say(language, `cli.viewing.state.${shown.state}`, {
        why: viewingWords(language, shown.said.because),
      });
    case 'none':
    case 'waiting':
      return say(language, `cli.viewing.state.${shown.state}`);
  }
}

/** How many there are, and what is being done. */
export function viewingLine(language: Language, { live, ...counts }: ViewingStatus): string {
  const { made, failed, waiting, bytes } = counts;
  const parts = [say(language, 'cli.viewing.line', { made, failed, waiting, size: sizeWords(bytes) })];
  if (live !== null && live.underWay.length > 0) {
    const items = live.underWay.map(({ evidence, percent }) =>
      percent === null ? evidence : `${evidence} ${percent}%`,
    );
    parts.push(say(language, 'cli.viewing.under_way', { items: items.join(', ') }));
  }
  const paused = live?.paused ?? null;
  if (paused !== null) parts.push(say(language, `cli.viewing.paused.${paused}`));
  return parts.join('  ');
}

/** Recorders round their lengths: what differs by less is the same. */
const toleranceMs = 1_000;

/** How long a copy is; one that is shorter than its original says so. */
export function lengthWords(language: Language, { durationMs, originalMs }: MadeViewingCopy): string {
  if (durationMs === null) return '–';
  const length = spanWords(durationMs / 1_000);
  if (originalMs === null || originalMs - durationMs <= toleranceMs) return length;
  return say(language, 'cli.viewing.shorter', { length, original: spanWords(originalMs / 1_000) });
}
