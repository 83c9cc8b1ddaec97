import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isProgram, programPath } from '../../support/program-here.ts';

/** Whatever the lab itself could not do; a promise of the daemon that broke is for the test to say. */
export class LabError extends Error {
  override readonly name = 'LabError';
}

/** The checkout, which the guest sees as `/docket`. */
export const projectFolder = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** Guests and cards that were made once. They go with the packages, which are part of the guest. */
export const cacheFolder = join(projectFolder, 'node_modules/.cache/docket-lab');

/** The cards in that cache; the guest sees them as `/cards`. */
export const cardsFolder = join(cacheFolder, 'cards');

/** The recorders' zone: FAT and exFAT keep their local time. */
export const stationZone = 'Asia/Shanghai';

/** What the lab runs on this machine, and the Debian package that brings it. */
const programs = {
  'qemu-system-x86_64': 'qemu-system-x86',
  'qemu-img': 'qemu-utils',
  'mkfs.vfat': 'dosfstools',
  mcopy: 'mtools',
  'mkfs.exfat': 'exfatprogs',
  'fsck.exfat': 'exfatprogs',
  mkntfs: 'ntfs-3g',
  ntfscp: 'ntfs-3g',
  mke2fs: 'e2fsprogs',
  xz: 'xz-utils',
  setpriv: 'util-linux',
  flock: 'util-linux',
  'dpkg-deb': 'dpkg',
  'apt-get': 'apt',
} as const;
export type Program = keyof typeof programs | 'apt-cache' | 'sudo';

/** Refuses to go on where a program is missing, and names every package at once. Nothing is ever skipped. */
export function needPrograms(): void {
  if (process.arch !== 'x64')
    throw new LabError(
      `the USB lab's guest runs the x86-64 programs of this checkout; this is ${process.arch}`,
    );
  const missing = Object.entries(programs).filter(([program]) => !isProgram(program));
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map(([, name]) => name))].join(' ');
  throw new LabError(
    `the USB lab needs ${missing.map(([program]) => program).join(', ')}, which this machine lacks; ` +
      `run: apt-get install -y --no-install-recommends ${packages}`,
  );
}

/** The environment of every program that the lab starts: a card's names are UTF-8, its times local to the station. */
export const surroundings: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: programPath,
  LC_ALL: 'C.UTF-8',
  TZ: stationZone,
  MTOOLS_SKIP_CHECK: '1',
};

const promise = promisify(execFile);

/** Runs one program to its end; its standard output. What it said goes into the error. */
export async function run(program: Program, args: readonly string[], folder?: string): Promise<string> {
  return execute(program, args, folder);
}

/** Runs one of the project's own scripts to its end; its standard output. */
export async function runScript(
  name: 'docket',
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> {
  return execute(join(projectFolder, 'scripts', name), args, undefined, env);
}

async function execute(
  program: string,
  args: readonly string[],
  folder?: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  try {
    const { stdout } = await promise(program, args, {
      env: { ...surroundings, ...env },
      maxBuffer: 64 << 20,
      ...(folder === undefined ? {} : { cwd: folder }),
    });
    return stdout;
  } catch (error) {
    throw new LabError(`${program} ${args.join(' ')} failed: ${saidBy(error)}`, { cause: error });
  }
}

function saidBy(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return said === '' ? String(error) : said;
}
