import { createReadStream, existsSync, statSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Confinement } from '../confinement.ts';
import type { ViewingPicture } from '../custody/entry-kinds.ts';
import type { Probe } from '../tagging/read-probe.ts';
import type { RunBounds } from './bounds.ts';
import { settledFile } from './copy-file.ts';
import { loudnessName, pictureArguments, pictureNames } from './picture-arguments.ts';
import { isCopied, type Making } from './plan.ts';
import { type Ran, type Running, runFfmpeg } from './run-ffmpeg.ts';
import { type Storyboard, storyboardOf, storyboardTimes } from './storyboard.ts';
import { Loudness, waveformPicture } from './waveform.ts';

export interface PictureWorkshop {
  readonly confinement: Confinement;
  readonly threads: number;
  readonly bounds: RunBounds;
  readonly onRun: (running: Running) => void;
}

/** A copy as ffmpeg has left it, and what it was found to be. */
export interface Finished {
  readonly plan: Making;
  readonly folder: string;
  readonly name: string;
  readonly copy: Probe;
}

/**
 * Makes poster, storyboard and waveform beside a copy. What cannot be made is left out: a copy without its pictures is a
 * copy. Not so one whose streams were taken over as they are: nobody has decoded them before, and a browser gives up
 * where ffmpeg complains. Then the copy is none.
 */
export async function makePictures(
  { confinement, threads, bounds, onRun }: PictureWorkshop,
  { plan, folder, name, copy }: Finished,
): Promise<{ readonly made: readonly ViewingPicture[] } | { readonly ran: Exclude<Ran, 'done'> }> {
  if (plan.does === 'still') return { made: [] };
  const durationMs = copy.durationMs ?? 0;
  const strict = isCopied(plan);
  const storyboard = plan.does === 'film' ? storyboardOf(durationMs, !strict) : null;
  const hasSound = copy.facts.streams.some(({ kind }) => kind === 'audio');
  const run = pictureArguments({ storyboard, hasSound, threads, strict });
  const input = join(folder, name);
  const running = runFfmpeg({
    run,
    confinement,
    bounds,
    input,
    output: folder,
    font: null,
    durationMs: null,
  });
  onRun(running);
  const ran = await running.ended;
  if (ran === 'stopped' || (strict && ran !== 'done')) return { ran };
  if (storyboard !== null) await writeTimes(folder, storyboard, durationMs);
  if (hasSound) await writeWaveform(folder);
  const names = Object.values(pictureNames).filter((one) => hasContent(join(folder, one)));
  return { made: await Promise.all(names.map((one) => settledFile(folder, one))) };
}

async function writeTimes(folder: string, storyboard: Storyboard, durationMs: number): Promise<void> {
  if (!hasContent(join(folder, pictureNames.storyboard))) return;
  const text = storyboardTimes(storyboard, durationMs, pictureNames.storyboard);
  await writeFile(join(folder, pictureNames.times), text);
}

async function writeWaveform(folder: string): Promise<void> {
  const path = join(folder, loudnessName);
  if (!existsSync(path)) return;
  const loudness = new Loudness();
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  }))
    loudness.line(line);
  await writeFile(join(folder, pictureNames.waveform), waveformPicture(loudness.points()));
  await rm(path);
}

function hasContent(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}
