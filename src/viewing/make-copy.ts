import { createReadStream, existsSync, statSync } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Confinement, layersOf } from '../confinement.ts';
import type {
  CannotCode,
  FailedViewingCopy,
  MadeViewingCopy,
  ViewingMark,
  ViewingPicture,
} from '../custody/entry-kinds.ts';
import { probeFile } from '../tagging/probe-file.ts';
import type { Probe } from '../tagging/read-probe.ts';
import { boundsOf, type RunBounds } from './bounds.ts';
import { type CopyWish, copyArguments, copyName } from './copy-arguments.ts';
import { settledFile, syncFolder } from './copy-file.ts';
import type { MarkFont } from './mark.ts';
import { loudnessName, pictureArguments, pictureNames } from './picture-arguments.ts';
import { type Original, type Plan, planOf } from './plan.ts';
import { namedArguments, type Ran, type Running, runFfmpeg } from './run-ffmpeg.ts';
import { settingsDigest, type ViewingSettings } from './settings.ts';
import { type Storyboard, storyboardOf, storyboardTimes } from './storyboard.ts';
import type { Quality } from './video-encoder.ts';
import { Loudness, waveformPicture } from './waveform.ts';

/** What a copy is made with. */
export interface Workshop {
  readonly settings: ViewingSettings;
  readonly confinement: Confinement;
  /** ffmpeg's version. */
  readonly ffmpeg: string;
  readonly font: MarkFont | null;
  readonly threads: number;
}

/** One original, and where its copy is to be made. */
export interface CopyTask {
  readonly evidence: string;
  /** Its SHA-256. */
  readonly original: string;
  readonly facts: Original;
  readonly path: string;
  /** For this task alone; it must not exist. */
  readonly folder: string;
  /** Told of each run, so that it can be held and stopped. */
  readonly onRun: (running: Running) => void;
}

/** Made: its files stand in `folder`, on the disk, and nothing else does. */
export type Outcome =
  | { readonly is: 'made'; readonly data: MadeViewingCopy }
  | { readonly is: 'failed'; readonly data: FailedViewingCopy; readonly tail: string }
  | { readonly is: 'stopped' };

/** Makes a viewing copy with the usual setting, and where that does not do, once more with the safer one. */
export async function makeCopy(shop: Workshop, task: CopyTask): Promise<Outcome> {
  const plan = planOf(task.facts, shop.settings);
  if (plan.does === 'nothing')
    return cannot(shop, task, { because: plan.because, tail: '' }, { run: [], tries: 0 });
  const { size } = await stat(task.path);
  const bounds = boundsOf(plan, size, shop.threads);
  let tries = 0;
  for (const quality of ['usual', 'safer'] satisfies Quality[]) {
    tries += 1;
    const given = quality === 'usual' ? plan : encoding(plan);
    const one = await attempt(shop, task, { plan: given, quality, bounds });
    if (one.ran === 'stopped') return { is: 'stopped' };
    if (one.ran === 'done') return { is: 'made', data: { ...one.made, tries } };
    // What ran against a bound once does so again, only later.
    if (quality === 'safer' || isFinal(one.ran.because))
      return cannot(shop, task, one.ran, { run: one.run, tries });
  }
  throw new TypeError('the safer setting is the last');
}

/** What could not be taken over as it is must be decoded. */
function encoding(plan: Exclude<Plan, { does: 'nothing' }>): Exclude<Plan, { does: 'nothing' }> {
  switch (plan.does) {
    case 'film':
      return {
        ...plan,
        picture: { ...plan.picture, does: 'encode' },
        sound: plan.sound === null ? null : { ...plan.sound, does: 'encode' },
      };
    case 'sound':
      return { ...plan, sound: { ...plan.sound, does: 'encode' } };
    case 'still':
      return plan;
  }
}

function isFinal(because: CannotCode): boolean {
  return ['out_of_time', 'out_of_room', 'too_many_errors'].includes(because);
}

function cannot(
  { settings, ffmpeg, confinement }: Workshop,
  { evidence, original }: CopyTask,
  { because, tail }: Exclude<Ran, string>,
  { run, tries }: { readonly run: readonly string[]; readonly tries: number },
): Outcome {
  const ran = tries > 0;
  return {
    is: 'failed',
    tail,
    data: {
      ...{ evidence, original, settings: settingsDigest(settings), because, tries, arguments: run },
      ffmpeg: ran ? ffmpeg : null,
      confinement: ran ? layersOf(confinement) : [],
    },
  };
}

interface Attempt {
  readonly plan: Exclude<Plan, { does: 'nothing' }>;
  readonly quality: Quality;
  readonly bounds: RunBounds;
}

type Attempted =
  | { readonly ran: 'done'; readonly made: Omit<MadeViewingCopy, 'tries'> }
  | { readonly ran: Exclude<Ran, 'done'>; readonly run: readonly string[] };

