import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { retentionRecords } from '../../src/vault/local/layout.ts';
import { holdActs, logActs, publishActs, stepsOf } from '../../src/vault/local/steps.ts';
import { gaName, makeCard, putFile, type TestCard, type TestRecording } from './cards.ts';
import { unlock } from './local-vault.ts';
import { type Ran, runDocket, startDocket } from './run-docket.ts';
import { docketHere, rowsOf, soundStation, storedTimes } from './sound-station.ts';
import { madeStation, type TestStation } from './stations.ts';

/** One way to strike an ingest. */
export type Crash =
  /** With `again`, the next docking is killed too, before the one that is let go on. */
  | { readonly by: 'kill'; readonly afterMs: number; readonly again?: number }
  | {
      readonly by: 'point';
      readonly point: string;
      readonly passage: number;
      readonly deed: 'kill' | 'eio' | 'enospc';
    }
  | {
      readonly by: 'call';
      readonly call: string;
      readonly occurrence: number;
      readonly error: 'EIO' | 'ENOSPC';
    };

export interface Survived {
  /** Whether the strike hit: the run ended otherwise than a quiet one does. */
  readonly struck: boolean;
  /** What does not hold afterwards; empty is what every strike must come to. */
  readonly complaints: readonly string[];
}

const mebibyte = 1_048_576;

/** The ground that a campaign strikes on: an initialised station and a card, copied for each strike. */
export class CrashGround {
  readonly #station: TestStation;
  readonly card: TestCard;
  /** How long an undisturbed run takes here. */
  readonly quietMs: number;
  readonly #sidecars: readonly TestRecording[];
  #strikes = 0;

  private constructor(
    station: TestStation,
    card: TestCard,
    sidecars: readonly TestRecording[],
    quietMs: number,
  ) {
    this.#station = station;
    this.card = card;
    this.#sidecars = sidecars;
    this.quietMs = quietMs;
  }

  static async make(seed: string): Promise<CrashGround> {
    // Whatever the disk can do: the immutable flag is a step that can be struck like any other.
    const station = await madeStation({ vault: { immutable: 'auto' } });
    // One large enough for the journal, small ones that are copied side by side, two of equal bytes, an empty one.
    const twin = Buffer.from(`twin ${seed}`);
    const sidecars: TestRecording[] = [];
    const card = await makeCard(join(station.folder, 'card'), seed, {
      [gaName(1)]: 18 * mebibyte,
      [gaName(2, undefined, '_IMP')]: mebibyte + 4_097,
      [gaName(3)]: 300_001,
      [gaName(4)]: twin,
      [gaName(5)]: twin,
      [gaName(6)]: 0,
    });
    // Of the large one and of one copied beside others; stored under entries of their own.
    for (const n of [1, 3]) {
      const sidecar = gaName(n).replace('.mp4', '.nmea');
      sidecars.push(await putFile(card.root, sidecar, Buffer.from(`sidecar ${n} ${seed}`)));
    }
    const ground = new CrashGround(station, card, sidecars, 0);
    const began = performance.now();
    await ground.#onCopy(async (copy) => await copy.ingest(card.root));
    return new CrashGround(station, card, sidecars, performance.now() - began);
  }

  /** Strikes one ingest, then ingests again as the next docking would, and looks at everything. */
  async strike(crash: Crash): Promise<Survived> {
    return await this.#onCopy(async (station) => {
      const ran = await struckRun(station, this.card, crash);
      const again = await docketHere(station, ['ingest', this.card.root]);
      const complaints = [...(await soundStation(station, [this.card]))];
      if (again.code !== 0) complaints.push(`the next docking ended with ${again.code}: ${again.text}`);
      for (const { path, sha256 } of this.card.recordings) {
        const times = storedTimes(station, sha256);
        if (times !== 1) complaints.push(`${path.toString()} is stored ${times} times`);
        const marked = path.toString().includes('_IMP');
        if (isHeldInVault(station, sha256) === marked)
          complaints.push(`${path.toString()} is ${marked ? '' : 'not '}on hold`);
      }
      for (const { path, sha256 } of this.#sidecars) {
        const known = rowsOf(station, 'SELECT * FROM view_sidecar WHERE sha256 = ?', sha256).length;
        if (known !== 1) complaints.push(`${path.toString()} is stored ${known} times`);
      }
      return { struck: ran.signal !== null || ran.code !== 0, complaints };
    });
  }

  /** Which calls an undisturbed run makes, with the most that one thread makes of each. */
  async calls(names: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return await this.#onCopy(async (station) => {
      const trace = join(station.folder, 'trace');
      const strace = ['-e', `trace=${names.join(',')}`, '-o', trace];
      await station.ingest(this.card.root, { strace, env: fewThreads });
      return mostOfOneThread(readFileSync(trace, 'utf8'), names);
    });
  }

  async #onCopy<T>(act: (station: TestStation) => Promise<T>): Promise<T> {
    const folder = `${this.#station.folder}-strike-${++this.#strikes}`;
    cpSync(this.#station.data, join(folder, 'data'), { recursive: true, preserveTimestamps: true });
    const data = join(folder, 'data');
    const common = ['--config', this.#station.config, '--data', data, '--json'];
    const copy: TestStation = {
      ...this.#station,
      folder,
      data,
      vault: join(data, 'vault'),
      run: (args, options) => runDocket([...args, ...common], options),
      ingest: (from, options) => runDocket(['ingest', from, ...common], options),
      start: (args, options) => startDocket([...args, ...common], options),
    };
    try {
      return await act(copy);
    } finally {
      unlock(folder);
      await rm(folder, { recursive: true, force: true });
    }
  }

  async remove(): Promise<void> {
    await this.#station.remove();
  }
}

