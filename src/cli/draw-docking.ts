import type { DockingSnapshot } from '../intake/progress.ts';
import { say } from '../texts/say.ts';
import { type Language, printable } from '../texts/text.ts';
import { sizeWords } from '../texts/units.ts';
import { cutEnd, cutStart, displayWidth, inCells } from './display-width.ts';
import { verdictOf } from './docking-verdict.ts';
import { type Paint, plainPaint } from './paint.ts';
import { bar, percent, progressLine } from './progress-line.ts';

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

function detailLine(snapshot: DockingSnapshot, language: Language, width: number, paint: Paint): string {
  const { phase, files, current, erasing } = snapshot;
  switch (phase) {
    case 'erasing':
      return cutEnd(say(language, 'live.erasing_files', erasing ?? { done: 0, total: 0 }), width);
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
  const { docking, files, bytes, failed, deferred, erased } = snapshot;
  const left = failed + deferred;
  if (left > 0) return paint.tone('trouble', cutEnd(say(language, 'live.left', { left, docking }), width));
  if (erased !== null) {
    const words = say(language, 'live.erased_words', { ...erased, docking });
    return paint.tone(erased.kept > 0 ? 'trouble' : 'quiet', cutEnd(words, width));
  }
  const facts = { total: files.total, size: sizeWords(bytes.total) };
  const words = files.total === 0 ? say(language, 'live.nothing') : say(language, 'live.safe_words', facts);
  return paint.tone('quiet', cutEnd(words, width));
}
