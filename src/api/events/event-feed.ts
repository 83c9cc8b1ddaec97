import type { Db } from '../../custody/database.ts';
import { ledgerSize } from '../../custody/ledger-tiles.ts';
import type { DockingSnapshot } from '../../intake/progress.ts';
import { entriesAt, type StandingEntry } from '../../station/catalogue/entries.ts';
import type { Visible } from '../../station/catalogue/visible.ts';
import { maySee, type ThingKind } from '../../station/catalogue/whose.ts';
import type { EventHub } from './event-hub.ts';

const lookMs = 500;
/** A burst of entries must not hold up the main thread; the rest follows at the next look. */
const atOnce = 200;
const beatMs = 15_000;
/** A screen needs no more pictures of one docking. */
const progressMs = 250;

/** Tells whoever watches what the ledger has come to hold, and how far dockings are. Nobody watching costs nothing. */
export class EventFeed {
  readonly #db: Db;
  readonly #hub: EventHub;
  readonly #told = new Map<string, number>();
  readonly #timers: readonly NodeJS.Timeout[];
  #next: number;

  constructor(db: Db, hub: EventHub) {
    this.#db = db;
    this.#hub = hub;
    this.#next = ledgerSize(db);
    this.#timers = [setInterval(() => this.look(), lookMs), setInterval(() => hub.beat(), beatMs)];
    for (const timer of this.#timers) timer.unref();
  }

  /** What was committed since the last look. */
  look(): void {
    const size = ledgerSize(this.#db);
    if (this.#hub.size === 0) {
      this.#next = size;
      return;
    }
    const places = Array.from({ length: Math.min(atOnce, size - this.#next) }, (_, i) => this.#next + i);
    for (const entry of entriesAt(this.#db, places)) this.#entry(entry);
    this.#next += places.length;
  }

  progress(snapshot: DockingSnapshot, nowMs: number): void {
    if (this.#hub.size === 0) return;
    const { docking, phase } = snapshot;
    const over = phase === 'complete' || phase === 'ended';
    if (!over && nowMs - (this.#told.get(docking) ?? Number.NEGATIVE_INFINITY) < progressMs) return;
    if (phase === 'ended') this.#told.delete(docking);
    else this.#told.set(docking, nowMs);
    // Names of files stay where the docking itself is asked for.
    const { root: _root, current: _current, ...data } = snapshot;
    this.#hub.tell({ event: 'progress', data }, this.#seen('docking', docking));
  }

  end(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#hub.end();
  }

  #entry({ seq, at, type, subject, data }: StandingEntry): void {
    // Whoever may read the whole ledger reads the entry itself there.
    this.#hub.tell({ event: 'entry', data: { seq, at, type } }, ({ all }) => all);
    if (type.startsWith('alarm.')) {
      const about = { seq, at, type, alarm: subject.id };
      const told = { ...about, code: data['code'] ?? null, severity: data['severity'] ?? null };
      this.#hub.tell({ event: 'alarm', data: told }, ({ all }) => all);
    } else if (type === 'verdict.given')
      this.#hub.tell(
        { event: 'verdict', data: { seq, at, ...data } },
        this.#seen('session', String(data['session'])),
      );
  }

  #seen(kind: ThingKind, id: string): (visible: Visible) => boolean {
    return (visible) => maySee(this.#db, visible, kind, id);
  }
}
