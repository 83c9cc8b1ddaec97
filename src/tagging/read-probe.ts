import type { ProbedRecording, ProbedStream, ProbeFault } from '../custody/entry-kinds.ts';

/** What a container says of itself. */
export interface Probe {
  /** Null where the file does not say it: a truncated one has lost its index. */
  readonly durationMs: number | null;
  /** The container's creation time as it stands there; by its specification UTC, by many recorders' habit local. */
  readonly created: Temporal.Instant | null;
  readonly facts: ProbeFacts;
  readonly tags: ProbeTags;
}

export type ProbeFacts = Omit<ProbedRecording, 'evidence'>;

/** The texts that stand in the file: programs, handlers, makers, places, names. */
export interface ProbeTags {
  readonly file: Readonly<Record<string, string>>;
  /** Of the streams that are listed, in their order. */
  readonly streams: readonly Readonly<Record<string, string>>[];
}

/** What is asked of ffprobe, for its `-show_entries`. */
export const probedEntries = [
  'format=nb_streams,format_name,start_time,duration,bit_rate',
  'format_tags',
  'stream=codec_type,codec_name,profile,codec_tag_string,pix_fmt,width,height,r_frame_rate,avg_frame_rate,sample_rate,channels,start_time,duration,bit_rate,nb_frames',
  'stream_tags=handler_name,HANDLER_NAME,encoder,ENCODER,vendor_id,VENDOR_ID,rotate,DURATION',
  'stream_side_data=rotation',
].join(':');

/** Longer than any recorder runs: an index that claims more is damaged. */
const longestMs = 7 * 24 * 3_600_000;
/** Beyond it a claimed length is not even kept. */
const mostMs = 100 * 365 * 24 * 3_600_000;
/** So many streams are listed; the others are counted. */
const listedStreams = 16;
const mostTags = 40;
const mostKey = 64;
const mostValue = 300;
/** Of one stream or of the file: ffprobe is asked for fewer. */
const mostFields = 200;

/**
 * Takes what ffprobe prints with `-of flat` line by line: a key, `=`, a number or a quoted text, in which nothing from
 * the file can make a line of its own. However much comes, little is kept. Whatever is odd counts as not said.
 */
export class ProbeReader {
  readonly #file = new Map<string, string>();
  readonly #streams: Map<string, string>[] = [];

  line(text: string): void {
    const [, stream, key, value] = /^(?:format|streams\.stream\.(\d{1,9}))\.([\w.]+)=(.*)$/.exec(text) ?? [];
    if (key === undefined || value === undefined) return;
    const into = stream === undefined ? this.#file : this.#stream(Number(stream));
    if (into !== null && into.size < mostFields) into.set(key, unquoted(value));
  }

