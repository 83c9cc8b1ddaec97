import { setMaxListeners } from 'node:events';
import { sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Actor } from '../custody/entry.ts';
import type { DockingEnd } from '../custody/entry-kinds.ts';
import type { DockedCard } from '../dock/card.ts';
import { identifyCard } from '../dock/identify.ts';
import { listCard } from '../dock/list-card.ts';
import type { DockEvent } from '../dock/watch-options.ts';
import { Docking, type DockingOptions } from '../intake/docking.ts';
import type { DockingReport } from '../intake/docking-report.ts';
import type { HandedIn } from '../intake/handed-in.ts';
import type { DockingSnapshot } from '../intake/progress.ts';
import { SpaceGuard } from '../intake/space.ts';
import type { Station } from '../station.ts';
import { signatureOf } from './card-signature.ts';
import { DeviceWitness } from './devices.ts';
import { type EmptiedCard, Emptying } from './emptying.ts';
import { StationError } from './error.ts';

/** A plain folder may still be filling when its first files are done: it is looked at again this often. */
const lookAgainMs = 3_000;

interface Docked extends EmptiedCard {
  here: boolean;
  done: Promise<void>;
  completed: boolean;
}

/** The dockings under way: what appears at the dock is taken in, what leaves is ended. */
export class Dockings {
  readonly #station: Station;
  readonly #onChange: (snapshot: DockingSnapshot) => void;
  readonly #fatal: (error: unknown) => void;
  readonly #space = new SpaceGuard();
  readonly #devices: DeviceWitness;
  readonly emptying: Emptying;
  /** By the card's root. */
  readonly #docked = new Map<string, Docked>();
  /** Those begun by hand, and when each has ended. */
  readonly #single = new Map<Docking, Promise<unknown>>();
  #stopping = false;
  readonly #stop = new AbortController();