async function struckRun(station: TestStation, card: TestCard, crash: Crash): Promise<Ran> {
  switch (crash.by) {
    case 'kill': {
      const ran = await killedAfter(station, card, crash.afterMs);
      return crash.again === undefined ? ran : await killedAfter(station, card, crash.again);
    }
    case 'point':
      return await station.ingest(card.root, { fault: `${crash.point}:${crash.passage}:${crash.deed}` });
    case 'call': {
      const inject = `inject=${crash.call}:error=${crash.error}:when=${crash.occurrence}`;
      return await station.ingest(card.root, {
        strace: ['-o', '/dev/null', '-e', `trace=${crash.call}`, '-e', inject],
        env: fewThreads,
      });
    }
  }
}

async function killedAfter(station: TestStation, card: TestCard, afterMs: number): Promise<Ran> {
  const running = station.start(['ingest', card.root]);
  const over = wait(afterMs).then(() => running.child.kill('SIGKILL'));
  const ran = await running.ended;
  await over;
  return ran;
}

/** Nobody has classified it: the last of its records in the vault is a hold. */
function isHeldInVault({ vault }: TestStation, sha256: string): boolean {
  const names = readdirSync(join(vault, retentionRecords(sha256)));
  return (
    names
      .filter((name) => /\.(hold|lifted)$/.test(name))
      .sort()
      .at(-1)
      ?.endsWith('.hold') === true
  );
}

/** strace counts the calls of each thread by itself: spread over a hundred, none would come to its tenth. */
const fewThreads = { UV_THREADPOOL_SIZE: '2' };

/** `strace -f -o` begins each line with the thread's number. */
function mostOfOneThread(trace: string, names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of trace.split('\n')) {
    const [, thread, call] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    if (thread === undefined || call === undefined) continue;
    counts.set(`${call} ${thread}`, (counts.get(`${call} ${thread}`) ?? 0) + 1);
  }
  const most = (name: string): number =>
    Math.max(0, ...[...counts].filter(([key]) => key.startsWith(`${name} `)).map(([, count]) => count));
  return new Map(names.map((name) => [name, most(name)]));
}

/** Every named fault point of an ingest, read off the source: one that is added is struck without being listed here. */
export function ingestPoints(): readonly string[] {
  const source = fileURLToPath(new URL('../../src/', import.meta.url));
  const named = ['intake', 'custody'].flatMap((room) =>
    readdirSync(join(source, room))
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [...readFileSync(join(source, room, name), 'utf8').matchAll(/step\('([a-z.]+)'\)/g)])
      .map((match) => match[1] ?? ''),
  );
  return [
    ...new Set([...named, ...stepsOf(publishActs), ...stepsOf(holdActs), ...stepsOf(logActs)]),
  ].toSorted();
}

/** The calls by which an ingest changes a disk. */
export const changingCalls = [
  'openat',
  'mkdir',
  'pwrite64',
  'write',
  'ftruncate',
  'fsync',
  'fdatasync',
  'link',
  'unlink',
  'chmod',
  'rename',
  'pread64',
] as const;

/** A moment of a run, and every second time one of the next run too. */
export function drawnKill(moments: Generator<number, never>, quietMs: number): Crash {
  const afterMs = moments.next().value * quietMs;
  const again = moments.next().value;
  return { by: 'kill', afterMs, ...(again < 0.5 ? { again: again * 2 * quietMs } : {}) };
}

/** Numbers in [0, 1) that are the same for the same seed. */
export function* drawn(seed: string): Generator<number, never> {
  for (let i = 0; ; i++) {
    yield createHash('sha256').update(`${seed} ${i}`).digest().readUInt32BE() / 2 ** 32;
  }
}

export function told(crash: Crash): string {
  switch (crash.by) {
    case 'kill':
      return `SIGKILL after ${crash.afterMs.toFixed(1)} ms${crash.again === undefined ? '' : `, again after ${crash.again.toFixed(1)} ms`}`;
    case 'point':
      return `${crash.deed} at ${crash.point}, passage ${crash.passage}`;
    case 'call':
      return `${crash.error} from ${crash.call}, occurrence ${crash.occurrence} of a thread`;
  }
}
