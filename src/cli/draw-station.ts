import type { DockingSnapshot } from '../intake/progress.ts';
import { say } from '../texts/say.ts';
import { type Language, printable } from '../texts/text.ts';
import { cutEnd, cutStart, displayWidth } from './display-width.ts';
import { drawDocking, drawDockingShort } from './draw-docking.ts';
import { alarmLines, evidenceLines, type Glance, type Screen } from './draw-glance.ts';
import type { Paint } from './paint.ts';

/** What the whole screen of a running station shows. */
export interface StationPicture {
  readonly code: string;
  readonly name: string;
  readonly watched: readonly string[];
  readonly dockings: readonly DockingSnapshot[];
  readonly glance: Glance;
  /** A line that stands below everything; null for the hint how to stop. */
  readonly footer: string | null;
}

/** So much of the newest evidence is seen even beside a full dock. */
const fewestEvidence = 3;

/** The screen as lines, none wider and together not taller than the terminal. */
export function drawStation(
  picture: StationPicture,
  language: Language,
  screen: Screen,
  paint: Paint,
): readonly string[] {
  const head = [title(picture, language, screen.width, paint), ''];
  const alarms = alarmLines(picture.glance, language, screen.width, paint);
  const footer = [
    '',
    paint.tone('quiet', cutEnd(picture.footer ?? say(language, 'live.stop_hint'), screen.width)),
  ];
  const fixed = head.length + alarms.length + footer.length + 2;
  const room = Math.max(1, screen.height - fixed - fewestEvidence);
  const dockings = dockingLines(picture.dockings, language, { ...screen, height: room }, paint);
  const rest = screen.height - fixed - dockings.length;
  const evidence = evidenceLines(picture.glance, language, { ...screen, height: rest }, paint);
  return [...head, ...dockings, '', ...evidence, ...alarms, ...footer];
}

function title(
  { code, name, watched }: StationPicture,
  language: Language,
  width: number,
  paint: Paint,
): string {
  const who = cutEnd(
    [say(language, 'live.station', { code }), printable(name)].filter(Boolean).join('  '),
    width,
  );
  const folders = watched.length === 0 ? '' : say(language, 'live.watching', { folders: watched.join(', ') });
  const where = cutStart(folders, Math.max(0, width - displayWidth(who) - 3));
  const gap = ' '.repeat(Math.max(0, width - displayWidth(who) - displayWidth(where)));
  return `${paint.tone('strong', who)}${gap}${paint.tone('quiet', where)}`.trimEnd();
}

/** Three lines a docking with a line between while they fit, one line each where the dock is full. */
function dockingLines(
  dockings: readonly DockingSnapshot[],
  language: Language,
  { width, height }: Screen,
  paint: Paint,
): readonly string[] {
  if (dockings.length === 0) return [cutEnd(say(language, 'live.waiting'), width)];
  const ordered = dockings.toSorted((a, b) => a.port.localeCompare(b.port, 'en', { numeric: true }));
  const whole = ordered.flatMap((one, i) => [
    ...(i === 0 ? [] : ['']),
    ...drawDocking(one, language, width, paint),
  ]);
  if (whole.length <= height) return whole;
  const short = ordered.map((one) => drawDockingShort(one, language, width, paint));
  if (short.length <= height) return short;
  const count = short.length - height + 1;
  return [...short.slice(0, height - 1), say(language, 'live.more', { count })];
}
