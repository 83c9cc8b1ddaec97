import { existsSync } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Confinement, layersOf } from '../confinement.ts';
import type {
  CannotCode,
  FailedViewingCopy,
  MadeViewingCopy,
  ProbedStream,
  ViewingMark,
} from '../custody/entry-kinds.ts';
import { probeFile } from '../tagging/probe-file.ts';
import type { Probe } from '../tagging/read-probe.ts';
import { boundsOf, type RunBounds } from './bounds.ts';
import { type CopyWish, copyArguments, copyName } from './copy-arguments.ts';
import { settledFile, syncFolder } from './copy-file.ts';
import { makePictures } from './make-pictures.ts';
import type { MarkFont } from './mark.ts';
import { encoding, isCopied, type Making, type Original, planOf } from './plan.ts';
import { namedArguments, type Ran, type Running, runFfmpeg } from './run-ffmpeg.ts';
import { settingsDigest, type ViewingSettings } from './settings.ts';
import type { Quality } from './video-encoder.ts';

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

/** Makes a viewing copy, and where one way does not do, tries the next. */
export async function makeCopy(shop: Workshop, task: CopyTask): Promise<Outcome> {
  const plan = planOf(task.facts, shop.settings);
  if (plan.does === 'nothing')
    return cannot(shop, task, { because: plan.because, tail: '' }, { run: [], tries: 0 });
  const { size } = await stat(task.path);
  const bounds = boundsOf(plan, size, shop.threads);
  const ways = waysOf(plan);
  let tries = 0;
  for (const way of ways) {
    tries += 1;
    const one = await attempt(shop, task, { ...way, bounds });
    if (one.ran === 'stopped') return { is: 'stopped' };
    if (one.ran === 'done') return { is: 'made', data: { ...one.made, tries } };
    // What ran against a bound once does so again, only later.
    if (tries === ways.length || isFinal(one.ran.because))
      return cannot(shop, task, one.ran, { run: one.run, tries });
  }
  throw new TypeError('the last way is the last');
}

interface Way {
  readonly plan: Making;
  readonly quality: Quality;
}

/** As planned; what was to be taken over as it is, decoded; and last with the setting that trusts nothing. */
function waysOf(plan: Making): readonly Way[] {
  const decoded = encoding(plan);
  return [
    { plan, quality: 'usual' },
    ...(isCopied(plan) ? [{ plan: decoded, quality: 'usual' } as const] : []),
    { plan: decoded, quality: 'safer' },
  ];
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

interface Attempt extends Way {
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
  const running = runFfmpeg({ ...common, run, durationMs, input: task.path, font: burns?.path ?? null });
  task.onRun(running);
  const ran = await running.ended;
  if (ran !== 'done') return { ran, run: args };
  const name = copyName[plan.does];
  const copy = await readCopy(join(folder, name), plan);
  if (copy === null) return { ran: { because: 'nothing_decoded', tail: '' }, run: args };
  const pictures = await makePictures(
    { confinement, threads, bounds, onRun: task.onRun },
    { plan, folder, name, copy },
  );
  if ('ran' in pictures) return { ran: pictures.ran, run: args };
  const { sha256, bytes } = await settledFile(folder, name);
  await syncFolder(folder);
  const picture = copy.facts.streams.find(({ kind }) => kind === 'video');
  return {
    ran: 'done',
    made: {
      ...{ evidence, original: task.original, settings: settingsDigest(settings) },
      ...{ ffmpeg: shop.ffmpeg, arguments: args, confinement: layersOf(confinement) },
      ...{ how: howOf(plan), sha256, bytes, name, pictures: pictures.made, mark: markOf(shop, plan) },
      durationMs: plan.does === 'still' ? null : copy.durationMs,
      originalMs: plan.does === 'still' ? null : durationMs,
      ...seenSize(picture),
    },
  };
}

/** Nothing can be burnt into sound, nor into a picture that is taken over as it is. */
function isBurnt(plan: Making): boolean {
  return plan.does === 'still' || (plan.does === 'film' && plan.picture.does === 'encode');
}

function markOf({ settings, font }: Workshop, plan: Making): ViewingMark {
  if (settings.mark === 'laid_over' || !isBurnt(plan)) return 'laid_over';
  if (font === null) return 'none';
  return font.chinese ? 'burnt' : 'burnt_latin';
}

function howOf(plan: Making): MadeViewingCopy['how'] {
  if (plan.does === 'film') return plan.picture.does === 'copy' ? 'remuxed' : 'transcoded';
  return plan.does;
}

/** As a player shows it: what was taken over as it is may be turned by it. */
function seenSize(picture: ProbedStream | undefined): { width: number | null; height: number | null } {
  const { width = null, height = null, rotation = null } = picture ?? {};
  return (rotation ?? 0) % 180 === 90 ? { width: height, height: width } : { width, height };
}

/** ffmpeg also ends well where nothing could be decoded; null: there is nothing to look at in it. */
async function readCopy(path: string, plan: Making): Promise<Probe | null> {
  const probe = existsSync(path) && (await stat(path)).size > 0 ? await probeFile(path) : null;
  if (probe === null || probe.facts.fault !== null) return null;
  const wanted = plan.does === 'sound' ? 'audio' : 'video';
  if (!probe.facts.streams.some(({ kind }) => kind === wanted)) return null;
  return plan.does === 'still' || (probe.durationMs ?? 0) > 0 ? probe : null;
}
