import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { isProgram, programPath } from '../../support/program-here.ts';

/** Whatever the lab itself could not do; a promise of the vault that broke is for the test to say. */
export class S3LabError extends Error {
  override readonly name = 'S3LabError';
}

/** What the lab runs on this machine, and the Debian package that brings it. */
const programs = {
  'ceph-mon': 'ceph-mon',
  'ceph-osd': 'ceph-osd',
  radosgw: 'radosgw',
  'radosgw-admin': 'radosgw',
  ceph: 'ceph-common',
  monmaptool: 'ceph-common',
  setpriv: 'util-linux',
} as const;
type Program = keyof typeof programs;

/** Refuses to go on where a program is missing, and names every package at once. Nothing is ever skipped. */
export function needCeph(): void {
  const missing = Object.entries(programs).filter(([program]) => !isProgram(program));
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map(([, name]) => name))].join(' ');
  throw new S3LabError(
    `the S3 lab needs ${missing.map(([program]) => program).join(', ')}, which this machine lacks; ` +
      `run: apt-get install -y --no-install-recommends ${packages}`,
  );
}

/** Runs a program to its end. Error: what it said. */
export async function runProgram(program: Program, args: readonly string[]): Promise<void> {
  const run = promisify(execFile);
  await run(program, args, { env: { ...process.env, PATH: programPath }, timeout: 60_000 }).catch(
    (error: unknown) => {
      throw new S3LabError(`${program} ${args.join(' ')} failed`, { cause: error });
    },
  );
}

/** Starts a daemon in the foreground. It is killed by the kernel when this process dies, however it dies. */
export function startDaemon(program: Program, args: readonly string[]): ChildProcess {
  return spawn('setpriv', ['--pdeathsig', 'KILL', program, '-f', ...args], {
    env: { ...process.env, PATH: programPath },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
}

/** Kills a daemon without letting it end in order, and waits until it is gone. */
export async function killDaemon(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return;
  const gone = new Promise((resolve) => daemon.once('exit', resolve));
  daemon.kill('SIGKILL');
  await gone;
}
