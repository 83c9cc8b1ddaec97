import { askStation } from '../../data/ask-station.ts';

/** As the station enters them; nothing of a piece is shown before it is. */
export const pieceSeconds = 30;
/** A playback that nobody renews is closed by the station after 10 minutes. */
const renewMs = 240_000;

/** Has the pieces entered that come next, each once for as long as the playback stays open. */
export class Playback {
  readonly #evidence: string;
  readonly #opened = new Set<number>();
  readonly #opening = new Map<number, Promise<void>>();
  readonly #told: (viewer: string, clockAhead: number) => void;
  #renewed = Number.NEGATIVE_INFINITY;

  /** @param told whose eyes it is for, and by how much the station's clock is ahead, in milliseconds */
  constructor(evidence: string, told: (viewer: string, clockAhead: number) => void) {
    this.#evidence = evidence;
    this.#told = told;
  }

  isOpen(seconds: number): boolean {
    return this.#opened.has(pieceOf(seconds));
  }

  /** The piece in which a second lies; at once where that is done and the playback still open. Errors: of `askStation`. */
  async open(seconds: number): Promise<void> {
    const piece = pieceOf(seconds);
    if (this.#opened.has(piece) && performance.now() - this.#renewed < renewMs) return;
    const before = this.#opening.get(piece);
    if (before !== undefined) return await before;
    const now = this.#enter(piece).finally(() => this.#opening.delete(piece));
    this.#opening.set(piece, now);
    await now;
  }

  /** What is open is asked for anew: the connection broke, or the station closed it meanwhile. */
  forget(): void {
    this.#renewed = Number.NEGATIVE_INFINITY;
  }

  async #enter(piece: number): Promise<void> {
    const body = { fromSeconds: piece * pieceSeconds, toSeconds: (piece + 1) * pieceSeconds };
    const answer = await askStation('viewingPlayback', { params: { evidence: this.#evidence }, body });
    this.#opened.add(piece);
    this.#renewed = performance.now();
    this.#told(answer.viewer, Date.parse(answer.at) - Date.now());
  }
}

function pieceOf(seconds: number): number {
  return Math.max(0, Math.floor(seconds / pieceSeconds));
}

/** A small picture of the storyboard, and from when on it stands for what is shown. */
export interface Tile {
  readonly from: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const cue = /(\d+):(\d\d):(\d\d\.\d{3}) -->[^\n]*\n[^\n#]*#xywh=(\d+),(\d+),(\d+),(\d+)/g;

/** Of a storyboard's WebVTT. Pure. */
export function tilesIn(vtt: string): readonly Tile[] {
  return [...vtt.matchAll(cue)].map(([, hours, minutes, rest, x, y, width, height]) => ({
    from: Number(hours) * 3600 + Number(minutes) * 60 + Number(rest),
    ...{ x: Number(x), y: Number(y), width: Number(width), height: Number(height) },
  }));
}

/** Pure. */
export function tileAt(tiles: readonly Tile[], seconds: number): Tile | null {
  return tiles.filter(({ from }) => from <= seconds).at(-1) ?? null;
}
