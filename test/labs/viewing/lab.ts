import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probeFile } from '../../../src/tagging/probe-file.ts';
import type { Outcome } from '../../../src/viewing/make-copy.ts';
import { copyOf, dropCopy } from '../../viewing/workshop.ts';
import { type LabSample, labSamples, madeSample } from './lab-samples.ts';
import { type Playable, type Played, playInChromium } from './player.ts';

/** A sample, what became of it, and what Chromium made of that. */
export interface LabResult {
  readonly sample: LabSample;
  readonly outcome: Outcome;
  /** As the original's container says it. */
  readonly originalSeconds: number | null;
  /** Null where there is no copy. */
  readonly played: Played | null;
}

const settings = { height: 240 } as const;

/** Makes the viewing copies of all samples and has each played to its end. */
export async function runLab(mark: 'burnt' | 'laid_over'): Promise<readonly LabResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'docket-viewing-lab-'));
  const made: { sample: LabSample; outcome: Outcome & { folder: string }; originalSeconds: number | null }[] =
    [];
  try {
    for (const sample of labSamples) {
      const path = madeSample(folder, sample);
      const facts = (await probeFile(path))?.facts;
      if (facts === undefined) throw new Error('no ffprobe here');
      const outcome = await copyOf(path, { settings: { ...settings, mark }, facts });
      const { durationMs } = facts;
      made.push({ sample, outcome, originalSeconds: durationMs === null ? null : durationMs / 1_000 });
    }
    const playable = made.flatMap(({ sample, outcome }): readonly Playable[] => {
      if (outcome.is !== 'made' || sample.expected === 'cannot') return [];
      return [{ name: sample.name, kind: sample.expected, path: join(outcome.folder, outcome.data.name) }];
    });
    const played = new Map((await playInChromium(playable)).map((one) => [one.name, one]));
    return made.map((one) => ({ ...one, played: played.get(one.sample.name) ?? null }));
  } finally {
    for (const { outcome } of made) dropCopy(outcome);
    rmSync(folder, { recursive: true, force: true });
  }
}
