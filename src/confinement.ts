import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What stands between the machine and a program that reads what an attacker may have written: which of these layers work
 * here was found out by trial, since kernels and containers differ.
 */
export interface Confinement {
  /** No network, no other process, one file to read, one folder to write. */
  readonly bubblewrap: boolean;
  /** Bounds on memory, processor time and file size; inside bubblewrap on the number of processes too. */
  readonly prlimit: boolean;
  readonly ionice: boolean;
}

export const unconfined: Confinement = { bubblewrap: false, prlimit: false, ionice: false };

/** What a confined program may use. */
export interface Bounds {
  readonly memoryBytes: number;
  /** Of all its threads together. */
  readonly cpuSeconds: number;
  /** Of each file that it writes. */
  readonly fileBytes: number;
  /** Threads count as processes. */
  readonly processes: number;
}

export interface ConfinedWish {
  readonly program: string;
  /** The one file that it may read. */
  readonly input: string;
  /** The one folder that it may write, which is its working folder; null: none. */
  readonly output: string | null;
  /** Files that it may read beside, by the name that they have inside. */
  readonly beside: Readonly<Record<string, string>>;
  readonly bounds: Bounds;
}

/** A command whose last word is the program, and under which names it finds its files. */
export interface ConfinedCommand {
  readonly words: readonly string[];
  readonly input: string;
  readonly beside: Readonly<Record<string, string>>;
}

const inside = { input: '/in/original', beside: '/in/', output: '/out' } as const;

/** Puts the layers before a program. The innermost are the bounds, so that they count for it alone. */
export function confined(confinement: Confinement, wish: ConfinedWish): ConfinedCommand {
  const { bubblewrap, prlimit, ionice } = confinement;
  const names = Object.entries(wish.beside);
  return {
    words: [
      ...['nice', '-n', '19'],
      ...(ionice ? ['ionice', '-t', '-c', '3'] : []),
      ...(bubblewrap ? walls(wish) : []),
      ...(prlimit ? limits(wish.bounds, bubblewrap) : []),
      // Whatever the daemon's environment holds is none of its business.
      ...['env', '-i', `PATH=${process.env['PATH'] ?? '/usr/bin:/bin'}`, 'LC_ALL=C.UTF-8', wish.program],
    ],
    input: bubblewrap ? inside.input : wish.input,
    beside: bubblewrap
      ? Object.fromEntries(names.map(([name]) => [name, `${inside.beside}${name}`]))
      : wish.beside,
  };
}

/** The layers' names, for whoever wants to know afterwards. */
export function layersOf({ bubblewrap, prlimit, ionice }: Confinement): readonly string[] {
  return [
    ...(bubblewrap ? ['bubblewrap'] : []),
    ...(prlimit ? ['prlimit'] : []),
    ...(ionice ? ['ionice'] : []),
    'nice',
  ];
}

function walls({ input, output, beside }: ConfinedWish): readonly string[] {
  const visible = ['/usr', '/bin', '/lib', '/lib64', '/etc/alternatives', '/etc/ld.so.cache'];
  return [
    ...['bwrap', '--unshare-all', '--die-with-parent', '--new-session'],
    ...visible.flatMap((path) => ['--ro-bind-try', path, path]),
    ...['--proc', '/proc', '--dev', '/dev'],
    ...['--ro-bind', input, inside.input],
    ...Object.entries(beside).flatMap(([name, path]) => ['--ro-bind', path, `${inside.beside}${name}`]),
    ...(output === null ? [] : ['--bind', output, inside.output, '--chdir', inside.output]),
    // What stands around lies in memory: written without end, it would fill it.
    ...['--remount-ro', '/dev', '--remount-ro', '/', '--'],
  ];
}

/**
 * Outside of a user namespace the kernel counts all processes of the daemon's user, whose desktop may have thousands:
 * there they are not bounded.
 */
function limits(bounds: Bounds, apart: boolean): readonly string[] {
  return [
    ...['prlimit', `--as=${bounds.memoryBytes}`, `--cpu=${bounds.cpuSeconds}`],
    ...[`--fsize=${bounds.fileBytes}`, '--core=0'],
    ...(apart ? [`--nproc=${bounds.processes}`] : []),
    '--',
  ];
}

export interface Tried {
  readonly confinement: Confinement;
  /** Whether the program ran at all. */
  readonly runs: boolean;
  /** What kept bubblewrap from working; null where it does. */
  readonly because: string | null;
}

const trialMs = 20_000;
const trialBounds: Bounds = {
  memoryBytes: 4_294_967_296,
  cpuSeconds: 30,
  fileBytes: 1_048_576,
  processes: 256,
};

/** Finds the most layers within which ffmpeg works: it makes a picture out of nothing, with threads. */
export async function tryConfinement(): Promise<Tried> {
  const folder = await mkdtemp(join(tmpdir(), 'docket-confined-'));
  try {
    const ionice = (await outcome(['ionice', '-t', '-c', '3', 'true'])) === null;
    const whole = { bubblewrap: true, prlimit: true, ionice };
    const because = await trial(whole, folder);
    if (because === null) return { confinement: whole, runs: true, because };
    for (const less of [
      { bubblewrap: true, prlimit: false, ionice },
      { bubblewrap: false, prlimit: true, ionice },
      { bubblewrap: false, prlimit: false, ionice },
    ])
      if ((await trial(less, folder)) === null) return { confinement: less, runs: true, because };
    return { confinement: unconfined, runs: false, because };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

let found: Promise<Tried> | null = null;

/** The same, found out once by each process. */
export function confinementHere(): Promise<Tried> {
  found ??= tryConfinement();
  return found;
}

async function trial(confinement: Confinement, folder: string): Promise<string | null> {
  const wish = { program: 'ffmpeg', input: folder, output: folder, beside: {}, bounds: trialBounds };
  const picture = ['-f', 'lavfi', '-i', 'color=size=64x64:duration=0.1', '-f', 'mjpeg', '-y', 'trial.jpg'];
  const { words } = confined(confinement, wish);
  return await outcome([...words, '-v', 'error', '-nostdin', ...picture], folder);
}

/** Null where it ended well; else what it said. */
function outcome([command = '', ...args]: readonly string[], cwd?: string): Promise<string | null> {
  return new Promise((done) => {
    execFile(command, args, { timeout: trialMs, cwd, encoding: 'utf8' }, (error, _out, errors) => {
      done(error === null ? null : errors.trim().split('\n').at(-1) || error.message);
    });
  });
}
