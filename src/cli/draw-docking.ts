import type { DockingSnapshot } from '../intake/progress.ts';
import { say } from '../texts/say.ts';
import { type Language, printable } from '../texts/text.ts';
import { sizeWords, spanWords } from '../texts/units.ts';
import { cutEnd, cutStart, displayWidth, inCells } from './display-width.ts';
import { type Paint, plainPaint, type Tone } from './paint.ts';

/** The phase in words. */
export function phaseWords({ phase }: Pick<DockingSnapshot, 'phase'>, language: Language): string {
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

/**
 * One docking as three lines of at most `width` cells: whose card it is and whether it may be taken, how far it is,
 * and what is being read. Names come from the card and are shown harmless.
 */
export function drawDocking(
  snapshot: DockingSnapshot,
  language: Language,
  width: number,
  paint: Paint = plainPaint,
): readonly string[] {
  const { tone } = verdictOf(snapshot);
  const edge = paint.tone(tone, '┃');
  const inner = Math.max(1, width - 2);
  return [
    heading(snapshot, language, inner, paint),
    progressLine(snapshot, language, inner, paint),
    detailLine(snapshot, language, inner, paint),
  ].map((line) => `${edge} ${line}`.trimEnd());
}

/** The same in one line, for a dock with many ports. */
export function drawDockingShort(
  snapshot: DockingSnapshot,
  language: Language,
  width: number,
  paint: Paint = plainPaint,
): string {
  const { tone, text } = verdictOf(snapshot);
  const badge = say(language, `live.${text}`);
  const { files } = snapshot;
  const counted = `${percent(snapshot).padStart(4)}  ${files.done}/${files.total}`;
  const cells = width - 2 - displayWidth(badge) - 2 - 2 - displayWidth(counted) - 2;
  const name = inCells(nameOf(snapshot, language), Math.max(4, Math.min(32, cells)));
  const room = Math.max(0, Math.min(30, cells - displayWidth(name) - 2));
  const line = `${paint.tone('strong', name)}  ${room > 3 ? `${bar(snapshot, room, paint)}  ` : ''}${counted}`;
  return `${paint.tone(tone, '┃')} ${line}  ${paint.badge(tone, badge)}`;
}

function nameOf({ port, recorder }: DockingSnapshot, language: Language): string {
  const place = say(language, 'live.port', { port });
  if (recorder === null) return place;
  // `folder:` and a path stand for a card on which nothing says whose it is.
  if (recorder.startsWith('folder:')) return `${place}  ${say(language, 'live.unnamed')}`;
  return `${place}  ${say(language, 'live.recorder', { recorder })}`;
}

function heading(snapshot: DockingSnapshot, language: Language, width: number, paint: Paint): string {
  const { tone, text } = verdictOf(snapshot);
  const badge = say(language, `live.${text}`);
  const room = Math.max(0, width - displayWidth(badge) - 4);
  return `${paint.tone('strong', inCells(nameOf(snapshot, language), room))}  ${paint.badge(tone, badge)}`;
}

function progressLine(snapshot: DockingSnapshot, language: Language, width: number, paint: Paint): string {
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
function percent(snapshot: DockingSnapshot): string {
  return `${Math.floor(share(snapshot) * 100)}%`;
}

function bar(snapshot: DockingSnapshot, cells: number, paint: Paint): string {
  const full = Math.floor(share(snapshot) * cells);
  const { tone } = verdictOf(snapshot);
  return `${paint.tone(tone, '█'.repeat(full))}${paint.tone('quiet', '░'.repeat(cells - full))}`;
}

function detailLine(snapshot: DockingSnapshot, language: Language, width: number, paint: Paint): string {
  const { phase, files, current } = snapshot;
  switch (phase) {
    case 'refused':
      return paint.tone('quiet', cutEnd(say(language, 'live.refused_words'), width));
    case 'given_up':
      return paint.tone('quiet', cutEnd(say(language, 'live.again_words'), width));
    case 'complete':
    case 'ended':
      return endLine(snapshot, language, width, paint);
    case 'looking':
      return '';
    default: {
      const counted = say(language, 'live.files', files);
      const path = cutStart(printable(current ?? ''), width - displayWidth(counted) - 2);
      return `${counted}  ${paint.tone('quiet', path)}`;
    }
  }
}

function endLine(snapshot: DockingSnapshot, language: Language, width: number, paint: Paint): string {
  const { docking, files, bytes, failed, deferred } = snapshot;
  const left = failed + deferred;
  if (left > 0) return paint.tone('trouble', cutEnd(say(language, 'live.left', { left, docking }), width));
  const facts = { total: files.total, size: sizeWords(bytes.total) };
  const words = files.total === 0 ? say(language, 'live.nothing') : say(language, 'live.safe_words', facts);
  return paint.tone('quiet', cutEnd(words, width));
}
