import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type AskedDaemon, type Memory, startDaemon } from './api/daemon.ts';
import { type IngestLoad, ingestAsked } from './api/ingest.ts';
import { type Asked, ask, askOnce } from './api/load.ts';
import type { MadeWish } from './api/made-plan.ts';
import { type MadeStation, madeStation } from './api/make-station.ts';
import { askPeer, type PeerTimes } from './api/peer.ts';
import type { Known } from './api/question.ts';
import { listQuestions, otherQuestions } from './api/questions.ts';
import { reading } from './dock.ts';
import { type Machine, machineWith } from './machine.ts';

export interface ApiWish extends MadeWish {
  /** Where the made-up station lies; it is made once, and kept. */
  readonly data: string;
  /** For which each question is asked. */
  readonly secondsEach: number;
  readonly connections: number;
  readonly recorders: number;
  /** Of each recorder. */
  readonly eachBytes: number;
  /** Only questions whose names hold this; null: all. */
  readonly only: string | null;
  readonly say: (line: string) => void;
}

export interface ApiResult {
  readonly benchmark: 'api';
  readonly machine: Machine;
  readonly items: number;
  readonly entries: number;
  readonly databaseMebibytes: number;
  readonly startSeconds: number;
  /** How long it was at work after that, before anything was asked. */
  readonly settlingSeconds: number;
  readonly connections: number;
  readonly secondsEach: number;
  /** Each with the load of the machine while it was asked. */
  readonly asked: readonly (Asked & { readonly load: number })[];
  readonly peers: readonly PeerTimes[];
  readonly memoryBefore: Memory;
  readonly memoryAfterLists: Memory;
  readonly ingest: IngestLoad;
  readonly memoryAfterIngest: Memory;
}

/** Starts the daemon over a station of so many items and entries, and asks it over HTTP: alone, then while recorders come in. */
export async function benchApi(wish: ApiWish): Promise<ApiResult> {
  const { data, items, entries, seed, say, secondsEach, connections } = wish;
  const station = await madeStation(data, { items, entries, seed }, say);
  const machine = machineWith(data);
  const database = join(station.data, 'station.db');
  const known = knownOf(station, database);
  const daemon = await startDaemon(station);
  try {
    say(`the daemon answers after ${daemon.startSeconds.toFixed(1)} s`);
    const settlingSeconds = await daemon.quiet();
    say(`and is quiet after ${settlingSeconds.toFixed(0)} s more`);
    const memoryBefore = daemon.memory();
    const asked = await askAll(wish, known, daemon);
    const peers = askPeer(database, known);
    const memoryAfterLists = daemon.memory();
    const ingest = await ingestAsked(station, known, daemon, wish);
    const memoryAfterIngest = daemon.memory();
    return {
      ...{ benchmark: 'api', machine, items, entries: known.entries, secondsEach, connections },
      ...{ databaseMebibytes: pagesOf(database), startSeconds: daemon.startSeconds, settlingSeconds },
      ...{ asked, peers, memoryBefore, memoryAfterLists, ingest, memoryAfterIngest },
    };
  } finally {
    await daemon.stop();
    rmSync(station.ports, { recursive: true, force: true });
  }
}

async function askAll(
  { secondsEach, connections, only, say }: ApiWish,
  known: Known,
  daemon: AskedDaemon,
): Promise<ApiResult['asked']> {
  const all = [...listQuestions(known), ...otherQuestions(known)];
  const asked: ApiResult['asked'][number][] = [];
  for (const question of all.filter(({ name }) => only === null || name.includes(only))) {
    const load = { connections, seconds: secondsEach, aSecond: null };
    await askOnce(question, daemon);
    const found = await ask(question, daemon, load);
    asked.push({ ...found, load: loadavg()[0] ?? 0 });
    const { name, role, p50, p99, max, answers, failed } = found;
    const times = [p50, p99, max].map((one) => one.toFixed(1)).join(' / ');
    say(`${name} (${role}): ${times} ms, ${answers} answers${failed > 0 ? `, ${failed} FAILED` : ''}`);
    // What one question has left to do must not be counted to the next.
    await wait(50);
  }
  return asked;
}

function knownOf({ plan }: MadeStation, database: string): Known {
  return reading(database, (db) => {
    const newest = Number(db.prepare('SELECT max(rowid) FROM view_evidence').pluck().get() ?? 0);
    const at = db.prepare<[number], string>('SELECT evidence FROM view_evidence WHERE rowid = ?').pluck();
    const evidence = Array.from(
      { length: 24 },
      (_, i) => at.get(Math.max(1, Math.floor((newest * (i + 1)) / 24))) ?? '',
    );
    const entries = Number(db.prepare('SELECT max(seq) + 1 FROM ledger_entry').pluck().get() ?? 0);
    return { plan, evidence, entries };
  });
}

function pagesOf(database: string): number {
  return reading(database, (db) => {
    const [pages, bytes] = ['page_count', 'page_size'].map((name) =>
      Number(db.pragma(name, { simple: true })),
    );
    return ((pages ?? 0) * (bytes ?? 0)) / 2 ** 20;
  });
}
