import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Test } from 'tap';
import { unlock } from './local-vault.ts';
import { type Ran, type RunOptions, runDocket, startDocket } from './run-docket.ts';

/** What a test's configuration says differently; sections as in `ingest.config.yaml`. */
export type TestConfig = Readonly<Record<string, unknown>>;

/** A station of a test in a folder of its own, with room for cards beside it. */
export interface TestStation {
  /** Holds the data folder, the configuration and whatever the test puts beside them. */
  readonly folder: string;
  readonly data: string;
  readonly vault: string;
  readonly config: string;
  /** Runs `docket … --json` in a process of its own. */
  run(args: readonly string[], options?: RunOptions): Promise<Ran>;
  ingest(card: string, options?: RunOptions): Promise<Ran>;
  /** The same, begun and not waited for. */
  start(args: readonly string[], options?: RunOptions): ReturnType<typeof startDocket>;
  configure(config: TestConfig): Promise<void>;
  remove(): Promise<void>;
}

const usual = {
  version: 1,
  station: { language: 'en' },
  // Daemons of several tests run at once: those that are asked over HTTP say so.
  http: { enabled: false } as Readonly<Record<string, unknown>>,
  vault: { reserveMebibytes: 1, immutable: 'off' },
  // What a test asks for, and nothing behind its back.
  viewing: { make: 'asked' },
};

/** A folder with a configuration; `docket init` has not run. */
export async function bareStation(
  config: TestConfig = {},
  vault: string | null = null,
): Promise<TestStation> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'docket-station-'));
  const data = join(folder, 'data');
  const file = join(folder, 'config.yaml');
  const common = ['--config', file, '--data', data, '--json'];
  const station: TestStation = {
    folder,
    data,
    vault: vault ?? join(data, 'vault'),
    config: file,
    run: (args, options) => runDocket([...args, ...common], options),
    ingest: (card, options) => runDocket(['ingest', card, ...common], options),
    start: (args, options) => startDocket([...args, ...common], options),
    // YAML holds JSON.
    configure: (changed) => writeFile(file, JSON.stringify(merged(changed, vault))),
    async remove() {
      unmountAll(folder);
      if (existsSync(folder)) unlock(folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
  await station.configure(config);
  return station;
}

function merged(config: TestConfig, vault: string | null): unknown {
  const all: Record<string, unknown> = { ...usual, ...config };
  const inVault = { ...usual.vault, ...(vault === null ? {} : { folder: vault }) };
  all['vault'] = { ...inVault, ...(typeof config['vault'] === 'object' ? config['vault'] : {}) };
  return all;
}

export async function madeStation(
  config: TestConfig = {},
  vault: string | null = null,
): Promise<TestStation> {
  const station = await bareStation(config, vault);
  const { code, stderr, stdout } = await station.run(['init']);
  if (code !== 0) throw new Error(`init ended with ${code}: ${stdout}${stderr}`);
  return station;
}

/** An initialised station that goes when the test ends. */
export async function testStation(
  t: Test,
  config: TestConfig = {},
  vault: string | null = null,
): Promise<TestStation> {
  const station = await madeStation(config, vault);
  t.teardown(() => station.remove());
  return station;
}

/** Whatever is still mounted below a folder. */
function unmountAll(folder: string): void {
  const mounts = execFileSync('cat', ['/proc/self/mountinfo'], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '')
    .filter((point) => point.startsWith(`${folder}/`));
  for (const point of mounts.reverse()) execFileSync('umount', ['-l', point]);
}
