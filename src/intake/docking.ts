import { cardPath } from '../custody/card-path.ts';
import type { Actor, AnyDraft, EntryDraft } from '../custody/entry.ts';
import type { DockingEnd } from '../custody/entry-kinds.ts';
import type { DockedCard } from '../dock/card.ts';
import type { IdentifiedCard } from '../dock/identify.ts';
import { admit, type Refusal } from './admit.ts';
import { folderAt } from './card-presence.ts';
import { leftBy } from './classify.ts';
import { CardControl } from './control.ts';
import type { DockingContext } from './docking-context.ts';
import type { DockingReport } from './docking-report.ts';
import { isEmptied } from './empty-card.ts';
import type { ErasingView } from './erasing-view.ts';
import { type HandedIn, handedInDraft } from './handed-in.ts';
import type { LeftReason, RecordingOutcome } from './outcome.ts';
import { putFirst } from './precedence.ts';
import { DockingProgress, type DockingSnapshot } from './progress.ts';
import type { IntakeRoom } from './room.ts';
import { goneThrough, knownNow } from './settled-alarms.ts';
import type { SpaceGuard } from './space.ts';
import { StallGuard } from './stall-guard.ts';
import { summarise } from './summary.ts';
import { takeAll } from './take-all.ts';

export interface DockingOptions {
  readonly space: SpaceGuard;
  /** Waits for room in a full vault instead of deferring. */
  readonly patient: boolean;
  /** Null where it came over the dock. */
  readonly handedIn: HandedIn | null;
  /** `answered` is to be called whenever the card has answered, and `signal` ends the waiting for it. */
  readonly identify: (
    card: DockedCard,
    listing: { readonly signal: AbortSignal; readonly answered: () => void },
  ) => Promise<IdentifiedCard>;
  readonly onChange: (snapshot: DockingSnapshot) => void;
}

/** One docking: from a card's appearance to the outcome of each of its recordings. */
export class Docking {
  readonly id: string;
  #card: DockedCard;
  readonly #room: IntakeRoom;
  readonly #options: DockingOptions;
  /** A new one for each look at the card: a card that came back is another try of the same docking. */
  #control = new CardControl();
  readonly #progress: DockingProgress;
  readonly #front = new Set<string>();
  #folder: string | null = null;

