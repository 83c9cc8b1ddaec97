import type { FirstPaint } from './console/window.ts';
import type { ConsoleResult, Paints } from './console.ts';
import { type Verdict, verdictTable } from './ingest-report.ts';
import { describe } from './machine.ts';
import { percentile, ratios, reached, spread, type Target } from './statistics.ts';
import { figure, markdownTable } from './table.ts';

const paintTarget: Target = { most: 1_000 };
const actTarget: Target = { most: 100 };
const bytesTarget: Target = { most: 500_000 };
/** The only pages that draw charts, and that play recordings. */
const shows = { charts: ['late'], player: ['item'] } as const;

const painted = (some: readonly FirstPaint[]): readonly number[] => some.map((one) => one.painted);
const drawn = (some: readonly FirstPaint[]): readonly number[] => some.map((one) => one.drawn);

/** The dock's screen and whatever is done while recorders come in; bytes; and what is loaded where it is not shown. */
export function consoleVerdicts({ busy, acts, loads, recorders }: ConsoleResult): readonly Verdict[] {
  const ours = acts.filter(({ peer }) => !peer);
  const while_ = `while ${recorders} recorders come in`;
  const needless = loads.filter(
    ({ page, charts, player }) =>
      (charts && !shows.charts.some((one) => one === page)) ||
      (player && !shows.player.some((one) => one === page)),
  );
  return [
    verdict(`first paint of the dock ${while_}, ms`, paintTarget, painted(busy.dock)),
    verdict(`first port drawn ${while_}, ms`, paintTarget, drawn(busy.dock)),
    ...ours.map(({ what, times }) => verdict(`${what}, ms`, actTarget, times)),
    verdict('most bytes of a first load', bytesTarget, [Math.max(...loads.map(({ bytes }) => bytes))]),
    verdict('pages that load charts or the player for nothing', { most: 0 }, [needless.length]),
  ];
}

function verdict(what: string, target: Target, numbers: readonly number[]): Verdict {
  const measured = spread(numbers);
  return { what, target, measured, reached: reached(target, measured) };
}

export function consoleReport(result: ConsoleResult): string {
  const { machine, browser, items, recorders, eachBytes, idle, busy, acts, loads } = result;
  const { dockings, busySeconds, load } = result;
  const mib = (eachBytes / 2 ** 20).toFixed(0);
  return [
    `${browser} beside the daemon, its cache empty for each first paint; ${items} items; ${recorders} recorders of ${mib} MiB come in again and again (${dockings} dockings in ${figure(busySeconds)} s, load ${load.toFixed(1)}). ${describe(machine)}`,
    '',
    'First Contentful Paint, and when what the page is opened for was drawn first, in ms. The peer is Swagger UI, which the same daemon serves:',
    '',
    paintTable({ 'nothing comes in': idle, [`${recorders} recorders come in`]: busy }),
    '',
    ratioLine(idle, busy),
    '',
    `From a touch or key to the next frame while ${recorders} recorders come in, in ms (Event Timing; steps of 8, 16 stands for less too):`,
    '',
    markdownTable(
      ['done', 'times', 'min', 'median', 'p95', 'max'],
      acts.map(({ what, times }) => [what, String(times.length), ...four(times)]),
    ),
    '',
    'First load of each page: bytes of the page, its scripts and styles as they are sent, and of what it asks the station:',
    '',
    markdownTable(
      ['page', 'bytes', 'files', 'bytes of answers', 'charts', 'player'],
      loads.map(({ page, bytes, files, answerBytes, charts, player }) => [
        ...[page, figure(bytes), String(files), figure(answerBytes)],
        ...[charts, player].map((is) => (is ? 'yes' : '-')),
      ]),
    ),
    '',
    verdictTable(consoleVerdicts(result)),
  ].join('\n');
}

function four(numbers: readonly number[]): readonly string[] {
  const { min, median, max } = spread(numbers);
  return [min, median, percentile(numbers, 0.95), max].map(figure);
}

function paintTable(states: Readonly<Record<string, Paints>>): string {
  return markdownTable(
    ['page', 'times', 'min', 'median', 'p95', 'max'],
    Object.entries(states).flatMap(([state, { dock, evidence, peer }]) =>
      [
        ['dock, painted', painted(dock)],
        ['dock, first port', drawn(dock)],
        ['evidence, painted', painted(evidence)],
        ['evidence, first row', drawn(evidence)],
        ['Swagger UI, painted', painted(peer)],
        ['Swagger UI, first section', drawn(peer)],
      ].map(([what, times]) => {
        const numbers = times as readonly number[];
        return [`${String(what)}, ${state}`, String(numbers.length), ...four(numbers)];
      }),
    ),
  );
}

/** Round by round: what was opened one right after the other. */
function ratioLine(idle: Paints, busy: Paints): string {
  const { median, min, max } = spread(ratios(drawn(busy.dock), drawn(busy.peer)));
  const alone = spread(drawn(idle.dock)).median;
  const among = spread(drawn(busy.dock)).median;
  return `First port : first section of Swagger UI, both while recorders come in: ${figure(median)} (${figure(min)}-${figure(max)}); first port while they come in : alone, of the medians: ${figure(among / alone)}.`;
}
