import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { builtInRoles } from '../../../../src/access/roles.ts';
import { cpuSecondsOf } from '../dock.ts';
import type { Target } from './load.ts';
import { type AskingRole, askingName, askingRoles } from './made-world.ts';
import type { MadeStation } from './make-station.ts';

const docket = fileURLToPath(new URL('../../../docket', import.meta.url));

/** The real daemon over a made-up station, with a token of each role. */
export interface AskedDaemon extends Target {
  readonly pid: number;
  /** Until it answered over HTTP. */
  readonly startSeconds: number;
  memory(): Memory;
  /** Waits until it has done what it does at a start; how long that was, in seconds. */
  quiet(): Promise<number>;
  stop(): Promise<void>;
}

/** Mebibytes of resident memory. */
export interface Memory {
  readonly now: number;
  readonly peak: number;
}

export async function startDaemon({ config, data }: MadeStation): Promise<AskedDaemon> {
  const common = ['--config', config, '--data', data];
  const tokens = tokensFor(common);
  const began = performance.now();
  const child = spawn(docket, ['serve', '--plain', ...common], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const hear = (text: string): void => {
    said = `${said}${text}`.slice(-20_000);
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  const ended = new Promise<void>((over) => child.once('close', () => over()));
  const url = await urlIn(
    () => said,
    () => child.exitCode,
  );
  const pid = child.pid ?? 0;
  return {
    ...{ url, tokens, pid, startSeconds: (performance.now() - began) / 1_000 },
    memory: () => memoryOf(pid),
    quiet: () => quietAfter(pid),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const lookEveryMs = 2_000;
const longestMs = 300_000;

/** Quiet is who takes less than a tenth of a core; one that never is will be asked all the same. */
async function quietAfter(pid: number): Promise<number> {
  const began = performance.now();
  for (let before = cpuSecondsOf(pid); performance.now() - began < longestMs; ) {
    await new Promise((later) => setTimeout(later, lookEveryMs));
    const now = cpuSecondsOf(pid);
    if (now - before < lookEveryMs / 10_000) break;
    before = now;
  }
  return (performance.now() - began) / 1_000;
}

/** As somebody who owns the machine makes them. */
function tokensFor(common: readonly string[]): Readonly<Record<AskingRole, string>> {
  const made = askingRoles.map((role) => {
    const permissions = Object.keys(builtInRoles[role].grants).flatMap((one) => ['--permission', one]);
    const args = [
      'token',
      'add',
      '--account',
      askingName(role),
      '--label',
      'bench',
      '--days',
      '1',
      ...permissions,
    ];
    const answer: unknown = JSON.parse(
      execFileSync(docket, [...args, ...common, '--json'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    const secret = typeof answer === 'object' && answer !== null && 'secret' in answer ? answer.secret : null;
    if (typeof secret !== 'string') throw new TypeError(`no token for ${role}: ${JSON.stringify(answer)}`);
    return [role, secret] as const;
  });
  // Each role has its token now.
  return Object.fromEntries(made) as Record<AskingRole, string>;
}

async function urlIn(said: () => string, exitCode: () => number | null): Promise<string> {
  for (;;) {
    const [, url] = /"url":"(http:[^"]+)"/.exec(said()) ?? [];
    if (url !== undefined) return url;
    if (exitCode() !== null) throw new Error(`the daemon ended with ${exitCode()}: ${said()}`);
    await new Promise((later) => setTimeout(later, 50));
  }
}

function memoryOf(pid: number): Memory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string): number => {
    const [, kibibytes] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status) ?? [];
    if (kibibytes === undefined) throw new Error(`/proc/${pid}/status names no ${name}`);
    return Number(kibibytes) / 1_024;
  };
  return { now: of('VmRSS'), peak: of('VmHWM') };
}
