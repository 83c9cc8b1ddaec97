import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir } from 'node:os';
import { join } from 'node:path';

/** A whole command with everything it starts, by the operating system's own accounting (GNU time). */
export interface Measured {
  readonly wall: number;
  readonly cpu: number;
  /** Peak of the largest process, MiB. */
  readonly peak: number;
}

export function measure(command: string): Measured {
  const report = join(tmpdir(), `docket-bench-${process.pid}`);
  execFileSync('/usr/bin/time', ['-f', '%e %U %S %M', '-o', report, 'bash', '-ec', command], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DOCKET_LANG: 'en' },
  });
  const [wall = 0, user = 0, sys = 0, kilobytes = 0] = readFileSync(report, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  return { wall, cpu: user + sys, peak: kilobytes / 1024 };
}

/** Empties the page cache; says so loudly where that is not allowed, since a warm cache flatters everybody. */
export function coldCaches(): void {
  execFileSync('sync');
  try {
    writeFileSync('/proc/sys/vm/drop_caches', '3');
  } catch {
    console.error('NOT COLD: /proc/sys/vm/drop_caches cannot be written here; run as root for true figures');
  }
}

/** What the figures were made on. */
export function machine(): string {
  const [one] = cpus();
  const shaNi = readFileSync('/proc/cpuinfo', 'utf8').includes('sha_ni') ? 'with SHA-NI' : 'without SHA-NI';
  return `${cpus().length} cores (${one?.model.trim()}, ${shaNi}), Linux ${release()}, Node ${process.versions.node}`;
}
