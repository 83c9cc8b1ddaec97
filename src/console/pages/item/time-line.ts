import { dayBegins } from '../../words/moments.ts';

/** What happens on the line, in the order in which it is usually met. */
export const momentNames = [
  'start',
  'recorded',
  'returned',
  'docked',
  'stored',
  'due',
  'last',
  'now',
] as const;
export type MomentName = (typeof momentNames)[number];

export interface Moment {
  readonly name: MomentName;
  /** RFC 3339. */
  readonly at: string;
}

export interface DrawnMoment extends Moment {
  readonly x: number;
  /** How high its label stands, 0 next to the line: like a flag to the right of its pole. */
  readonly row: number;
}

export interface TimeLine {
  readonly moments: readonly DrawnMoment[];
  readonly rows: number;
  /** From the start to the limit, and on to the end of an extension. */
  readonly limit: Span | null;
  readonly further: Span | null;
  /** Days that nobody counts. */
  readonly rest: readonly (Span & { readonly day: string })[];
  readonly days: readonly { readonly day: string; readonly x: number; readonly told: boolean }[];
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

interface Shown {
  readonly start: string | null;
  readonly due: string | null;
  readonly lastDue: string | null;
  readonly ended: string | null;
  readonly returned: string | null;
  readonly docked: string | null;
  readonly stored: string | null;
}

/** What is known of a judgement, in time's order; `now` where it is not stored yet. Pure. */
export function momentsOf(given: Shown, now: string): readonly Moment[] {
  const { start, due, lastDue, ended, returned, docked, stored } = given;
  const same = start !== null && [ended, returned, docked].includes(start);
  const all: readonly (readonly [MomentName, string | null])[] = [
    ['start', same ? null : start],
    ['recorded', ended],
    ['returned', returned],
    ['docked', docked],
    ['stored', stored],
    ['due', due],
    ['last', lastDue],
    ['now', stored === null ? now : null],
  ];
  return all
    .flatMap(([name, at]) => (at === null ? [] : [{ name, at }]))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

const leftEdge = 14;
/** Room of one label, in the widest of its words. */
export const labelWidth = 118;
const mostDayLabels = 9;
const leastSpanMs = 3_600_000;

/** Where everything stands on a line so wide. Pure. */
export function timeLine(
  moments: readonly Moment[],
  { width, zone, restDays, given }: TimeLineFrame,
): TimeLine {
  const times = moments.map(({ at }) => Date.parse(at));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const span = Math.max(last - first, leastSpanMs);
  const xOf = (ms: number): number => leftEdge + ((ms - first) / span) * (width - leftEdge - labelWidth);
  const within = (x: number): number => Math.min(width, Math.max(0, x));
  const spanOf = (from: string | null, to: string | null): Span | null =>
    from === null || to === null ? null : { from: xOf(Date.parse(from)), to: xOf(Date.parse(to)) };
  const begins = daysBetween(first - span * 0.06, last + span * 0.06, zone);
  const step = Math.max(1, Math.ceil(begins.length / mostDayLabels));
  const drawn = placed(moments.map((one) => ({ ...one, x: xOf(Date.parse(one.at)) })));
  return {
    moments: drawn,
    rows: Math.max(0, ...drawn.map(({ row }) => row)) + 1,
    limit: spanOf(given.start, given.due),
    further: spanOf(given.due, given.lastDue),
    rest: restDays
      .map((day) => ({
        day,
        from: within(xOf(Date.parse(dayBegins(day, zone)))),
        to: within(xOf(Date.parse(dayBegins(day, zone, 1)))),
      }))
      .filter(({ from, to }) => to - from > 1),
    days: begins
      .map(({ day, ms }, at) => ({ day, x: xOf(ms), told: at % step === 0 }))
      .filter(({ x }) => x > 4 && x < width - 4),
  };
}

interface TimeLineFrame {
  readonly width: number;
  readonly zone: string;
  readonly restDays: readonly string[];
  readonly given: Pick<Shown, 'start' | 'due' | 'lastDue'>;
}

/** Of those whose labels would meet the earlier one stands higher: so no label lies over another, nor over a pole. */
function placed(moments: readonly (Moment & { readonly x: number })[]): readonly DrawnMoment[] {
  const drawn: DrawnMoment[] = [];
  for (const one of [...moments].reverse()) {
    const met = drawn.filter(({ x }) => x < one.x + labelWidth).map(({ row }) => row);
    drawn.push({ ...one, row: Math.max(-1, ...met) + 1 });
  }
  return drawn.reverse();
}

const dayMs = 86_400_000;
const mostDays = 400;

function daysBetween(from: number, to: number, zone: string): readonly { day: string; ms: number }[] {
  const count = Math.min(mostDays, Math.ceil((to - from) / dayMs) + 2);
  const first = new Date(from - dayMs).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, later) => {
    const day = new Date(Date.parse(`${first}T00:00:00Z`) + later * dayMs).toISOString().slice(0, 10);
    return { day, ms: Date.parse(dayBegins(day, zone)) };
  }).filter(({ ms }) => ms >= from && ms <= to);
}
