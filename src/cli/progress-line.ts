import type { DockingSnapshot } from '../intake/progress.ts';
import { say } from '../texts/say.ts';
import type { Language } from '../texts/text.ts';
import { sizeWords, spanWords } from '../texts/units.ts';
import { cutEnd, displayWidth, inCells } from './display-width.ts';
import { phaseWords, verdictOf } from './docking-verdict.ts';
import type { Paint } from './paint.ts';

/** How far a docking is: phase, bar, share, sizes, rate and time left, as much of it as fits. */
export function progressLine(
  snapshot: DockingSnapshot,
  language: Language,
  width: number,
  paint: Paint,
): string {
  const { phase } = snapshot;
  const words = phaseWords(snapshot, language);
  if (phase === 'looking' || phase === 'refused' || phase === 'given_up') return cutEnd(words, width);
  const facts = progressFacts(snapshot, language);
  // The same room for the bar at every port, so that the bars stand below one another.
  const name = inCells(words, Math.max(phaseCells, displayWidth(words)));
  const room = Math.min(mostBar, width - displayWidth(name) - factCells - 4);
  const head = room < leastBar ? words : `${name}  ${bar(snapshot, room, paint)}`;
  const used = room < leastBar ? displayWidth(words) : displayWidth(name) + 2 + room;
  while (facts.length > 0 && used + 2 + displayWidth(facts.join('  ')) > width) facts.pop();
  return [used > width ? cutEnd(words, width) : head, ...facts].join('  ');
}

const mostBar = 40;
const leastBar = 6;
const phaseCells = 9;
const factCells = 47;

/** From what must be seen to what may be left out where the terminal is narrow. */
function progressFacts(snapshot: DockingSnapshot, language: Language): string[] {
  const { phase, bytes, bytesPerSecond, secondsLeft } = snapshot;
  const whole = sizeWords(bytes.total);
  const sizes = bytes.done >= bytes.total ? whole : `${sizeWords(bytes.done)} / ${whole}`;
  const facts = [percent(snapshot).padStart(4), sizes];
  if (phase !== 'copying' || bytesPerSecond === 0) return facts;
  facts.push(`${sizeWords(bytesPerSecond)}/s`);
  if (secondsLeft !== null) facts.push(say(language, 'live.time_left', { time: spanWords(secondsLeft) }));
  return facts;
}

/** A look at a card without recordings is whole at once. */
function share({ phase, bytes, files }: DockingSnapshot): number {
  if (bytes.total > 0) return Math.min(1, bytes.done / bytes.total);
  return files.done >= files.total && phase !== 'looking' ? 1 : 0;
}

/** Rounded down: 100% means that nothing is missing. */
export function percent(snapshot: DockingSnapshot): string {
  return `${Math.floor(share(snapshot) * 100)}%`;
}

/** The bar in exactly so many cells. */
export function bar(snapshot: DockingSnapshot, cells: number, paint: Paint): string {
  const full = Math.floor(share(snapshot) * cells);
  const { tone } = verdictOf(snapshot);
  return `${paint.tone(tone, '█'.repeat(full))}${paint.tone('quiet', '░'.repeat(cells - full))}`;
}