async function attempt(
  shop: Workshop,
  task: CopyTask,
  { plan, quality, bounds }: Attempt,
): Promise<Attempted> {
  const { settings, confinement, threads } = shop;
  const { evidence, folder, facts } = task;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  const burns = isBurnt(plan) && settings.mark === 'burnt' ? shop.font : null;
  const seenAs = burns === null ? '' : confinement.bubblewrap ? '/in/font' : burns.path;
  const wish: CopyWish = {
    ...{ plan, settings, quality, evidence, threads },
    font: burns === null ? null : { ...burns, seenAs },
  };
  const run = copyArguments(wish);
  const common = { confinement, output: folder, bounds };
  const durationMs = facts.durationMs;
  const args = namedArguments(run);
  const ran = await running(task, {
    ...common,
    run,
    durationMs,
    input: task.path,
    font: burns?.path ?? null,
  });
  if (ran !== 'done') return { ran, run: args };
  const name = copyName[plan.does];
  const copy = await readCopy(join(folder, name), plan);
  if (copy === null) return { ran: { because: 'nothing_decoded', tail: '' }, run: args };
  const pictures = await makePictures(shop, task, { plan, name, copy, bounds });
  if (pictures === 'stopped') return { ran: 'stopped', run: args };
  const { sha256, bytes } = await settledFile(folder, name);
  await syncFolder(folder);
  const picture = copy.facts.streams.find(({ kind }) => kind === 'video');
  return {
    ran: 'done',
    made: {
      ...{ evidence, original: task.original, settings: settingsDigest(settings) },
      ...{ ffmpeg: shop.ffmpeg, arguments: args, confinement: layersOf(confinement) },
      ...{ how: howOf(plan), sha256, bytes, name, pictures, mark: markOf(shop, plan) },
      durationMs: plan.does === 'still' ? null : copy.durationMs,
      originalMs: plan.does === 'still' ? null : durationMs,
      width: picture?.width ?? null,
      height: picture?.height ?? null,
    },
  };
}

/** Nothing can be burnt into sound, nor into a picture that is taken over as it is. */
function isBurnt(plan: Exclude<Plan, { does: 'nothing' }>): boolean {
  return plan.does === 'still' || (plan.does === 'film' && plan.picture.does === 'encode');
}

function markOf({ settings, font }: Workshop, plan: Exclude<Plan, { does: 'nothing' }>): ViewingMark {
  if (settings.mark === 'laid_over' || !isBurnt(plan)) return 'laid_over';
  if (font === null) return 'none';
  return font.chinese ? 'burnt' : 'burnt_latin';
}

function howOf(plan: Exclude<Plan, { does: 'nothing' }>): MadeViewingCopy['how'] {
  if (plan.does === 'film') return plan.picture.does === 'copy' ? 'remuxed' : 'transcoded';
  return plan.does;
}

async function running(task: CopyTask, wish: Parameters<typeof runFfmpeg>[0]): Promise<Ran> {
  const one = runFfmpeg(wish);
  task.onRun(one);
  return await one.ended;
}

/** ffmpeg also ends well where nothing could be decoded; null: there is nothing to look at in it. */
async function readCopy(path: string, plan: Exclude<Plan, { does: 'nothing' }>): Promise<Probe | null> {
  const probe = existsSync(path) && (await stat(path)).size > 0 ? await probeFile(path) : null;
  if (probe === null || probe.facts.fault !== null) return null;
  const wanted = plan.does === 'sound' ? 'audio' : 'video';
  if (!probe.facts.streams.some(({ kind }) => kind === wanted)) return null;
  return plan.does === 'still' || (probe.durationMs ?? 0) > 0 ? probe : null;
}

interface Finished {
  readonly plan: Exclude<Plan, { does: 'nothing' }>;
  readonly name: string;
  readonly copy: Probe;
  readonly bounds: RunBounds;
}

/** A copy without its pictures is a copy: what cannot be made is left out. */
async function makePictures(
  shop: Workshop,
  task: CopyTask,
  { plan, name, copy, bounds }: Finished,
): Promise<readonly ViewingPicture[] | 'stopped'> {
  if (plan.does === 'still') return [];
  const { folder } = task;
  const durationMs = copy.durationMs ?? 0;
  const keyed = plan.does === 'film' && plan.picture.does === 'encode';
  const storyboard = plan.does === 'film' ? storyboardOf(durationMs, keyed) : null;
  const hasSound = copy.facts.streams.some(({ kind }) => kind === 'audio');
  const run = pictureArguments({ storyboard, hasSound, threads: shop.threads });
  const { confinement } = shop;
  const input = join(folder, name);
  const ran = await running(task, {
    ...{ run, confinement, bounds, input },
    output: folder,
    font: null,
    durationMs: null,
  });
  if (ran === 'stopped') return 'stopped';
  if (storyboard !== null) await writeTimes(folder, storyboard, durationMs);
  if (hasSound) await writeWaveform(folder);
  const names = Object.values(pictureNames).filter((one) => hasContent(join(folder, one)));
  return await Promise.all(names.map((one) => settledFile(folder, one)));
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
