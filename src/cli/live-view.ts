import { createLogUpdate } from 'log-update';
import type { DockingSnapshot } from '../intake/progress.ts';
import type { Cli } from './command.ts';
import { drawDocking } from './draw-docking.ts';
import type { Screen } from './draw-glance.ts';
import { type Paint, paintFor } from './paint.ts';

/** Redrawn this often at most: a terminal over a serial line or ssh must keep up. */
const redrawMs = 125;
/** How long a docking that has ended is still shown. */
const lingerMs = 15_000;

/** Draws what there is to see on a screen of this size. */
export type Draw = (dockings: readonly DockingSnapshot[], screen: Screen, paint: Paint) => readonly string[];

/** Whether standard error is a terminal on which lines can be drawn over. */
export function canDraw({ drawable, env }: Cli): boolean {
  return drawable && env['TERM'] !== 'dumb';
}

/** The dockings under way, redrawn in place on a terminal; elsewhere nothing. */
export class LiveView {
  readonly #cli: Cli;
  readonly #draw: Draw;
  readonly #paint: Paint;
  readonly #log = createLogUpdate(process.stderr, { showCursor: true });
  readonly #shown = new Map<string, { snapshot: DockingSnapshot; endedAt: number | null }>();
  readonly #timer: NodeJS.Timeout | null;

  constructor(cli: Cli, draw: Draw = drawDockings(cli)) {
    this.#cli = cli;
    this.#draw = draw;
    this.#paint = paintFor(cli.env);
    this.#timer = canDraw(cli) ? setInterval(() => this.#redraw(), redrawMs).unref() : null;
  }

  show(snapshot: DockingSnapshot): void {
    const { docking, phase } = snapshot;
    if (phase !== 'ended') this.#shown.set(docking, { snapshot, endedAt: null });
    else if (this.#tookIn(docking)) this.#shown.set(docking, { snapshot, endedAt: performance.now() });
    else this.#shown.delete(docking);
  }

  /** Of a card that was refused nothing is left to say once it is gone. */
  #tookIn(docking: string): boolean {
    const phase = this.#shown.get(docking)?.snapshot.phase;
    return phase !== undefined && phase !== 'refused' && phase !== 'given_up';
  }

  /** A line that stays above the picture. */
  note(line: string): void {
    if (this.#timer === null) this.#cli.note(line);
    else this.#log.persist(line);
  }

  #redraw(): void {
    const now = performance.now();
    for (const [docking, { endedAt }] of this.#shown) {
      if (endedAt !== null && now - endedAt > lingerMs) this.#shown.delete(docking);
    }
    // A terminal that does not know its size says 0.
    const { columns, rows } = process.stderr;
    const screen = { width: Math.max(20, (columns || 80) - 1), height: Math.max(8, (rows || 24) - 1) };
    const dockings = [...this.#shown.values()].map(({ snapshot }) => snapshot);
    this.#log(this.#draw(dockings, screen, this.#paint).join('\n'));
  }

  /** Leaves the last picture standing. */
  end(): void {
    if (this.#timer === null) return;
    clearInterval(this.#timer);
    this.#redraw();
    this.#log.done();
  }
}

function drawDockings({ language }: Cli): Draw {
  return (dockings, { width }, paint) => dockings.flatMap((one) => drawDocking(one, language, width, paint));
}
