import type { ProbedStream } from '../../../src/custody/entry-kinds.ts';
import { lookOver } from '../../../src/tagging/continuity/look.ts';
import { markIn } from '../../../src/tagging/continuity/programs.ts';
import type { OtherName } from '../../../src/tagging/continuity/segments.ts';
import {
  type Found,
  type Recording,
  type Stretch,
  stretchOf,
} from '../../../src/tagging/continuity/stretch.ts';
import { writtenWith } from '../../../src/tagging/continuity/written-with.ts';
import type { ProbeTags } from '../../../src/tagging/read-probe.ts';

const second = 1_000;
export const usual = { gapMs: 10 * second, overlapMs: 60 * second };

/** What a test says of one recording; the rest is as of a recorder that cuts every five minutes. */
export interface Said {
  /** `10:05:00` on the unit's clock, of 2 September 2026. */
  readonly at: string;
  readonly seconds?: number | null;
  readonly segment?: number;
  /** The start in its name; its own where nothing is said. */
  readonly named?: string | null;
  readonly kind?: Recording['kind'];
  readonly lane?: string;
  readonly session?: string | null;
  readonly docking?: string;
  readonly docked?: string;
  readonly doubtful?: boolean;
  readonly startSource?: Recording['startSource'];
  /** Seconds after its end at which the file was closed. */
  readonly closed?: number;
  readonly bytes?: number;
  readonly container?: string | null;
  readonly containerSeconds?: number;
  readonly streams?: readonly Partial<ProbedStream>[];
  readonly fault?: Recording['facts']['fault'];
  readonly tags?: Partial<ProbeTags> | null;
  readonly marks?: readonly string[];
}

function at(time: string): number {
  return Temporal.Instant.from(`2026-09-02T${time}+08:00`).epochMilliseconds;
}

const emptyStream: ProbedStream = {
  ...{ kind: 'video', codec: 'h264', profile: 'High', tag: 'avc1', pixelFormat: 'yuv420p' },
  ...{ width: 1_920, height: 1_080, rotation: null, frameRate: '25/1', baseFrameRate: '25/1' },
  ...{ sampleRate: null, channels: null, bitRate: null, startMs: 0, durationMs: null, frames: null },
};

let count = 0;

/** Each gets the next id: `E1`, `E2`, …, in the order in which they are said. */
export function stretch(...all: readonly Said[]): Stretch {
  count = 0;
  return stretchOf(all.map(recording));
}

function recording(said: Said): Recording {
  count += 1;
  const { seconds = 300, kind = 'moving', closed = 1, bytes = 300_000_000 } = said;
  const startMs = at(said.at);
  const lengthMs = seconds === null ? null : seconds * second;
  const endedMs = lengthMs === null ? null : startMs + lengthMs;
  const tags = said.tags === null ? null : { file: {}, streams: [], ...said.tags };
  const streams = (
    said.streams ?? [{}, { kind: 'audio', codec: 'aac', sampleRate: 16_000, channels: 1 }]
  ).map((one) => ({ ...emptyStream, durationMs: lengthMs, ...one }));
  const facts: Recording['facts'] = {
    ...{ evidence: `E${count}`, fault: said.fault ?? null, startMs: 0, bitRate: null, created: null },
    container: said.container === undefined ? 'mov,mp4,m4a,3gp,3g2,mj2' : said.container,
    durationMs: said.containerSeconds === undefined ? lengthMs : said.containerSeconds * second,
    streamCount: streams.length,
    streams,
  };
  return {
    evidence: `E${count}`,
    docking: said.docking ?? 'D1',
    dockedMs: at(said.docked ?? '23:00:00'),
    secured: '2026-09-02T15:00:00.000Z',
    session: said.session === undefined ? 'S1' : said.session,
    ...{ kind, lane: said.lane ?? 'video', bytes },
    modifiedMs: startMs + (lengthMs ?? 0) + closed * second,
    named: said.named === undefined ? said.at : said.named,
    segment: said.segment ?? null,
    startMs,
    startSource: said.startSource ?? 'name',
    ...{ endedMs, measured: lengthMs !== null, durationMs: lengthMs, doubtful: said.doubtful ?? false },
    ...{ chained: false, facts, tags, written: writtenWith(facts, tags) },
    mark: tags === null ? null : markIn(tags),
    marks: said.marks ?? null,
  };
}

/** The one finding that there is; a second one would be an invention. */
export function only(all: Stretch): readonly [Found] {
  const [one, ...others] = found(all);
  if (one === undefined || others.length > 0)
    throw new RangeError(`not one finding: ${codes(all).join(', ') || 'none'}`);
  return [one];
}

export function found(all: Stretch, others: readonly OtherName[] = []): readonly Found[] {
  return lookOver(all, usual, () => others);
}

export function codes(all: Stretch, others: readonly OtherName[] = []): readonly string[] {
  return found(all, others).map(({ code, evidence }) => `${code} ${evidence.join(' ')}`);
}

/** A running recording: so many segments of five minutes, one second apart. */
export function running(many: number, more: Partial<Said> = {}): readonly Said[] {
  return Array.from({ length: many }, (_, i) => {
    const start = Temporal.PlainTime.from('10:00:00').add({ seconds: i * 301 });
    return { at: start.toString(), ...more };
  });
}
