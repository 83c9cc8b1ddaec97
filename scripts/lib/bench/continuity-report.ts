import type { Score, Scores } from './continuity/score.ts';
import type { ContinuityResult } from './continuity.ts';
import { type Verdict, verdictTable } from './ingest-report.ts';
import { describe } from './machine.ts';
import { reached, spread, type Target } from './statistics.ts';
import { figure, markdownTable } from './table.ts';

const none: Target = { most: 0 };
const nearlyAll: Target = { least: 0.95 };
const most: Target = { least: 0.9 };

export function continuityVerdicts({ played, real }: ContinuityResult): readonly Verdict[] {
  const goals: readonly (readonly [string, Target, number])[] = [
    ['findings on clean cards, generated and real', none, played.onClean + real.onClean],
    ['precision, generated cards', nearlyAll, precision(played.all)],
    ['recall, generated cards', most, recall(played.all)],
    ['precision, real cards', nearlyAll, precision(real.all)],
    ['recall, real cards', most, recall(real.all)],
  ];
  return goals.map(([what, target, value]) => {
    const measured = spread([value]);
    return { what, target, measured, reached: reached(target, measured) };
  });
}

export function continuityReport(result: ContinuityResult): string {
  const { played, real, seed, habits, machine } = result;
  return [
    `Seed ${seed}. ${habits} habits of recorders. ${describe(machine)}`,
    '',
    `**Generated**: ${counted(played)}. Their listings and what ffprobe would say of each file are told; sessions, tags, times and findings are the station's own.`,
    '',
    kindTable(played),
    '',
    `**Real**: ${counted(real)}. Recordings made by ffmpeg on real folders, taken in by the real intake, looked at by the real ffprobe.`,
    '',
    kindTable(real),
    '',
    verdictTable(continuityVerdicts(result)),
    '',
    ...wrong('Not found', [...played.missed, ...real.missed]),
    ...wrong('Found where nothing was done', [...played.invented, ...real.invented]),
  ].join('\n');
}

function counted({ cards, clean, recordings, onClean }: Scores): string {
  return `${cards} cards, ${clean} of them clean, ${recordings} recordings; findings on the clean ones: ${onClean}`;
}

function kindTable({ kinds, all }: Scores): string {
  const row = (score: Score): readonly string[] => {
    const { kind, done, made, right } = score;
    return [kind, String(done), String(made), String(right), figure(precision(score)), figure(recall(score))];
  };
  return markdownTable(['kind', 'done', 'found', 'right', 'precision', 'recall'], [...kinds, all].map(row));
}

/** Of what was found, the share that was done; of what was done, the share that was found. */
export function precision({ made, right }: Score): number {
  return made === 0 ? 1 : right / made;
}

export function recall({ done, right }: Score): number {
  return done === 0 ? 1 : right / done;
}

function wrong(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title}:`, '', ...lines.map((one) => `- ${one}`), ''];
}
