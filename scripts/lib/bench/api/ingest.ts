import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { makeCard } from '../card.ts';
import { reading } from '../dock.ts';
import type { AskedDaemon } from './daemon.ts';
import { type Asked, ask } from './load.ts';
import type { MadeStation } from './make-station.ts';
import type { Known } from './question.ts';
import { ingestQuestions } from './questions.ts';

/** What was asked while recorders came in. */
export interface IngestLoad {
  readonly recorders: number;
  readonly eachBytes: number;
  /** From the moment at which the first one appeared to the end of the last docking. */
  readonly wallSeconds: number;
  readonly asked: readonly Asked[];
  /** Progress, alarms and verdicts that all watchers of the stream were told together. */
  readonly events: number;
  readonly load: number;
}

/** A screen asks so often; as many screens ask each question. */
const aSecond = 5;
const screens = 2;
const watchers = 4;
const longest = 900;

/** Docks recorders, all at once, and asks what screens ask until the last docking is over. */
export async function ingestAsked(
  { folder, ports, data }: MadeStation,
  known: Known,
  daemon: AskedDaemon,
  { recorders, eachBytes, say }: { recorders: number; eachBytes: number; say: (line: string) => void },
): Promise<IngestLoad> {
  const cards = join(folder, 'cards');
  mkdirSync(ports, { recursive: true });
  say(`making ${recorders} cards of ${eachBytes} bytes`);
  // Of recorders and bytes that were never docked here: whatever is known already is not taken in again.
  const run = Math.floor(performance.timeOrigin / 1_000) % 100_000;
  const plan = { files: 2, fileBytes: Math.round(eachBytes / 2) };
  const made = Array.from({ length: recorders }, (_, i) =>
    makeCard(cards, plan, String(5_000_000 + run * 10 + i)),
  );
  const database = join(data, 'station.db');
  const earlier = completed(database);
  const watching = watch(daemon);
  const began = performance.now();
  const docked = made.map((card, i) => [card, join(ports, `port-${run}-${i + 1}`)] as const);
  for (const [card, port] of docked) renameSync(card, port);
  const over = allOver(database, earlier + recorders);
  try {
    const load = { connections: screens, seconds: longest, aSecond };
    const questions = ingestQuestions(known).map((one) => ask(one, daemon, load, over));
    const asked = await Promise.all(questions);
    await over;
    const wallSeconds = (performance.now() - began) / 1_000;
    for (const { name, p50, p99, max } of asked)
      say(
        `while ${recorders} come in: ${name} ${[p50, p99, max].map((one) => one.toFixed(1)).join(' / ')} ms`,
      );
    return { recorders, eachBytes, wallSeconds, asked, events: watching.stop(), load: loadavg()[0] ?? 0 };
  } finally {
    watching.stop();
    for (const [, port] of docked) rmSync(port, { recursive: true, force: true });
    rmSync(cards, { recursive: true, force: true });
  }
}

/** Listens to the stream of events, as screens do. */
function watch({ url, tokens }: AskedDaemon): { stop(): number } {
  const end = new AbortController();
  let events = 0;
  const headers = { authorization: `Bearer ${tokens.auditor}` };
  const listen = async (): Promise<void> => {
    const answer = await fetch(`${url}/api/v1/events`, { headers, signal: end.signal });
    for await (const bytes of answer.body ?? [])
      events += Buffer.from(bytes).toString('utf8').split('\nevent: ').length - 1;
  };
  // Ended by its signal.
  for (let i = 0; i < watchers; i++) listen().catch(() => undefined);
  return {
    stop() {
      end.abort();
      return events;
    },
  };
}

/** Asked of the database: questions to the daemon are what is measured. */
async function allOver(database: string, count: number): Promise<void> {
  const until = performance.now() + longest * 1_000;
  while (performance.now() < until) {
    if (completed(database) >= count) return;
    await new Promise((later) => setTimeout(later, 250));
  }
  throw new Error(`not every docking was over after ${longest} s`);
}

/** The newest alone: those before them were over long ago. */
function completed(database: string): number {
  return reading(database, (db) =>
    Number(
      db
        .prepare(
          `SELECT (SELECT max(rowid) FROM view_docking) - (SELECT count(*) FROM
             (SELECT completed FROM view_docking ORDER BY rowid DESC LIMIT 100) WHERE completed IS NULL)`,
        )
        .pluck()
        .get(),
    ),
  );
}
