import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';

/** The machine that figures come from; without it they say nothing. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly shaInstructions: boolean;
  readonly memoryGibibytes: number;
  readonly kernel: string;
  /** File system, device and mount options of the folder that was written to. */
  readonly disk: string;
  readonly node: string;
  readonly loadBefore: number;
  readonly at: string;
}

export function machineWith(folder: string): Machine {
  const flags = /^flags\s*:\s*(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1]?.split(' ') ?? [];
  return {
    processor: cpus()[0]?.model.trim() ?? '?',
    cores: availableParallelism(),
    // OPENSSL_ia32cap hides them from OpenSSL, and from Node which brings its own: the processor of an older station.
    shaInstructions:
      (flags.includes('sha_ni') || flags.includes('sha2')) && process.env['OPENSSL_ia32cap'] === undefined,
    memoryGibibytes: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    disk: diskOf(folder),
    node: process.version,
    loadBefore: loadavg()[0] ?? 0,
    at: Temporal.Now.plainDateISO().toString(),
  };
}

function diskOf(folder: string): string {
  return execFileSync('findmnt', ['-n', '-o', 'FSTYPE,SOURCE,OPTIONS', '--target', folder], {
    encoding: 'utf8',
  })
    .trim()
    .replaceAll(/\s+/g, ' ');
}

/**
 * For how long the disk under a folder has been at work since the machine started, in seconds; null where the kernel
 * counts none for it (no block device of its own).
 */
export function diskBusySeconds(folder: string): number | null {
  const { dev } = statSync(folder);
  // As glibc's major() and minor() split the number.
  const major = (dev >> 8) & 0xfff;
  const minor = (dev & 0xff) | ((dev >> 12) & 0xfff00);
  const rows = readFileSync('/proc/diskstats', 'utf8')
    .split('\n')
    .map((row) => row.trim().split(/\s+/));
  const row = rows.find(([a, b]) => a === String(major) && b === String(minor));
  return row === undefined ? null : Number(row[12]) / 1_000;
}

/** Writes everything out and empties the page cache. False where that is not permitted: then figures are of warm caches. */
export function dropCaches(): boolean {
  execFileSync('sync');
  try {
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}

export function describe(machine: Machine): string {
  const { processor, cores, shaInstructions, memoryGibibytes, kernel, disk, node, at, loadBefore } = machine;
  const sha = shaInstructions ? 'with SHA instructions' : 'without SHA instructions';
  return [
    `${at}; ${processor}, ${cores} cores, ${sha}, ${memoryGibibytes} GiB; Linux ${kernel}; Node ${node};`,
    `${disk}; load before the run ${loadBefore.toFixed(1)}`,
  ].join(' ');
}
