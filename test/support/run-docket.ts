import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const docket = fileURLToPath(new URL('../../scripts/docket', import.meta.url));

/** How one run of `docket` ended. */
export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as the JSON document that it must be; null where the process was killed before it spoke. */
  readonly json: unknown;
}

export interface RunOptions {
  /** `<point>:<n>:<kill|eio|enospc>` of `src/fault-points.ts`. */
  readonly fault?: string;
  /** Arguments of strace, which then runs it; an injection for instance. */
  readonly strace?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ran>;
  /** A signal to Docket itself, also where strace runs it. */
  signal(signal: 'SIGKILL' | 'SIGTERM'): void;
  /** Resolves when standard error has said something that matches. */
  heard(what: RegExp): Promise<void>;
}

/** Runs `scripts/docket` to its end. */
export function runDocket(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return startDocket(args, options).ended;
}

export function startDocket(args: readonly string[], options: RunOptions = {}): Running {
  const { strace, fault, env } = options;
  const [program, ...rest] = strace === undefined ? [docket] : ['strace', '-f', '-qq', ...strace, docket];
  const child = spawn(program ?? docket, [...rest, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // A test's own run of Docket must see nothing of the test runner's.
      NODE_OPTIONS: '',
      NODE_COMPILE_CACHE: join(tmpdir(), 'docket-test-compile-cache'),
      ...(fault === undefined ? {} : { DOCKET_FAULT: fault }),
      ...env,
    },
  });
  let stdout = '';
  let stderr = '';
  const listeners = new Set<() => void>();
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    for (const listener of listeners) listener();
  });
  const ended = new Promise<Ran>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => done({ code, signal, stdout, stderr, json: parsed(stdout) }));
  });
  const heard = (what: RegExp): Promise<void> =>
    new Promise((done, fail) => {
      const look = (): void => {
        if (what.test(stderr)) done();
      };
      listeners.add(look);
      look();
      ended.then(() => fail(new Error(`ended without saying ${what}: ${stderr}`)), fail);
    });
  const signal = (signal: 'SIGKILL' | 'SIGTERM'): void => {
    const pid = strace === undefined ? child.pid : tracedBy(child.pid);
    if (pid !== undefined) process.kill(pid, signal);
  };
  return { child, ended, signal, heard };
}

function tracedBy(strace: number | undefined): number | undefined {
  const children = readFileSync(`/proc/${strace}/task/${strace}/children`, 'utf8').trim();
  return children === '' ? undefined : Number(children.split(' ')[0]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
