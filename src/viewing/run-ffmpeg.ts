import { fileURLToPath } from 'node:url';
import ffmpeg from 'fluent-ffmpeg';
import { type Confinement, confined } from '../confinement.ts';
import type { CannotCode } from '../custody/entry-kinds.ts';
import type { RunBounds } from './bounds.ts';
import type { FfmpegRun } from './copy-arguments.ts';
import { signalTree } from './process-tree.ts';
import { Progress } from './progress.ts';

/** One run, with everything that it may touch. */
export interface RunWish {
  readonly run: FfmpegRun;
  readonly confinement: Confinement;
  readonly input: string;
  /** Existing, empty, for this run alone. */
  readonly output: string;
  /** Null: no font is needed. */
  readonly font: string | null;
  readonly bounds: RunBounds;
  /** Of the original, for the percentage. */
  readonly durationMs: number | null;
}

/** `stopped`: the station stops, and it is tried again; else why, with the last lines of what ffmpeg said. */
export type Ran = 'done' | 'stopped' | { readonly because: CannotCode; readonly tail: string };

/** A run under way. */
export interface Running {
  readonly ended: Promise<Ran>;
  percent(): number | null;
  /** Holds every process of it, until `goOn`. */
  hold(): void;
  goOn(): void;
  stop(): void;
}

const program = fileURLToPath(new URL('./run-confined.sh', import.meta.url));
/** So many lines of complaints keep this process busy with nothing else: such a file is made for that. */
const mostLines = 20_000;
const tailLines = 12;
const longestLine = 400;
const tickMs = 500;

/** The arguments as the ledger keeps them: no path of this machine in them. */
export function namedArguments({ input, outputs }: FfmpegRun): readonly string[] {
  return [...input, '-i', 'original', ...outputs.flatMap(({ options, file }) => [...options, file])];
}

/** Runs ffmpeg within its confinement. It never throws: whatever happens is an outcome. */
export function runFfmpeg({ run, confinement, input, output, font, bounds, durationMs }: RunWish): Running {
  const beside = font === null ? {} : { font };
  const wish = { program: 'ffmpeg', input, output, beside, bounds };
  const { words, input: seen } = confined(confinement, wish);
  const command = ffmpeg({ stdoutLines: tailLines, cwd: output })
    .setFfmpegPath(program)
    .input(`file:${seen}`);
  command.inputOptions('-within', ...words, ...run.input);
  for (const { options, file } of run.outputs) command.output(file).outputOptions('-y', ...options);
  const progress = new Progress(durationMs);
  const tail: string[] = [];
  const state = { pid: null as number | null, held: false, ended: null as CannotCode | 'stopped' | null };
  const end = (because: CannotCode | 'stopped'): void => {
    state.ended ??= because;
    if (state.pid !== null) signalTree(state.pid, 'SIGKILL');
  };
  let lines = 0;
  command.on('stderr', (line: string) => {
    if (line === '' || progress.line(line)) return;
    lines += 1;
    tail.push(line.slice(0, longestLine).toWellFormed());
    if (tail.length > tailLines) tail.shift();
    if (lines > mostLines) end('too_many_errors');
  });
  let active = 0;
  const timer = setInterval(() => {
    if (!state.held) active += tickMs;
    if (active > bounds.seconds * 1_000) end('out_of_time');
  }, tickMs);
  const ended = new Promise<Ran>((done) => {
    const failed = (error: Error): void => {
      if (state.ended === 'stopped') done('stopped');
      else done({ because: state.ended ?? causeOf(error.message, tail), tail: tail.join('\n') });
    };
    command.on('start', () => {
      state.pid = pidOf(command);
      // Told to stop while fluent-ffmpeg was still asking what this ffmpeg can do.
      if (state.ended !== null) end(state.ended);
      else if (state.held && state.pid !== null) signalTree(state.pid, 'SIGSTOP');
    });
    command.on('end', () => done('done'));
    command.on('error', failed);
    command.run();
  }).finally(() => clearInterval(timer));
  const send = (signal: NodeJS.Signals): void => {
    if (state.pid !== null && state.ended === null) signalTree(state.pid, signal);
  };
  return {
    ended,
    percent: () => progress.percent,
    hold() {
      state.held = true;
      send('SIGSTOP');
    },
    goOn() {
      state.held = false;
      send('SIGCONT');
    },
    stop: () => end('stopped'),
  };
}

/** fluent-ffmpeg keeps its process to itself; held and ended are all those that it has started. */
function pidOf(command: ffmpeg.FfmpegCommand): number | null {
  const child: unknown = Reflect.get(command, 'ffmpegProc');
  const pid: unknown = typeof child === 'object' && child !== null ? Reflect.get(child, 'pid') : undefined;
  return typeof pid === 'number' ? pid : null;
}

/** What ended it, as far as signal, exit code and ffmpeg's own words say. */
function causeOf(message: string, tail: readonly string[]): CannotCode {
  const said = `${message}\n${tail.join('\n')}`;
  if (/SIGXFSZ|File too large|code 153/.test(said)) return 'out_of_room';
  if (/SIGXCPU|code 152/.test(said)) return 'out_of_time';
  if (/Cannot allocate memory|std::bad_alloc|code 137/.test(said)) return 'out_of_memory';
  return 'ffmpeg_failed';
}
