import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { makeCard } from './card.ts';
import { freshFolder, removeFolder } from './contenders.ts';
import { diskBusySeconds, dropCaches, type Machine, machineWith } from './machine.ts';

const docket = fileURLToPath(new URL('../../docket', import.meta.url));

/** A crowd of recorders that came in at the same moment. */
export interface Crowd {
  readonly recorders: number;
  readonly bytes: number;
  /** From the moment at which the first card appeared to the end of the last docking. */
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMebibytes: number;
  readonly diskSeconds: number | null;
  /** How long each docking took, shortest first. */
  readonly dockings: readonly number[];
}

export interface DockResult {
  readonly benchmark: 'dock';
  readonly machine: Machine;
  readonly eachBytes: number;
  readonly cold: boolean;
  /** Round by round, each with every crowd in turn. */
  readonly rounds: readonly (readonly Crowd[])[];
}

export interface DockWish {
  readonly folder: string;
  readonly crowds: readonly number[];
  /** Of each recorder, in two recordings. */
  readonly eachBytes: number;
  readonly rounds: number;
  readonly say: (line: string) => void;
}

/** Docks crowds of recorders at a running daemon, all of a crowd at once, and waits until every docking is over. */
export async function benchDock(wish: DockWish): Promise<DockResult> {
  const { folder, crowds, eachBytes, rounds, say } = wish;
  const machine = machineWith(folder);
  const most = Math.max(...crowds);
  say(`making ${most} cards of ${eachBytes} bytes`);
  const plan = { files: 2, fileBytes: Math.round(eachBytes / 2) };
  const cards = Array.from({ length: most }, (_, i) => makeCard(folder, plan, deviceOf(i)));
  const cold = dropCaches();
  const done: Crowd[][] = [];
  for (let round = 0; round < rounds; round++) {
    const crowdsDone: Crowd[] = [];
    for (const recorders of crowds) {
      const crowd = await dockAll(join(folder, 'into'), cards.slice(0, recorders));
      say(
        `round ${round + 1}: ${recorders} recorders ${crowd.wallSeconds.toFixed(2)} s, ${crowd.peakMebibytes.toFixed(0)} MiB`,
      );
      crowdsDone.push(crowd);
    }
    done.push(crowdsDone);
  }
  removeFolder(join(folder, 'into'));
  return { benchmark: 'dock', machine, eachBytes: 2 * plan.fileBytes, cold, rounds: done };
}

const deviceOf = (number: number): string => String(3_000_001 + number);

/** What a station has besides cards; left out: nothing. */
export interface Beside {
  /** Sections of its configuration, a line each. */
  readonly config: readonly string[];
  /** After `docket init` and before the daemon. @param common the options that lead to the station */
  readonly before: (common: readonly string[]) => void;
  /** Resolves when the daemon is so far that cards may come. */
  readonly ready: (database: string) => Promise<void>;
}

const nothing: Beside = { config: [], before: () => undefined, ready: async () => undefined };

export async function dockAll(
  folder: string,
  cards: readonly string[],
  beside: Beside = nothing,
): Promise<Crowd> {
  const into = freshFolder(folder);
  const [data, ports, config] = ['station', 'ports', 'config.yaml'].map((name) => join(into, name));
  if (data === undefined || ports === undefined || config === undefined) throw new RangeError('three paths');
  mkdirSync(ports);
  const watched = `dock:\n  folders: [{ path: ${JSON.stringify(ports)}, kind: cards }]`;
  writeFileSync(config, `${['version: 1', watched, ...beside.config].join('\n')}\n`);
  const common = ['--config', config, '--data', data];
  execFileSync(docket, ['init', ...common, '--json'], { stdio: ['ignore', 'ignore', 'inherit'] });
  beside.before(common);
  dropCaches();
  const daemon = spawn(docket, ['serve', '--plain', ...common], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  daemon.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<never>((_, over) =>
    daemon.once('close', (code) => over(new Error(`the daemon ended with ${code}: ${said}`))),
  );
  const stopped = ended.catch(() => undefined);
  await Promise.race([ended, daemonIsThere(() => said !== '')]);
  await beside.ready(join(data, 'station.db'));
  const pid = daemon.pid ?? 0;
  const earlier = dockingTimes(join(data, 'station.db')).length;
  const [cpuBefore, diskBefore] = [cpuSecondsOf(pid), diskBusySeconds(into)];
  const began = performance.now();
  const docked = cards.map((card, i) => [card, join(ports, `port-${i + 1}`)] as const);
  try {
    for (const [card, port] of docked) renameSync(card, port);
    await Promise.race([ended, allOver(join(data, 'station.db'), earlier + cards.length)]);
    const wallSeconds = (performance.now() - began) / 1_000;
    const [cpuAfter, diskAfter] = [cpuSecondsOf(pid), diskBusySeconds(into)];
    const dockings = dockingTimes(join(data, 'station.db'))
      .slice(earlier)
      .sort((a, b) => a - b);
    const peakMebibytes = peakOf(pid);
    return {
      recorders: cards.length,
      bytes: storedBytes(join(data, 'station.db')),
      ...{ wallSeconds, cpuSeconds: cpuAfter - cpuBefore, peakMebibytes, dockings },
      diskSeconds: diskBefore === null || diskAfter === null ? null : diskAfter - diskBefore,
    };
  } finally {
    daemon.kill('SIGTERM');
    await stopped;
    for (const [card, port] of docked) renameSync(port, card);
  }
}

/** Its first line says that it watches. */
async function daemonIsThere(spoke: () => boolean): Promise<void> {
  while (!spoke()) await new Promise((later) => setTimeout(later, 20));
}

export function reading<T>(database: string, read: (db: Database.Database) => T): T {
  const db = new Database(database, { readonly: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
}

/** Asked of the database and not of the daemon, whom questions would keep from its work. */
async function allOver(database: string, count: number): Promise<void> {
  const left = Temporal.Now.instant().add({ minutes: 30 });
  while (Temporal.Instant.compare(Temporal.Now.instant(), left) < 0) {
    const over = reading(database, (db) =>
      Number(db.prepare('SELECT count(*) FROM view_docking WHERE completed IS NOT NULL').pluck().get()),
    );
    if (over >= count) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`not every one of ${count} dockings was over after 30 minutes`);
}

/** In the order of the dockings. */
function dockingTimes(database: string): readonly number[] {
  const all = reading(database, (db) =>
    db
      .prepare<[], { started: string; completed: string }>(
        'SELECT started, completed FROM view_docking WHERE completed IS NOT NULL ORDER BY docking',
      )
      .all(),
  );
  return all.map(({ started, completed }) =>
    Temporal.Instant.from(completed).since(Temporal.Instant.from(started)).total('seconds'),
  );
}

function storedBytes(database: string): number {
  return reading(database, (db) =>
    Number(db.prepare('SELECT total(bytes) FROM view_evidence WHERE stored IS NOT NULL').pluck().get()),
  );
}

/** The kernel's high-water mark of resident memory. */
function peakOf(pid: number): number {
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  if (found === null) throw new Error(`/proc/${pid}/status names no VmHWM`);
  return Number(found[1]) / 1_024;
}

/** User and system time of a process so far; clock ticks are hundredths of a second on every Linux. */
export function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