  /** @param fatal what stops all intake: the ledger cannot be written */
  constructor(
    station: Station,
    onChange: (snapshot: DockingSnapshot) => void,
    fatal: (error: unknown) => void,
  ) {
    this.#station = station;
    this.#devices = new DeviceWitness(station);
    this.emptying = new Emptying(station);
    // Each docked card waits for its next look: thirty are no leak.
    setMaxListeners(0, this.#stop.signal);
    this.#onChange = onChange;
    this.#fatal = fatal;
  }

  /** The docking that goes before the others; null: none. */
  get first(): string | null {
    return this.#station.room.precedence.first;
  }

  snapshots(): readonly DockingSnapshot[] {
    return [...[...this.#docked.values()].map((one) => one.docking), ...this.#single.keys()].map((one) =>
      one.snapshot(),
    );
  }

  /** Error: `station.docking_unknown`. */
  find(id: string): Docking {
    const found = this.#underWay(id);
    if (found === undefined) throw new StationError('station.docking_unknown', { docking: id });
    return found;
  }

  /** Takes a recorder in before the others. False where nothing of it is waiting, or where it is gone. */
  async goFirst(id: string, actor: Actor): Promise<boolean> {
    return (await this.#underWay(id)?.goFirst(actor)) ?? false;
  }

  #underWay(id: string): Docking | undefined {
    const all = [...[...this.#docked.values()].map((one) => one.docking), ...this.#single.keys()];
    return all.find((docking) => docking.id === id);
  }

  /** The docked recorder of a docking. Error: `station.docking_unknown`. */
  docked(id: string): Docked {
    const found = [...this.#docked.values()].find(({ docking }) => docking.id === id);
    if (found === undefined) throw new StationError('station.docking_unknown', { docking: id });
    return found;
  }

  /** The automatic policy: whatever recorder has everything stored by now is emptied. */
  async emptyWhatMay(): Promise<void> {
    const here = [...this.#docked.values()].filter((docked) => docked.here && !this.#stopping);
    await this.emptying.emptyWhatMay(here);
  }

  /** The file that is being removed is the last one. */
  stopEmptying(): void {
    this.#stopping = true;
    for (const { docking } of this.#docked.values())
      if (docking.snapshot().phase === 'erasing') docking.giveUp('stopped');
  }

  hear(event: DockEvent): void {
    switch (event.kind) {
      case 'attached':
        this.#attached(event.card);
        return;
      case 'detached': {
        const docked = this.#docked.get(event.card.root);
        if (docked === undefined) return;
        docked.here = false;
        docked.docking.giveUp('card_detached');
        return;
      }
      case 'rejoined': {
        const docked = this.#docked.get(event.card.root);
        if (docked === undefined) return;
        docked.here = true;
        docked.completed = false;
        docked.docking.cameBack(event.card);
        docked.done = docked.done.then(async () => {
          if (!this.#stopping)
            await this.#keep(docked, () => this.emptying.look(docked, () => docked.docking.take()));
        });
        return;
      }
      case 'departed':
        this.#departed(event.card);
        return;
      case 'folder_failing':
      case 'name_unusable':
        this.#station.room.log(event.error.message, { folder: event.folder.path });
        return;
      case 'device_attached':
      case 'device_detached':
      case 'volume_failing':
      case 'bus':
        this.#devices.hear(event).catch(this.#fatal);
        return;
      case 'folder_back':
        this.#station.room.log('watched folder is there', { folder: event.folder.path });
    }
  }

  /** The docking under way whose card this folder is, lies in, or holds; null where there is none. */
  at(root: string): string | null {
    const inside = (one: string, other: string): boolean => `${one}${sep}`.startsWith(`${other}${sep}`);
    const found = this.snapshots().find((one) => inside(one.root, root) || inside(root, one.root));
    return found?.docking ?? null;
  }

  /** Takes one folder in as one docking, from beginning to end. @param handedIn null: as if it were docked */
  async ingest(
    card: DockedCard,
    handedIn: HandedIn | null,
    onChange: (snapshot: DockingSnapshot) => void,
  ): Promise<DockingReport> {
    const docking = this.#make(card, onChange, { patient: false, handedIn });
    const whole = this.#fromBeginningToEnd(docking);
    this.#single.set(docking, whole);
    try {
      return await whole;
    } finally {
      this.#single.delete(docking);
    }
  }

  async #fromBeginningToEnd(docking: Docking): Promise<DockingReport> {
    const report = await docking.run();
    await this.emptying.measure(report, docking.card);
    await docking.end(endOf(report));
    await this.#station.checkpoint();
    return report;
  }

  #make(
    card: DockedCard,
    onChange: (snapshot: DockingSnapshot) => void,
    how: Pick<DockingOptions, 'patient' | 'handedIn'>,
  ): Docking {
    const { room, profiles } = this.#station;
    const { way = null, recorder: said = null } = how.handedIn ?? {};
    const identify: DockingOptions['identify'] = (one, listing) =>
      identifyCard(one, profiles, { ...listing, way, said });
    return new Docking(card, room, { space: this.#space, ...how, identify, onChange });
  }

  #attached(card: DockedCard): void {
    if (this.#stopping) return;
    const docking = this.#make(card, this.#onChange, { patient: true, handedIn: null });
    const fresh = { here: true, completed: false, report: null, gone: new Set<string>(), seen: null };
    const docked: Docked = { docking, ...fresh, done: Promise.resolve() };
    this.#docked.set(card.root, docked);
    docked.done = this.#keep(docked, () => this.emptying.look(docked, () => docking.run()));
  }

  /** Takes the card in, then what else appears on it for as long as it stays. */
  async #keep(docked: Docked, first: () => Promise<DockingReport>): Promise<void> {
    try {
      let report = await first();
      await this.#station.checkpoint();
      // A machine under load, or a card that is slow to answer: it was taken for gone while the dock still sees it there.
      while (report.stopped === 'card_detached' && docked.here) {
        await this.#untilNextLook();
        if (!docked.here || this.#stopping) return;
        report = await this.emptying.look(docked, () => docked.docking.take());
        await this.#station.checkpoint();
      }
      docked.completed = report.refused === null && report.stopped === null;
      // As it was looked at: what came while it was taken in is news.
      docked.seen = signatureOf(report.listing);
      // A read-only mount cannot change, and what was refused or given up waits for the next docking.
      while (docked.here && docked.completed && !this.#stopping && docked.docking.card.readOnly !== true) {
        await this.#untilNextLook();
        if (!docked.here || this.#stopping) return;
        const now = signatureOf(await listCard(docked.docking.card.root).catch(() => null));
        if (now === null || now === docked.seen) continue;
        report = await this.emptying.look(docked, () => docked.docking.take());
        await this.#station.checkpoint();
        docked.completed = report.stopped === null;
        docked.seen = signatureOf(report.listing);
      }
    } catch (error) {
      this.#fatal(error);
    }
  }

  /** Cut short when the station stops. */
  async #untilNextLook(): Promise<void> {
    await wait(lookAgainMs, undefined, { ref: false, signal: this.#stop.signal }).catch(() => undefined);
  }

  #departed(card: DockedCard): void {
    const docked = this.#docked.get(card.root);
    if (docked === undefined) return;
    this.#docked.delete(card.root);
    const refused = docked.docking.snapshot().phase === 'refused';
    docked.done
      .then(() => this.emptying.over(docked))
      .then(() => docked.docking.end(refused ? 'refused' : docked.completed ? 'taken' : 'detached'))
      .then(() => this.#onChange(docked.docking.snapshot()))
      .catch(this.#fatal);
  }

  /** Stops reading everywhere; what is read already is still stored. Does not wait longer than `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    this.#stop.abort();
    for (const { docking } of this.#docked.values()) docking.giveUp('stopped');
    for (const docking of this.#single.keys()) docking.giveUp('stopped');
    const all = [...this.#docked.values()];
    const ended = Promise.allSettled([
      ...this.#single.values(),
      ...all.map(async (docked) => {
        await docked.done;
        await this.emptying.over(docked);
        await docked.docking.end(docked.completed ? 'taken' : 'stopped');
      }),
    ]);
    await Promise.race([ended, wait(graceMs, undefined, { ref: false })]);
  }
}

/** How a docking that was begun by hand came to its end. */
function endOf({ refused, stopped }: DockingReport): DockingEnd {
  if (refused !== null) return 'refused';
  if (stopped === 'card_detached') return 'detached';
  if (stopped === 'cancelled' || stopped === 'stopped') return stopped;
  return 'taken';
}
