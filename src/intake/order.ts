import type { CardRecording } from '../dock/recordings.ts';

/**
 * The order in which a card's recordings are taken: those that someone moved to the front, then those the officer
 * marked important, then the oldest; last those at which the card has hung before, or one bad sector would keep
 * everything behind it on the recorder for ever. Equal ones by name, so that the order is the same at every docking.
 */
export class WaitingLine {
  readonly #front: ReadonlySet<string>;
  readonly #hung: ReadonlySet<string>;
  /** The next one stands last. */
  readonly #waiting: Waiting[];
  #frontSeen = 0;

  /**
   * @param front paths as latin1 text; may grow while the line is worked off
   * @param hung paths likewise
   */
  constructor(
    recordings: readonly CardRecording[],
    front: ReadonlySet<string>,
    hung: ReadonlySet<string> = new Set(),
  ) {
    this.#front = front;
    this.#hung = hung;
    this.#waiting = recordings.map(waitingOf);
    this.#sort();
  }

  next(): CardRecording | undefined {
    if (this.#front.size !== this.#frontSeen) this.#sort();
    return this.#waiting.pop()?.recording;
  }

  /** Puts the one that was taken last back to where it stood. */
  giveBack(recording: CardRecording): void {
    this.#waiting.push(waitingOf(recording));
  }

  /** Empties the line. */
  rest(): readonly CardRecording[] {
    return this.#waiting.splice(0).map((one) => one.recording);
  }

  #sort(): void {
    this.#frontSeen = this.#front.size;
    const ranked = ({ path, important }: Waiting): number => {
      if (this.#front.has(path)) return 0;
      if (this.#hung.has(path)) return 3;
      return important ? 1 : 2;
    };
    this.#waiting.sort(
      (a, b) => ranked(b) - ranked(a) || backwards(a.since, b.since) || backwards(a.path, b.path),
    );
  }
}

interface Waiting {
  readonly recording: CardRecording;
  readonly important: boolean;
  readonly since: string;
  readonly path: string;
}

function waitingOf(recording: CardRecording): Waiting {
  const { file, named } = recording;
  return {
    recording,
    important: named?.important ?? false,
    since: named?.start ?? file.modified.toString(),
    path: file.path.toString('latin1'),
  };
}

function backwards(a: string, b: string): number {
  return a === b ? 0 : a < b ? 1 : -1;
}
