import { machine } from '../custody/alarms.ts';
import { ErasingError } from '../erasing/error.ts';
import type { DockingReport } from '../intake/docking-report.ts';
import type { ErasingCard, ErasingDesk } from './erasing-desk.ts';

/**
 * Where the configuration lets recorders be erased by themselves: each docked one, once everything on it is stored, which
 * with a store may be long after its intake. A list whose files could not go is not tried again at the same docking.
 */
export class ErasingRound {
  readonly #desk: ErasingDesk;
  readonly #tried = new WeakSet<DockingReport>();

  constructor(desk: ErasingDesk) {
    this.#desk = desk;
  }

  /** Throws only what must stop all intake. */
  async look(card: ErasingCard): Promise<void> {
    const { report, docking } = card;
    if (!this.#desk.automatic || report === null || this.#tried.has(report)) return;
    if (docking.snapshot().phase !== 'complete') return;
    try {
      await this.#desk.propose(card, machine);
      this.#tried.add(report);
      await this.#desk.erase(card, null, machine);
    } catch (error) {
      // Not allowed, or not yet: docket docking erase says which.
      if (!(error instanceof ErasingError)) throw error;
      if (error.code === 'erasing.nothing') this.#tried.add(report);
    }
  }
}
