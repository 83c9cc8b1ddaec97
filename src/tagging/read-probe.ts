/** What a container says of itself. */
export interface Probe {
  /** Null where the file does not say it: a truncated one has lost its index. */
  readonly durationMs: number | null;
  /** The container's creation time as it stands there; by its specification UTC, by many recorders' habit local. */
  readonly created: Temporal.Instant | null;
}

export const nothingProbed: Probe = { durationMs: null, created: null };

/** Longer than any recorder runs: an index that claims more is damaged. */
const longestMs = 7 * 24 * 3_600_000;

/** Reads ffprobe's JSON (`-show_entries format=duration:format_tags=creation_time`). Whatever is odd counts as not said. */
export function readProbe(json: string): Probe {
  const format = fieldOf(parsed(json), 'format');
  const seconds = Number(fieldOf(format, 'duration') ?? Number.NaN);
  const ms = Math.round(seconds * 1_000);
  return {
    durationMs: ms >= 0 && ms <= longestMs ? ms : null,
    created: instantOf(fieldOf(fieldOf(format, 'tags'), 'creation_time')),
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** MP4 counts from 1904: a clock that was never set gives that, and it is no claim. */
function instantOf(value: unknown): Temporal.Instant | null {
  try {
    const found = Temporal.Instant.from(String(value));
    return found.epochMilliseconds > 0 ? found : null;
  } catch {
    return null;
  }
}
