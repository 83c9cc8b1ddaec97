import { createLogUpdate } from 'log-update';
import type { DockingSnapshot } from '../intake/progress.ts';
import type { Cli } from './command.ts';
import { drawDocking } from './draw-docking.ts';

/** Redrawn at most this often: a terminal over a serial line or ssh must keep up. */
const redrawMs = 100;

/** The dockings under way, redrawn in place on a terminal; elsewhere nothing. */
export class LiveView {
  readonly #cli: Cli;
  readonly #log = createLogUpdate(process.stderr, { showCursor: true });
  readonly #shown = new Map<string, DockingSnapshot>();
  #last = 0;

  constructor(cli: Cli) {
    this.#cli = cli;
  }

  show(snapshot: DockingSnapshot): void {
    this.#shown.set(snapshot.docking, snapshot);
    if (!this.#cli.drawable) return;
    const now = performance.now();
    const settled =
      snapshot.phase === 'complete' || snapshot.phase === 'refused' || snapshot.phase === 'ended';
    if (now - this.#last < redrawMs && !settled) return;
    this.#last = now;
    this.#draw();
  }

  #draw(): void {
    const width = process.stderr.columns ?? 80;
    const lines = [...this.#shown.values()].map((one) => drawDocking(one, this.#cli.language, width));
    this.#log(lines.join('\n'));
  }

  /** Leaves the last picture standing. */
  end(): void {
    if (!this.#cli.drawable || this.#shown.size === 0) return;
    this.#draw();
    this.#log.done();
  }
}
