import { basename } from 'node:path';
import type { Alarm } from '../custody/alarms.ts';
import type { DockingSnapshot } from '../intake/progress.ts';
import type { ListedEvidence } from '../station/catalogue/evidence-list.ts';
import { say } from '../texts/say.ts';
import { type Language, printable } from '../texts/text.ts';
import { sizeWords } from '../texts/units.ts';
import { cutEnd, cutStart, displayWidth, inCells, inLines } from './display-width.ts';
import { drawDocking, drawDockingShort } from './draw-docking.ts';
import type { Paint, Tone } from './paint.ts';

/** What the catalogue tells a screen. */
export interface Glance {
  readonly counts: { readonly evidence: number; readonly stored: number; readonly secured: number };
  /** Newest first. */
  readonly evidence: readonly ListedEvidence[];
  readonly openAlarms: number;
  /** The gravest first, each with its sentence. */
  readonly alarms: readonly (Alarm & { readonly message: string })[];
}

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

export interface Screen {
  readonly width: number;
  readonly height: number;
}

const fewestEvidence = 3;
const mostEvidence = 8;
/** An alarm's sentence ends with what to do: it may take this many lines. */
const alarmHeight = 2;

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

function evidenceLines(
  { counts, evidence }: Glance,
  language: Language,
  { width, height }: Screen,
  paint: Paint,
): readonly string[] {
  const heading = say(language, 'live.evidence');
  const counted = cutEnd(
    say(language, 'live.counts', counts),
    Math.max(0, width - displayWidth(heading) - 2),
  );
  const gap = ' '.repeat(Math.max(2, width - displayWidth(heading) - displayWidth(counted)));
  const lines = evidence
    .slice(0, Math.max(1, Math.min(mostEvidence, height)))
    .map((one) => evidenceLine(one, language, width, paint));
  const none = paint.tone('quiet', say(language, 'live.no_evidence'));
  return [
    `${paint.tone('strong', heading)}${gap}${paint.tone('quiet', counted)}`,
    ...(lines.length === 0 ? [none] : lines),
  ];
}

function evidenceLine(
  { evidenceId, state, bytes, sha256, path }: ListedEvidence,
  language: Language,
  width: number,
  paint: Paint,
): string {
  const tone: Tone = state === 'stored' ? 'safe' : 'hold';
  const words = say(language, `cli.state.${state}`);
  const size = inCells(sizeWords(bytes), 9, 'right');
  const digest = sha256.slice(0, 12);
  const room = width - displayWidth(evidenceId) - displayWidth(words) - 9 - 12 - 8;
  const name = cutStart(printable(basename(path)), Math.max(0, room));
  const facts = `${size}  ${paint.tone('quiet', digest)}  ${name}`;
  return `${evidenceId}  ${paint.tone(tone, words)}  ${facts}`.trimEnd();
}

function alarmLines(
  { openAlarms, alarms }: Glance,
  language: Language,
  width: number,
  paint: Paint,
): readonly string[] {
  if (openAlarms === 0) return [];
  const heading = cutEnd(say(language, 'live.alarms', { open: openAlarms }), width);
  const lines = alarms.flatMap(({ severity, message }) => {
    const tone: Tone = severity === 'notice' ? 'attention' : 'trouble';
    return inLines(message, Math.max(8, width - 2), alarmHeight).map(
      (line, i) => `${i === 0 ? paint.tone(tone, '!') : ' '} ${line}`,
    );
  });
  return ['', paint.tone('strong', heading), ...lines];
}
