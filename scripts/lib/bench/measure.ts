import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one command cost, with every process that it started and waited for. */
export interface Cost {
  readonly wallSeconds: number;
  /** User and system time together. */
  readonly cpuSeconds: number;
  /** Of the process among them that had most. */
  readonly peakMebibytes: number;
  readonly stdout: string;
}

const timeProgram = '/usr/bin/time';
const timeFormat = '%U %S %M';

/** The line that `time -f '%U %S %M'` wrote last; before it stands a remark where the command failed. */
export function parseTime(text: string): { cpuSeconds: number; peakMebibytes: number } {
  const [user = '', system = '', kibibytes = ''] = (text.trimEnd().split('\n').at(-1) ?? '').split(' ');
  const numbers = [user, system, kibibytes].map((one) => (one === '' ? Number.NaN : Number(one)));
  if (numbers.some(Number.isNaN)) throw new Error(`${timeProgram} said ${JSON.stringify(text)}`);
  return { cpuSeconds: Number(user) + Number(system), peakMebibytes: Number(kibibytes) / 1024 };
}

/** Runs a command to its end and measures it. A command that fails makes no figure: it throws. */
export async function measure(
  command: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'docket-bench-'));
  const told = join(folder, 'time');
  const env = { ...process.env, ...environment };
  const began = performance.now();
  try {
    const child = spawn(timeProgram, ['-f', timeFormat, '-o', told, '--', ...command], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((done, fail) => {
      child.on('error', fail);
      child.on('close', done);
    });
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    const wallSeconds = (performance.now() - began) / 1_000;
    if (code !== 0) throw new Error(`${command.join(' ')}: exit ${code}\n${(stderr + stdout).slice(-2_000)}`);
    return { wallSeconds, ...parseTime(readFileSync(told, 'utf8')), stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function text(from: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of from) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
