import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Test } from 'tap';
import { loadConfig } from '../../src/config.ts';
import { cardInFolder, type DockedCard } from '../../src/dock/card.ts';
import type { DockingSnapshot } from '../../src/intake/progress.ts';
import { carryOut } from '../../src/station/carry-out.ts';
import { Dockings } from '../../src/station/dockings.ts';
import type { ErasableReport, ErasedReport } from '../../src/station/erasing-report.ts';
import type { Order } from '../../src/station/orders.ts';
import { openStation, type Station } from '../../src/station.ts';
import { makeCard, type TestCard } from '../support/cards.ts';
import { rowsOf } from '../support/sound-station.ts';
import { type TestConfig, type TestStation, testStation } from '../support/stations.ts';
import { until } from '../support/until.ts';

export const recorder = '1234567';
export const unit = '330803';

/** What allows the recorder of these tests to be emptied. */
export const allowed = { units: [unit], models: ['generic-ga-t-947'], folders: true };

const person = { kind: 'person', id: 'os:clerk' } as const;

/** A station in this process with its dockings, as the daemon has them; recorders are folders of a test. */
export class ErasingStation {
  readonly made: TestStation;
  station: Station;
  dockings: Dockings;
  readonly fatal: unknown[] = [];
  #open = true;

  private constructor(t: Test, made: TestStation, station: Station) {
    this.made = made;
    this.station = station;
    this.dockings = this.#dockings();
    t.teardown(() => this.close());
  }

  static async make(t: Test, config: TestConfig = {}): Promise<ErasingStation> {
    const made = await testStation(t, { intake: { settleSeconds: 0 }, erasing: allowed, ...config });
    const at = new ErasingStation(t, made, await opened(made));
    await at.register();
    return at;
  }

  /** One whose data folder is there already. */
  static async over(t: Test, made: TestStation): Promise<ErasingStation> {
    return new ErasingStation(t, made, await opened(made));
  }

  /** The recorder is an officer's, who is of the unit. */
  async register(): Promise<void> {
    await this.order('enterRow', { register: 'units', values: { code: unit, name: '柯城区应急管理局' } });
    await this.order('enterRow', {
      register: 'officers',
      values: { number: '222222', name: '张三', unit },
    });
    await this.order('enterRow', {
      register: 'recorders',
      values: { number: recorder, holder: '222222' },
    });
  }

  /** As after a crash or a restart, with another configuration where one is given. */
  async again(config?: TestConfig): Promise<void> {
    await this.close();
    if (config !== undefined)
      await this.made.configure({ intake: { settleSeconds: 0 }, erasing: allowed, ...config });
    this.station = await opened(this.made);
    this.dockings = this.#dockings();
    this.#open = true;
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await this.dockings.stop(10_000);
    await this.station.close();
    if (this.fatal.length > 0) throw this.fatal[0];
  }

  async order<N extends Order['order']>(
    order: N,
    args: Extract<Order, { order: N }>['args'],
  ): Promise<unknown> {
    const by = { actor: person, language: 'en', onProgress: () => undefined } as const;
    return await carryOut(this.station, this.dockings, { order, args } as unknown as Order, by);
  }

  async erasable(docking: string): Promise<ErasableReport> {
    return (await this.order('erasable', { docking })) as ErasableReport;
  }

  async erase(docking: string, list: string): Promise<ErasedReport> {
    return (await this.order('erase', { docking, list })) as ErasedReport;
  }

  async card(name: string, files: Readonly<Record<string, number>>): Promise<TestCard> {
    return await makeCard(join(this.made.folder, 'dock', name), name, files);
  }

  /** Docks a card and waits until it has been gone through; the docking. */
  async dock({ root }: { readonly root: string }, more: Partial<DockedCard> = {}): Promise<string> {
    this.dockings.hear({ kind: 'attached', card: { ...cardInFolder('01', root), ...more } });
    await until('it is gone through', () =>
      this.dockings.snapshots().some((one) => one.root === root && isOver(one)),
    );
    const docking = this.dockings.snapshots().find((one) => one.root === root)?.docking ?? '';
    await this.dockings.emptying.over(this.dockings.docked(docking));
    return docking;
  }

  async undock(root: string): Promise<void> {
    const card = cardInFolder('01', root);
    const docking = this.dockings.at(root);
    this.dockings.hear({ kind: 'detached', card });
    this.dockings.hear({ kind: 'departed', card });
    await until(
      'it has ended',
      () =>
        rowsOf(this.made, 'SELECT 1 FROM view_docking WHERE docking = ? AND ended IS NOT NULL', docking)
          .length === 1,
    );
  }

  snapshot(docking: string): DockingSnapshot {
    return this.dockings.find(docking).snapshot();
  }

  #dockings(): Dockings {
    return new Dockings(
      this.station,
      () => undefined,
      (error) => this.fatal.push(error),
    );
  }
}

async function opened(made: TestStation): Promise<Station> {
  const config = loadConfig(made.config, { dataOverride: made.data, env: {} });
  const actor = { kind: 'machine', id: 'daemon' } as const;
  return await openStation(config, { actor, version: '0', log: () => undefined });
}

function isOver({ phase }: DockingSnapshot): boolean {
  return phase === 'complete' || phase === 'refused' || phase === 'given_up';
}

/** Which of a card's files are there. */
export function there({ root, recordings }: TestCard): readonly string[] {
  return recordings.map(({ path }) => path.toString()).filter((path) => existsSync(join(root, path)));
}

/** What the catalogue says of files that were to go and the card does not bear out. */
export function untrue(made: TestStation, { root }: { readonly root: string }): readonly string[] {
  return rowsOf<{ path: string; state: string }>(made, 'SELECT path, state FROM view_erased')
    .filter(({ path, state }) => state === 'going' || (state === 'gone') === existsSync(join(root, path)))
    .map(({ path, state }) => `${path} is called ${state}`);
}

/** What became of the files of a station's erasings, in order. */
export function outcomes(made: TestStation): readonly string[] {
  return rowsOf<{ path: string; state: string; reason: string | null }>(
    made,
    'SELECT path, state, reason FROM view_erased ORDER BY erasing, file',
  ).map(({ path, state, reason }) => [state, reason, path].filter((one) => one !== null).join(' '));
}
