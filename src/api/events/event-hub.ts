import type { Visible } from '../../station/catalogue/visible.ts';

/** Something that happens while somebody watches. */
export interface LiveEvent {
  readonly event: 'progress' | 'alarm' | 'verdict' | 'entry';
  /** A plain value. */
  readonly data: unknown;
}

/** Who watches: takes text, and says whether it can take more. */
export interface Watcher {
  /** The kinds that this caller may see, and of what. */
  readonly sees: ReadonlyMap<LiveEvent['event'], Visible>;
  send(text: string): void;
  /** Bytes that wait to be taken. */
  waiting(): number;
  drop(): void;
  /** Not signed in: is told that something happened, and asks what. */
  readonly stranger: boolean;
}

/** A caller who takes nothing must not fill memory. */
const mostWaiting = 262_144;

/** Tells what happens to whoever watches; one who does not keep up is dropped, and reads on by asking. */
export class EventHub {
  readonly #watchers = new Set<Watcher>();
  #id = 0;

  get size(): number {
    return this.#watchers.size;
  }

  get strangers(): number {
    return [...this.#watchers].filter(({ stranger }) => stranger).length;
  }

  add(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** @param seen whether it is within what somebody may see */
  tell({ event, data }: LiveEvent, seen: (visible: Visible) => boolean): void {
    this.#id += 1;
    const head = `id: ${this.#id}\nevent: ${event}\ndata: `;
    const text = `${head}${JSON.stringify(data)}\n\n`;
    for (const watcher of this.#watchers) {
      const visible = watcher.sees.get(event);
      if (visible === undefined || !seen(visible)) continue;
      if (watcher.waiting() > mostWaiting) this.#drop(watcher);
      else watcher.send(watcher.stranger ? `${head}{}\n\n` : text);
    }
  }

  /** Keeps connections open through what lies between. */
  beat(): void {
    for (const watcher of this.#watchers) {
      if (watcher.waiting() > mostWaiting) this.#drop(watcher);
      else watcher.send(': \n\n');
    }
  }

  end(): void {
    for (const watcher of this.#watchers) this.#drop(watcher);
  }

  #drop(watcher: Watcher): void {
    this.#watchers.delete(watcher);
    watcher.drop();
  }
}
