/** Pixels of one picture of a storyboard; what is narrower stands between black bars. */
export const tile = { width: 160, height: 90 } as const;

/** Small pictures of the whole length in one file, row by row. */
export interface Storyboard {
  readonly everySeconds: number;
  readonly columns: number;
  readonly rows: number;
  readonly count: number;
  /** Whether its key frames alone will do. */
  readonly keyed: boolean;
  /** From where the poster is taken: the very first picture is often black. */
  readonly posterSeconds: number;
}

const mostTiles = 100;
const columns = 10;
/** Copies have a key frame this often, and key frames alone are decoded. */
const keySeconds = 2;

/** @param keyed whether its key frames stand where ours do; a remuxed one may have few */
export function storyboardOf(durationMs: number, keyed: boolean): Storyboard {
  const seconds = Math.max(durationMs, 1) / 1_000;
  const everySeconds = keySeconds * Math.max(1, Math.ceil(seconds / (mostTiles * keySeconds)));
  // Sound often runs a little longer than the picture: no picture stands for so short a rest.
  const count = Math.max(1, Math.min(mostTiles, Math.ceil(seconds / everySeconds - 0.25)));
  return {
    ...{ everySeconds, count, keyed },
    columns: Math.min(columns, count),
    rows: Math.ceil(count / columns),
    posterSeconds: seconds > 3 * keySeconds ? Math.floor(seconds / 10) : 0,
  };
}

/** Which part of which picture belongs to which stretch, as WebVTT. @param picture its file's name */
export function storyboardTimes(
  { everySeconds, columns: across, count }: Storyboard,
  durationMs: number,
  picture: string,
): string {
  const cues = Array.from({ length: count }, (_, i) => {
    const [x, y] = [(i % across) * tile.width, Math.floor(i / across) * tile.height];
    const end =
      i === count - 1 ? Math.max(durationMs, i * everySeconds * 1_000 + 1) : (i + 1) * everySeconds * 1_000;
    const span = `${clock(i * everySeconds * 1_000)} --> ${clock(end)}`;
    return `${span}\n${picture}#xywh=${x},${y},${tile.width},${tile.height}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

function clock(ms: number): string {
  const two = (value: number, digits = 2): string => String(Math.floor(value)).padStart(digits, '0');
  const seconds = ms / 1_000;
  return `${two(seconds / 3_600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${two(ms % 1_000, 3)}`;
}
