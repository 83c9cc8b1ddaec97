import type { Actor } from '../custody/entry.ts';
import type { DockedCard } from '../dock/card.ts';
import type { Erased } from '../erasing/erase.ts';
import { ErasingError } from '../erasing/error.ts';
import type { ErasingList } from '../erasing/list.ts';
import type { DockingReport } from '../intake/docking-report.ts';
import type { Station } from '../station.ts';
import { signatureOf } from './card-signature.ts';
import { CardSpace } from './card-space.ts';
import { type ErasingCard, ErasingDesk, type Opener } from './erasing-desk.ts';
import { ErasingRound } from './erasing-round.ts';

/** A docked recorder whose card is looked at, and emptied where that is ordered. */
export interface EmptiedCard extends ErasingCard {
  report: DockingReport | null;
  /** What its card looked like last. */
  seen: string | null;
}

/** What follows from looks at docked cards: what went, how full they are, what may go, and that it goes. */
export class Emptying {
  readonly #station: Station;
  readonly #space: CardSpace;
  readonly #desk: ErasingDesk;
  readonly #round: ErasingRound;
  #opener: Opener = () => null;

  constructor(station: Station) {
    this.#station = station;
    this.#space = new CardSpace(station);
    this.#desk = new ErasingDesk(station, () => this.#opener);
    this.#round = new ErasingRound(this.#desk);
  }

  /** The dock that can open its cards for writing. */
  openBy(opener: Opener): void {
    this.#opener = opener;
  }

  /** One look at a card, with what follows from its listing. */
  async look(card: EmptiedCard, look: () => Promise<DockingReport>): Promise<DockingReport> {
    return await this.#turn(card, async () => {
      card.report = null;
      const report = await look();
      if (isThrough(report)) await this.#desk.settle(report);
      await this.measure(report, card.docking.card);
      card.gone.clear();
      card.report = report;
      return report;
    });
  }

  /** How full the card is that was looked at. */
  async measure(report: DockingReport, card: DockedCard): Promise<void> {
    if (isThrough(report)) await this.#space.measure(card, report, new Set());
  }

  /** What may go, entered as shown. Errors: `erasing.*`. */
  async show(card: EmptiedCard, actor: Actor): Promise<ErasingList> {
    isOver(card);
    return await this.#turn(card, () => this.#desk.propose(card, actor));
  }

  /** Takes it off the recorder. @param list the digest that was confirmed. Errors: `erasing.*`. */
  async empty(card: EmptiedCard, list: string, actor: Actor): Promise<Erased> {
    isOver(card);
    return await this.#turn(card, () => this.#witnessed(card, this.#desk.erase(card, list, actor)));
  }

  /** The automatic policy. */
  async emptyWhatMay(cards: readonly EmptiedCard[]): Promise<void> {
    const idle = cards.filter(({ docking }) => docking.snapshot().phase === 'complete');
    const look = (card: EmptiedCard): Promise<void> =>
      this.#turn(card, () => this.#witnessed(card, this.#round.look(card)));
    await Promise.all(idle.map(look));
  }

  /** Resolves when nothing is done with the card any more. */
  async over(card: EmptiedCard): Promise<void> {
    await this.#turn(card, async () => undefined);
  }

  /** Looks at a card and erasings of it go one after the other. */
  #turn<T>(card: EmptiedCard, action: () => Promise<T>): Promise<T> {
    return this.#station.room.turns.take(`card:${card.docking.id}`, action);
  }

  async #witnessed<T>(card: EmptiedCard, task: Promise<T>): Promise<T> {
    const { docking, gone } = card;
    const before = gone.size;
    try {
      return await task;
    } finally {
      if (gone.size > before) {
        // What is missing now is no news; whatever else has changed is.
        card.seen = card.seen === null ? null : signatureWithout(card);
        await this.#space.measure(docking.card, card.report, gone);
        await this.#station.checkpoint();
      }
    }
  }
}

function signatureWithout({ report, gone }: EmptiedCard): string | null {
  const listing = report?.listing ?? null;
  if (listing === null) return null;
  const files = listing.files.filter(({ path }) => !gone.has(path.toString('latin1')));
  return signatureOf({ ...listing, files });
}

/** Nobody who asks is kept waiting for an intake. */
function isOver({ report, docking }: EmptiedCard): void {
  if (report === null) throw new ErasingError('erasing.intake_not_over', { docking: docking.id });
}

function isThrough({ stopped, refused }: DockingReport): boolean {
  return stopped === null && refused === null;
}
