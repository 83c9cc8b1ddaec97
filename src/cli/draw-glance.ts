import { basename } from 'node:path';
import type { Alarm } from '../station/catalogue/alarm-list.ts';
import type { ListedEvidence } from '../station/catalogue/evidence-list.ts';
import { say } from '../texts/say.ts';
import { type Language, printable } from '../texts/text.ts';
import { sizeWords } from '../texts/units.ts';
import { cutEnd, cutStart, displayWidth, inCells, inLines } from './display-width.ts';
import type { Paint, Tone } from './paint.ts';

/** What the catalogue tells a screen. */
export interface Glance {
  readonly counts: { readonly evidence: number; readonly stored: number; readonly secured: number };
  /** Newest first. */
  readonly evidence: readonly ListedEvidence[];
  readonly openAlarms: number;
  /** The gravest first, each with its sentence. */
  readonly alarms: readonly (Pick<Alarm, 'severity'> & { readonly message: string })[];
}

/** A terminal's size in cells. */
export interface Screen {
  readonly width: number;
  readonly height: number;
}

const mostEvidence = 8;
/** An alarm's sentence ends with what to do: it may take this many lines. */
const alarmHeight = 2;

/** The newest evidence: id, state, size, beginning of the digest, file name. */
export function evidenceLines(
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
  const size = inCells(sizeWords(bytes), sizeCells, 'right');
  const room = width - displayWidth(evidenceId) - displayWidth(words) - sizeCells - 4;
  const name = printable(basename(path));
  const digest = sha256.slice(0, digestCells);
  const rest =
    room >= 2 * digestCells + 4
      ? `  ${paint.tone('quiet', digest)}  ${cutStart(name, room - digestCells - 4)}`
      : `  ${cutStart(name, Math.max(0, room - 2))}`;
  return `${evidenceId}  ${paint.tone(tone, words)}  ${size}${rest}`.trimEnd();
}

const sizeCells = 9;
const digestCells = 12;

/** The gravest open alarms with their sentences; nothing where there is none. */
export function alarmLines(
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