  constructor(card: DockedCard, room: IntakeRoom, options: DockingOptions) {
    this.id = room.numbers.docking();
    this.#card = card;
    this.#room = room;
    this.#options = options;
    const changed = (): void => options.onChange(this.snapshot());
    this.#progress = new DockingProgress(
      this.id,
      card.port,
      card.root,
      () => room.clock.monotonicMs(),
      changed,
    );
  }

  get card(): DockedCard {
    return this.#card;
  }

  /** The recorder is back at its port; it may have come back with one part less, or mounted elsewhere. */
  cameBack(card: DockedCard): void {
    this.#card = card;
  }

  snapshot(): DockingSnapshot {
    return this.#progress.snapshot();
  }

  /** Begins the docking and takes in everything on the card. Throws only what must stop all intake. */
  async run(): Promise<DockingReport> {
    const { port, readOnly, root, device } = this.card;
    const { handedIn } = this.#options;
    await this.#room.ledger.append([
      this.#draft('docking.started', { port, readOnly }, { root }),
      ...(device === null ? [] : [this.#draft('docking.device', device, {})]),
      ...(handedIn === null ? [] : [handedInDraft(this.id, handedIn)]),
    ]);
    return await this.#look();
  }

  /**
   * Takes in what is on the card now: everything at first, what is new on a card that stayed or came back within the
   * time of one docking later.
   */
  async take(): Promise<DockingReport> {
    if (this.#control.because !== null) this.#control = new CardControl();
    return await this.#look();
  }

  async #look(): Promise<DockingReport> {
    const { settings, clock } = this.#room;
    this.#progress.begin();
    this.#folder = await folderAt(this.card);
    const stalled = (): void => this.#stalled();
    const stall = new StallGuard(clock, settings.stallMs, () => this.#control.paused, stalled);
    try {
      const identified = await this.#identify(stall);
      if ('stopped' in identified) {
        this.#progress.phase('given_up');
        return this.#report(null, null, [], identified.stopped);
      }
      const { handedIn } = this.#options;
      if (handedIn === null && isEmptied(this.card, identified.known))
        return await this.#nothing(identified.known);
      const admitted = await admit(this.#room, this.id, this.card, identified.known, handedIn);
      if (admitted.refused !== null) {
        this.#progress.phase('refused');
        return this.#report(identified.known, admitted.refused, [], null);
      }
      await knownNow(this.#room, this.card.root);
      return { ...(await this.#takeKnown(identified.known, stall)), assigned: admitted.assigned };
    } finally {
      stall.end();
    }
  }

  async #identify(stall: StallGuard): Promise<{ known: IdentifiedCard } | { stopped: LeftReason }> {
    try {
      const { signal } = this.#control;
      const task = this.#options.identify(this.card, { signal, answered: () => stall.sign() });
      const known = await stall.during(this.#control.unlessGivenUp(task));
      // A mount that went away while it was listed reads as an empty folder.
      return (await this.#present()) ? { known } : { stopped: 'card_detached' };
    } catch (error) {
      const why = await leftBy(this.#context('folder:?', stall), error);
      return { stopped: why.reason };
    }
  }

  async #takeKnown(known: IdentifiedCard, stall: StallGuard): Promise<DockingReport> {
    const context = this.#context(known.identity.recorder, stall);
    this.#progress.identified(known.identity.recorder, known.profile?.id ?? '');
    const outcomes = await takeAll(context, known, this.#front);
    this.#progress.phase('finishing');
    // Taken out after its last byte was read, it has left nothing: then nothing was broken off.
    const brokenOff = outcomes.some(({ state }) => state === 'deferred') ? this.#control.because : null;
    const report = this.#report(known, null, outcomes, brokenOff);
    await this.#enter('docking.completed', report.summary, {});
    await goneThrough(this.#room, this.id, outcomes, this.#options.space);
    this.#progress.phase('complete');
    return report;
  }

  /** What erasing needs of a docking whose intake is over. Null where nothing more may be asked of its card. */
  forErasing(total: number): ErasingView | null {
    const control = this.#control;
    const { signal, because } = control;
    if (because !== null || this.snapshot().phase !== 'complete') return null;
    this.#progress.erasing(0, total);
    return {
      ...{ signal, cancelled: () => control.because === 'cancelled', present: () => this.#present() },
      progress: (done) => this.#progress.erasing(done, total),
      over: (gone, kept) => this.#progress.erased(gone, kept, signal.aborted ? 'given_up' : 'complete'),
    };
  }

  /** Nothing to take in, and nothing to refuse. */
  async #nothing(known: IdentifiedCard): Promise<DockingReport> {
    const report = this.#report(known, null, [], null);
    await this.#enter('docking.completed', report.summary, {});
    await knownNow(this.#room, this.card.root);
    this.#progress.phase('complete');
    return { ...report, recorder: null };
  }

  /** Ends the docking in the ledger. */
  async end(because: DockingEnd): Promise<void> {
    await this.#enter('docking.ended', { because }, {});
    this.#progress.phase('ended');
  }

  #context(recorder: string, stall: StallGuard): DockingContext {
    const { settings, clock } = this.#room;
    const { root, readOnly } = this.card;
    const control = this.#control;
    return {
      room: this.#room,
      docking: this.id,
      recorder,
      root,
      control,
      stall,
      settling: { root, readOnly, settleMs: settings.settleMs, clock, control, stall },
      space: this.#options.space,
      progress: this.#progress,
      patient: this.#options.patient,
      present: () => this.#present(),
    };
  }

  /** The root must still be the folder it was: a mount that went away leaves another folder under its name. */
  async #present(): Promise<boolean> {
    const folder = await folderAt(this.card);
    return folder !== null && folder === this.#folder;
  }

  #stalled(): void {
    const seconds = Math.round(this.#room.settings.stallMs / 1_000);
    this.giveUp('card_stalled');
    this.#room.alarms
      .raise('card_stalled', 'warning', this.id, { port: this.card.port, seconds })
      .catch((error: unknown) => this.#room.log('alarm not raised', { error: String(error) }));
  }

  #report(
    known: IdentifiedCard | null,
    refused: Refusal | null,
    outcomes: readonly RecordingOutcome[],
    stopped: LeftReason | null,
  ): DockingReport {
    return {
      docking: this.id,
      recorder: known?.identity.recorder ?? null,
      profile: known?.profile?.id ?? null,
      assigned: false,
      claims: known?.identity.claims ?? [],
      refused,
      listing: known?.listing ?? null,
      summary: summarise(outcomes),
      outcomes,
      important: (known?.recordings ?? []).flatMap(({ file, named }) =>
        named?.important === true ? [file.path] : [],
      ),
      stopped,
    };
  }

  async pause(): Promise<void> {
    this.#control.pause();
    this.#room.precedence.yield(this.id);
    this.#progress.paused(this.#control.paused);
    await this.#enter('docking.paused', {}, {});
  }

  async resume(): Promise<void> {
    await this.#enter('docking.resumed', {}, {});
    this.#control.resume();
    this.#progress.paused(false);
  }

  /** Nothing more is read; what is read already is still stored, the rest stays on the recorder. */
  giveUp(because: LeftReason): void {
    this.#control.giveUp(because);
    this.#progress.paused(false);
  }

  /** Its recordings go before those of all other recorders. False where none is waiting: then nothing happens. */
  async goFirst(actor: Actor): Promise<boolean> {
    return !this.#control.paused && (await putFirst(this.#room, this.id, actor));
  }

  /** Takes one recording before all others that are still waiting. */
  async first(path: Buffer): Promise<void> {
    this.#front.add(path.toString('latin1'));
    await this.#enter('recording.prioritised', { docking: this.id }, cardPath(path));
  }

  async #enter<T extends AnyDraft['type']>(
    type: T,
    data: EntryDraft<T>['data'],
    personal: EntryDraft<T>['personal'],
  ): Promise<void> {
    await this.#room.ledger.append([this.#draft(type, data, personal)]);
  }

  #draft<T extends AnyDraft['type']>(
    type: T,
    data: EntryDraft<T>['data'],
    personal: EntryDraft<T>['personal'],
  ): AnyDraft {
    const subject = { kind: 'docking', id: this.id };
    // A generic draft is one of the union by construction; the compiler cannot follow that far.
    return { type, actor: this.#room.actor, subject, data, personal } as unknown as AnyDraft;
  }
}
