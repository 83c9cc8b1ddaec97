import { execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { MadeViewingCopy } from '../../../src/custody/entry-kinds.ts';
import { probeFile } from '../../../src/tagging/probe-file.ts';
import { copyArguments, type FfmpegRun } from '../../../src/viewing/copy-arguments.ts';
import { findWorkshop } from '../../../src/viewing/find-workshop.ts';
import { makeCopy, type Workshop } from '../../../src/viewing/make-copy.ts';
import { pictureArguments } from '../../../src/viewing/picture-arguments.ts';
import { planOf } from '../../../src/viewing/plan.ts';
import { processTree } from '../../../src/viewing/process-tree.ts';
import type { ViewingSettings } from '../../../src/viewing/settings.ts';
import { storyboardOf } from '../../../src/viewing/storyboard.ts';
import { makeCard, recordingName } from './card.ts';
import { freshFolder, removeFolder } from './contenders.ts';
import { type Beside, type Crowd, dockAll } from './dock.ts';
import { dropCaches, type Machine, machineWith } from './machine.ts';

const docket = fileURLToPath(new URL('../../docket', import.meta.url));
const settings: ViewingSettings = { height: 720, mark: 'burnt', encoder: 'software' };

/** What one making cost, with every process that it started. */
export interface Spent {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
}

export interface ViewingRound {
  /** A viewing copy as the daemon makes it: confined, checked, with its pictures, on the disk. */
  readonly docket: Spent;
  /** The same two command lines, run as they are, and nothing else. */
  readonly plain: Spent;
  /** The first of both: the copy without its pictures. */
  readonly copyAlone: Spent;
  /** A card docked while nothing waits to be transcoded, and while a transcode is under way. */
  readonly without: Crowd;
  readonly beside: Crowd;
}

export interface ViewingResult {
  readonly benchmark: 'viewing';
  readonly machine: Machine;
  readonly seconds: number;
  readonly cardBytes: number;
  readonly confinement: readonly string[];
  readonly rounds: readonly ViewingRound[];
}

export interface ViewingWish {
  readonly folder: string;
  /** Of the recording that is transcoded. */
  readonly seconds: number;
  /** Of the card that is docked. */
  readonly cardBytes: number;
  readonly rounds: number;
  readonly say: (line: string) => void;
}

/** What the making of viewing copies costs over plain ffmpeg, and what it costs intake. */
export async function benchViewing(wish: ViewingWish): Promise<ViewingResult> {
  const { folder, seconds, cardBytes, rounds, say } = wish;
  const into = join(folder, 'viewing');
  freshFolder(into);
  const machine = machineWith(into);
  const film = makeFilm(folder, seconds);
  const card = makeCard(folder, { files: 4, fileBytes: Math.round(cardBytes / 4) });
  const shop = await workshop();
  // Known long before: the daemon probes each recording once, for its times.
  const facts = await factsOf(film);
  const done: ViewingRound[] = [];
  let confinement: readonly string[] = [];
  for (let round = 1; round <= rounds; round++) {
    const ours = await spending(() => copied(shop, film, facts, join(into, 'docket')));
    confinement = ours.value.confinement;
    const lines = await plainLines(shop, film);
    const plainly = freshFolder(join(into, 'plain'));
    const copyAlone = await spending(() => runPlain(lines.copy, film, plainly));
    const pictures = await spending(() => runPlain(lines.pictures, join(plainly, 'copy.mp4'), plainly));
    const plain = added(copyAlone.spent, pictures.spent);
    const { spent } = ours;
    say(
      `round ${round}: docket ${spent.wallSeconds.toFixed(1)} s, plain ffmpeg ${plain.wallSeconds.toFixed(1)} s`,
    );
    const without = await dockAll(join(into, 'station'), [card]);
    const beside = await dockAll(join(into, 'station'), [card], queueOf(join(into, 'films'), film));
    say(
      `round ${round}: card ${without.wallSeconds.toFixed(1)} s alone, ${beside.wallSeconds.toFixed(1)} s beside the queue`,
    );
    done.push({ docket: spent, plain, copyAlone: copyAlone.spent, without, beside });
  }
  removeFolder(into);
  return { benchmark: 'viewing', machine, seconds, cardBytes, confinement, rounds: done };
}

/** As a recorder writes it: 1080p, H.265 and AAC, with grain, which is what costs. One that stands is kept. */
function makeFilm(folder: string, seconds: number): string {
  const path = join(folder, `film-${seconds}.mp4`);
  if (existsSync(path)) return path;
  const picture = `testsrc2=size=1920x1080:rate=25,noise=alls=12:allf=t`;
  execFileSync('ffmpeg', [
    ...['-hide_banner', '-loglevel', 'error', '-nostdin', '-y', '-f', 'lavfi', '-i', picture],
    ...['-f', 'lavfi', '-i', 'anoisesrc=amplitude=0.1', '-t', String(seconds), '-c:v', 'libx265'],
    ...['-preset', 'ultrafast', '-b:v', '4M', '-x265-params', 'log-level=error', '-tag:v', 'hvc1'],
    ...['-c:a', 'aac', path],
  ]);
  return path;
}

async function workshop(): Promise<Workshop> {
  const found = await findWorkshop({ settings, font: null });
  if (found === null) throw new Error('there is no ffmpeg that works');
  return found;
}

type ProbedFacts = Awaited<ReturnType<typeof factsOf>>;

async function factsOf(path: string) {
  const facts = (await probeFile(path))?.facts;
  if (facts === undefined) throw new Error('there is no ffprobe');
  return facts;
}

async function copied(
  shop: Workshop,
  path: string,
  facts: ProbedFacts,
  folder: string,
): Promise<MadeViewingCopy> {
  const task = { evidence: 'ST01-2026-0000001', original: '0'.repeat(64), facts, path, folder };
  const outcome = await makeCopy(shop, { ...task, onRun: () => undefined });
  if (outcome.is !== 'made') throw new Error(JSON.stringify(outcome));
  return outcome.data;
}

/** The very settings that a copy is made with, for an ffmpeg that stands alone. */
async function plainLines(
  { font, threads }: Workshop,
  film: string,
): Promise<{ readonly copy: FfmpegRun; readonly pictures: FfmpegRun }> {
  const facts = await factsOf(film);
  const plan = planOf(facts, settings);
  if (plan.does === 'nothing') throw new Error(plan.because);
  const seen = font === null ? null : { ...font, seenAs: font.path };
  const common = { plan, settings, threads, quality: 'usual', evidence: 'ST01-2026-0000001' } as const;
  const storyboard = storyboardOf(facts.durationMs ?? 0, true);
  return {
    copy: copyArguments({ ...common, font: seen }),
    pictures: pictureArguments({ storyboard, hasSound: true, threads, strict: false }),
  };
}

async function runPlain({ input, outputs }: FfmpegRun, film: string, cwd: string): Promise<void> {
  const named = outputs.flatMap(({ options, file }) => ['-y', ...options, file]);
  const child = spawn('ffmpeg', [...input, '-i', film, ...named], { cwd, stdio: 'ignore' });
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
}

const glanceMs = 20;

/** User and system time of one process, in clock ticks of a hundredth of a second; 0 where it has ended. */
function cpuSecondsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

/**
 * Wall time, and processor time of this process and of all that it starts. bubblewrap ends without waiting for what it
 * held, whose time the kernel then credits to nobody: each process is looked at every 20 ms for as long as it lives.
 */
async function spending<T>(action: () => Promise<T>): Promise<{ readonly value: T; readonly spent: Spent }> {
  dropCaches();
  const last = new Map<number, number>();
  const glance = (): void => {
    for (const pid of processTree(process.pid)) {
      const seconds = cpuSecondsOf(pid);
      if (seconds > 0) last.set(pid, seconds);
    }
  };
  const before = cpuSecondsOf(process.pid);
  const began = performance.now();
  const timer = setInterval(glance, glanceMs);
  const value = await action().finally(() => clearInterval(timer));
  const wallSeconds = (performance.now() - began) / 1_000;
  last.set(process.pid, cpuSecondsOf(process.pid));
  const cpuSeconds = [...last.values()].reduce((sum, one) => sum + one, -before);
  return { value, spent: { wallSeconds, cpuSeconds } };
}

function added(a: Spent, b: Spent): Spent {
  return { wallSeconds: a.wallSeconds + b.wallSeconds, cpuSeconds: a.cpuSeconds + b.cpuSeconds };
}

const waiting = 4;

/** A station where recordings wait for their copies and the first is being transcoded when the card comes. */
function queueOf(films: string, film: string): Beside {
  const card = join(films, 'card');
  return {
    config: ['viewing: { make: all }'],
    before(common) {
      rmSync(films, { recursive: true, force: true });
      mkdirSync(join(card, 'DCIM'), { recursive: true });
      for (let number = 0; number < waiting; number++) {
        const path = join(card, 'DCIM', recordingName(number, '4444444'));
        copyFileSync(film, path);
        // A box that players skip: else all were one original.
        appendFileSync(path, Buffer.from([0, 0, 0, 9, 0x66, 0x72, 0x65, 0x65, number]));
        utimesSync(path, 1_788_000_000, 1_788_000_000);
      }
      execFileSync(docket, ['ingest', card, ...common, '--json'], { stdio: ['ignore', 'ignore', 'inherit'] });
    },
    ready: (database) => underWay(join(database, '..', 'viewing', 'work')),
  };
}

/** Seen at the store's own folder: the daemon is not asked, whom questions would keep from its work. */
async function underWay(work: string): Promise<void> {
  const size = (): number => {
    try {
      const [job] = readdirSync(work);
      return job === undefined ? 0 : statSync(join(work, job, 'copy.mp4')).size;
    } catch {
      return 0;
    }
  };
  for (let tries = 0; tries < 1_200; tries++) {
    if (size() > 0) return;
    await wait(100);
  }
  throw new Error('no transcode was begun in two minutes');
}
