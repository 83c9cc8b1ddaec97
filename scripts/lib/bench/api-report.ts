import type { Asked } from './api/load.ts';
import type { ApiResult } from './api.ts';
import { type Verdict, verdictTable } from './ingest-report.ts';
import { describe } from './machine.ts';
import { reached, spread, type Target } from './statistics.ts';
import { figure, markdownTable } from './table.ts';

const listTarget: Target = { most: 100 };
const ingestTarget: Target = { most: 50 };
/** What `scripts/bench dock` holds 30 recorders to, with as much again for the threads that read. */
const memoryTarget: Target = { most: 500 };

/** The slowest of all lists, the slowest of all calls at ingest that wait for no commit, and memory. */
export function apiVerdicts({ asked, ingest, memoryAfterIngest }: ApiResult): readonly Verdict[] {
  const lists = asked.filter(({ kind }) => kind === 'list');
  const calls = ingest.asked.filter(({ name }) => !name.includes('commit'));
  return [
    ...(lists.length === 0 ? [] : [verdict('p99 of the slowest list, ms', listTarget, slowest(lists))]),
    verdict(
      `p99 of the slowest call while ${ingest.recorders} recorders come in, ms`,
      ingestTarget,
      slowest(calls),
    ),
    verdict('peak RSS of the daemon, MiB', memoryTarget, memoryAfterIngest.peak),
  ];
}

const slowest = (some: readonly Asked[]): number => Math.max(...some.map(({ p99 }) => p99));

function verdict(what: string, target: Target, number: number): Verdict {
  const measured = spread([number]);
  return { what, target, measured, reached: reached(target, measured) };
}

export function apiReport(result: ApiResult): string {
  const { machine, items, entries, databaseMebibytes, asked, peers, ingest, connections, secondsEach } =
    result;
  const { memoryBefore, memoryAfterLists, memoryAfterIngest, startSeconds, settlingSeconds } = result;
  const slow = asked.filter(({ kind, p99 }) => kind === 'list' && p99 > 100);
  return [
    `${items} items, ${entries} entries, database ${figure(databaseMebibytes)} MiB; each asked for ${secondsEach} s over ${connections} connections with autocannon. The daemon answered ${figure(startSeconds)} s after its start and was at work for ${figure(settlingSeconds)} s more before anything was asked. ${describe(machine)}`,
    '',
    askedTable(asked),
    '',
    `Lists beyond 100 ms: ${slow.length === 0 ? 'none' : slow.map(({ name }) => name).join('; ')}.`,
    '',
    'The same page asked of SQLite in one process, rows read and written as JSON:',
    '',
    markdownTable(
      ['list', 'SQLite p50 ms', 'API p50 ms', 'API : SQLite'],
      peers.flatMap(({ name, p50 }) => {
        const ours = asked.find((one) => one.name === name);
        return ours === undefined ? [] : [[name, figure(p50), figure(ours.p50), figure(ours.p50 / p50)]];
      }),
    ),
    '',
    `While ${ingest.recorders} recorders of ${(ingest.eachBytes / 2 ** 20).toFixed(0)} MiB come in (${figure(ingest.wallSeconds)} s, load ${ingest.load.toFixed(1)}); ${ingest.events} events told to 4 watchers:`,
    '',
    askedTable(ingest.asked.map((one) => ({ ...one, load: ingest.load }))),
    '',
    markdownTable(
      ['RSS of the daemon, MiB', 'now', 'peak'],
      Object.entries({
        'after its start': memoryBefore,
        'after all lists': memoryAfterLists,
        'after the ingest': memoryAfterIngest,
      }).map(([when, { now, peak }]) => [when, figure(now), figure(peak)]),
    ),
    '',
    verdictTable(apiVerdicts(result)),
  ].join('\n');
}

function askedTable(asked: readonly (Asked & { readonly load: number })[]): string {
  return markdownTable(
    ['asked', 'as', 'answers', 'failed', 'p50 ms', 'p99 ms', 'max ms', 'bytes', 'load'],
    asked.map(({ name, role, answers, failed, p50, p99, max, bytes, load }) => [
      ...[name, role, String(answers), String(failed), figure(p50), figure(p99), figure(max)],
      ...[String(bytes), load.toFixed(1)],
    ]),
  );
}
