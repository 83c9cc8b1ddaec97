import type { Config } from '../config.ts';
import type { Actor } from '../custody/entry.ts';
import type { DockedCard } from '../dock/card.ts';
import { writableTypes } from '../dock/usb/mounting.ts';
import type { OpenForWriting } from '../dock/usb/open-for-writing.ts';
import { erasingBar } from '../erasing/allowed.ts';
import { ErasingCatalogue } from '../erasing/catalogue.ts';
import { confirmation, proposal } from '../erasing/entries.ts';
import { type Erased, erase } from '../erasing/erase.ts';
import { ErasingError } from '../erasing/error.ts';
import { type ErasingList, erasingList } from '../erasing/list.ts';
import type { WriteAccess } from '../erasing/room.ts';
import { settleUnknown } from '../erasing/settle.ts';
import type { Docking } from '../intake/docking.ts';
import type { DockingReport } from '../intake/docking-report.ts';
import type { Station } from '../station.ts';
import { RegisterBook } from '../tagging/registers/book.ts';

/** A docked recorder as far as erasing goes. */
export interface ErasingCard {
  readonly docking: Docking;
  /** What its intake came to last; null while it is not over. */
  readonly report: DockingReport | null;
  /** Paths, as latin1, that have gone since that report. */
  readonly gone: Set<string>;
}

/** How a card of the bus is opened for writing; null where it is not the daemon's to open. */
export type Opener = (root: string) => OpenForWriting | null;

/** Decides what may go from docked recorders, shows it, and has it go. */
export class ErasingDesk {
  readonly #station: Station;
  readonly #policy: Config['erasing'];
  readonly #catalogue: ErasingCatalogue;
  readonly #registers: RegisterBook;
  readonly #opener: () => Opener;

  constructor(station: Station, opener: () => Opener) {
    this.#station = station;
    this.#policy = station.config.erasing;
    this.#catalogue = new ErasingCatalogue(station.db);
    this.#registers = new RegisterBook(station.db);
    this.#opener = opener;
  }

  get automatic(): boolean {
    return this.#policy.confirm === 'automatic';
  }

  /** The list, entered as shown where it is another than the one that was shown last. Errors: `erasing.*`. */
  async propose(card: ErasingCard, actor: Actor): Promise<ErasingList> {
    const list = this.#list(card);
    this.#accessTo(card.docking.card, card.docking.id);
    const { id } = card.docking;
    if (this.#catalogue.proposed(id) !== list.digest)
      await this.#station.room.ledger.append(proposal(id, list, actor));
    return list;
  }

  /**
   * Takes the files of the list off the recorder. @param confirmed the digest that a person has confirmed; null: the
   * configuration orders it. Errors: `erasing.*`.
   */
  async erase(card: ErasingCard, confirmed: string | null, actor: Actor): Promise<Erased> {
    const list = await this.propose(card, actor);
    const { id, card: docked } = card.docking;
    const { recorder } = list;
    if (confirmed !== null && confirmed !== list.digest)
      throw new ErasingError(
        'erasing.list_changed',
        { docking: id, found: list.digest, expected: confirmed },
        { field: '--confirm' },
      );
    const view = card.docking.forErasing(list.files);
    if (view === null) throw new ErasingError('erasing.intake_not_over', { docking: id });
    const { ledger, alarms, pool, vault, step, log, settings } = this.#station.room;
    let counts = { gone: 0, kept: 0 };
    try {
      if (confirmed !== null) await ledger.append([confirmation(id, recorder, confirmed, actor)]);
      const erased = await erase(
        { ledger, alarms, pool, vault, step, log, stallMs: settings.stallMs },
        {
          ...{ erasing: `${id}/${this.#catalogue.times(id) + 1}`, docking: id, recorder, list },
          ...{ port: docked.port, root: docked.root, volumes: docked.volumes },
          ...{ source: confirmed === null ? 'policy' : 'confirmed', access: this.#accessTo(docked, id) },
          ...view,
        },
      );
      counts = erased;
      for (const { file } of erased.removed) card.gone.add(file.path.toString('latin1'));
      return erased;
    } finally {
      view.over(counts.gone, counts.kept);
    }
  }

  /** The recorder is docked again: its listing shows what became of files of which nobody could say whether they went. */
  async settle({ docking, recorder, listing, assigned }: DockingReport): Promise<void> {
    if (recorder === null || listing === null || !assigned) return;
    const { ledger } = this.#station.room;
    await settleUnknown({ ledger, catalogue: this.#catalogue }, { docking, recorder, listing });
  }

  #list({ docking, report, gone }: ErasingCard): ErasingList {
    const unit = this.#unitOf(report?.recorder ?? null);
    const isStored = (evidence: string): boolean => this.#catalogue.isStored(evidence);
    const bar = erasingBar(report, unit, this.#policy, isStored);
    const model = report?.profile ?? '–';
    if (bar !== null) throw new ErasingError(bar, { docking: docking.id, model, unit: unit ?? '–' });
    const { recorder, listing, outcomes = [] } = report ?? {};
    if (recorder === null || recorder === undefined || listing === null || listing === undefined)
      throw new ErasingError('erasing.intake_not_over', { docking: docking.id });
    const seen = {
      ...{ docking: docking.id, recorder, files: listing.files },
      outcomes: outcomes.filter(({ path }) => !gone.has(path.toString('latin1'))),
    };
    const list = erasingList(seen, this.#catalogue.standing(recorder));
    if (list.files === 0) throw new ErasingError('erasing.nothing', { docking: docking.id });
    return list;
  }

  /** The unit of the recorder's holder, as the registers have it. */
  #unitOf(recorder: string | null): string | null {
    const holder = recorder === null ? null : this.#registers.row('recorders', recorder)?.values['holder'];
    return this.#registers.row('officers', holder ?? '')?.values['unit'] ?? null;
  }

  /** A plain folder needs no opening; a mount must be this daemon's own. */
  #accessTo({ root, readOnly, device }: DockedCard, docking: string): WriteAccess {
    if (readOnly === null && device === null && this.#policy.folders) return plainFolder;
    const access = this.#opener()(root);
    if (access === null) throw new ErasingError('erasing.not_managed', { docking });
    const other = access.fileSystems.find((one) => one === null || !writableTypes.includes(one));
    if (other !== undefined) throw new ErasingError('erasing.file_system', { docking, found: other ?? '?' });
    return access;
  }
}

const plainFolder: WriteAccess = { open: async () => undefined, close: async () => undefined };