  /** @param fault what kept ffprobe from reading it, as far as it is known. */
  probe(fault: ProbeFault | null): Probe {
    const file = this.#file;
    const duration = msOf(file.get('duration'));
    const created = createdOf(file);
    return {
      durationMs: duration !== null && duration >= 0 && duration <= longestMs ? duration : null,
      created,
      facts: {
        fault,
        container: wordOf(file.get('format_name')),
        durationMs: duration,
        startMs: msOf(file.get('start_time')),
        bitRate: countOf(file.get('bit_rate')),
        created: created?.toString() ?? null,
        streamCount: fault === 'too_many_streams' ? mostStreams : (countOf(file.get('nb_streams')) ?? 0),
        streams: this.#streams.map(streamOf),
      },
      tags: { file: tagsOf(file), streams: this.#streams.map(tagsOf) },
    };
  }

  #stream(at: number): Map<string, string> | null {
    if (at >= listedStreams || at > this.#streams.length) return null;
    const found = this.#streams[at] ?? new Map<string, string>();
    this.#streams[at] = found;
    return found;
  }
}

/** ffprobe itself gives up at more; then at least so many are there. */
export const mostStreams = 1_000;

/** Nothing could be read. */
export function nothingProbed(fault: ProbeFault): Probe {
  return new ProbeReader().probe(fault);
}

function streamOf(said: ReadonlyMap<string, string>): ProbedStream {
  const of = (key: string): string | undefined => said.get(key);
  return {
    kind: wordOf(of('codec_type')) ?? 'unknown',
    codec: wordOf(of('codec_name')),
    profile: wordOf(of('profile')),
    tag: /^[a-zA-Z0-9]{4}$/.exec(of('codec_tag_string') ?? '')?.[0] ?? null,
    pixelFormat: wordOf(of('pix_fmt')),
    width: countOf(of('width')),
    height: countOf(of('height')),
    rotation: rotationOf(said),
    frameRate: ratioOf(of('avg_frame_rate')),
    baseFrameRate: ratioOf(of('r_frame_rate')),
    sampleRate: countOf(of('sample_rate')),
    channels: countOf(of('channels')),
    bitRate: countOf(of('bit_rate')),
    startMs: msOf(of('start_time')),
    durationMs: msOf(of('duration')) ?? clockMs(of('tags.DURATION')),
    frames: countOf(of('nb_frames')),
  };
}

/** Clockwise degrees by which a player turns the picture. */
function rotationOf(said: ReadonlyMap<string, string>): number | null {
  const [side] = [...said].filter(([key]) => key.endsWith('.rotation')).map(([, value]) => Number(value));
  const turned = side === undefined ? Number(said.get('tags.rotate') ?? Number.NaN) : -side;
  return Number.isFinite(turned) ? ((Math.round(turned) % 360) + 360) % 360 : null;
}

function tagsOf(said: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const tags = [...said].filter(([key, value]) => key.startsWith('tags.') && value !== '');
  return Object.fromEntries(
    tags.slice(0, mostTags).map(([key, value]) => [
      key.slice('tags.'.length, mostKey).toLowerCase(),
      // A cut may leave half of a character.
      value.slice(0, mostValue).toWellFormed(),
    ]),
  );
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value;
  const text = value.endsWith('"') && value.length > 1 ? value.slice(1, -1) : value.slice(1);
  return text.replace(/\\(.)/gs, (_, escaped: string) => ({ n: '\n', r: '\r' })[escaped] ?? escaped);
}

/** A name that ffprobe itself gives: of a format, a codec, a profile. */
function wordOf(text: string | undefined): string | null {
  return text === undefined || !/^[\w ,.:()/+-]{1,80}$/.test(text) ? null : text;
}

function countOf(text: string | undefined): number | null {
  const number = /^\d{1,15}$/.test(text ?? '') ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : null;
}

/** `30000/1001`; ffprobe says `0/0` where it does not know. */
function ratioOf(text: string | undefined): string | null {
  return /^[1-9]\d{0,8}\/[1-9]\d{0,8}$/.exec(text ?? '')?.[0] ?? null;
}

function msOf(seconds: string | undefined): number | null {
  const ms = Math.round(Number(seconds === undefined || seconds === '' ? Number.NaN : seconds) * 1_000);
  return Math.abs(ms) <= mostMs ? ms : null;
}

/** Matroska says a stream's length in a tag: `00:00:03.023000000`. */
function clockMs(text: string | undefined): number | null {
  const [, hours, minutes, seconds] = /^(\d{1,4}):(\d\d):(\d\d\.\d{1,9})$/.exec(text ?? '') ?? [];
  if (seconds === undefined) return null;
  return Math.round(((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000);
}

/** MP4 counts from 1904: a clock that was never set gives that, and it is no claim. */
function createdOf(file: ReadonlyMap<string, string>): Temporal.Instant | null {
  try {
    const found = Temporal.Instant.from(file.get('tags.creation_time') ?? '');
    return found.epochMilliseconds > 0 ? found : null;
  } catch {
    return null;
  }
}
