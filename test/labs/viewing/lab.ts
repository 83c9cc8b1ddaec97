import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probeFile } from '../../../src/tagging/probe-file.ts';
import type { Outcome } from '../../../src/viewing/make-copy.ts';
import { isCopied, planOf } from '../../../src/viewing/plan.ts';
import type { ViewingSettings } from '../../../src/viewing/settings.ts';
import { copyOf, dropCopy } from '../../viewing/workshop.ts';
import { type LabSample, labSamples, madeSample } from './lab-samples.ts';
import { type Playable, type Played, playInChromium } from './player.ts';

/** A sample, what became of it, and what Chromium made of that. */
export interface LabResult {
  readonly sample: LabSample;
  readonly mark: ViewingSettings['mark'];
  readonly outcome: Outcome;
  /** As the original's container says it. */
  readonly originalSeconds: number | null;
  /** Null where there is no copy. */
  readonly played: Played | null;
}

const marks = ['burnt', 'laid_over'] as const;

type Made = Omit<LabResult, 'played'> & { readonly outcome: Outcome & { readonly folder: string } };

/**
 * Makes the viewing copies of all samples, once with the mark burnt in and once more where without it something is taken
 * over as it is, and has each played to its end.
 */
export async function runLab(): Promise<readonly LabResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'docket-viewing-lab-'));
  const made: Made[] = [];
  try {
    for (const sample of labSamples) made.push(...(await copiesOf(folder, sample)));
    const played = await playInChromium(made.flatMap(playable));
    return made.map((one) => ({ ...one, played: played.find(({ name }) => name === nameOf(one)) ?? null }));
  } finally {
    for (const { outcome } of made) dropCopy(outcome);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function copiesOf(folder: string, sample: LabSample): Promise<readonly Made[]> {
  const path = madeSample(folder, sample);
  const facts = (await probeFile(path))?.facts;
  if (facts === undefined) throw new Error('no ffprobe here');
  const { durationMs } = facts;
  const originalSeconds = durationMs === null ? null : durationMs / 1_000;
  const made: Made[] = [];
  for (const mark of marks) {
    const settings = { height: 240, mark };
    const plan = planOf(facts, { ...settings, encoder: 'software' });
    if (mark === 'laid_over' && (plan.does !== 'film' || !isCopied(plan))) continue;
    made.push({ sample, mark, originalSeconds, outcome: await copyOf(path, { settings, facts }) });
  }
  return made;
}

function nameOf({ sample, mark }: Pick<LabResult, 'sample' | 'mark'>): string {
  return `${mark}-${sample.name}`;
}

function playable(one: Made): readonly Playable[] {
  const { sample, outcome } = one;
  if (outcome.is !== 'made' || sample.expected === 'cannot') return [];
  return [{ name: nameOf(one), kind: sample.expected, path: join(outcome.folder, outcome.data.name) }];
}
