import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { machine } from '../custody/alarms.ts';
import type { DockedCard } from '../dock/card.ts';
import type { DockingReport } from '../intake/docking-report.ts';
import type { Station } from '../station.ts';

/** A dying card may never answer. */
const patienceMs = 2_000;

interface Space {
  readonly bytes: number;
  readonly free: number;
}

/** How full recorders are, as their file systems say while they are docked; and the alarm about those nearly full. */
export class CardSpace {
  readonly #station: Station;
  readonly #standing: import('better-sqlite3').Statement<[string], Space & { readonly locked: number }>;

  constructor(station: Station) {
    this.#station = station;
    this.#standing = station.db.prepare(
      'SELECT bytes, free, locked FROM view_recorder_space WHERE recorder = ?',
    );
  }

  /** Enters it where it has changed. Of a plain folder it would be the station's own disk. */
  async measure(card: DockedCard, report: DockingReport | null, gone: ReadonlySet<string>): Promise<void> {
    const { docking, recorder = null, assigned = false } = report ?? { docking: '' };
    if (recorder === null || !assigned || card.readOnly === null) return;
    const space = await spaceOf(card);
    if (space === null) return;
    const lockedBytes = lockedOf(report, gone);
    const before = this.#standing.get(recorder);
    if (before?.free !== space.free || before.bytes !== space.bytes || before.locked !== lockedBytes)
      await this.#station.room.ledger.append([
        {
          type: 'recorder.space',
          actor: machine,
          subject: { kind: 'recorder', id: recorder },
          data: { recorder, docking, bytes: space.bytes, freeBytes: space.free, lockedBytes },
          personal: {},
        },
      ]);
    await this.#station.watch.lookFor('recorder_full');
  }
}

function lockedOf(report: DockingReport | null, gone: ReadonlySet<string>): number {
  const there = (report?.outcomes ?? []).filter(({ path }) => !gone.has(path.toString('latin1')));
  const important = new Set((report?.important ?? []).map((path) => path.toString('latin1')));
  return there.reduce(
    (sum, { path, bytes }) => sum + (important.has(path.toString('latin1')) ? bytes : 0),
    0,
  );
}

/** All volumes of a recorder together; null where one does not say. */
async function spaceOf({ root, volumes }: DockedCard): Promise<Space | null> {
  const roots = volumes.length === 0 ? [root] : volumes.map((volume) => join(root, volume));
  const all = await Promise.all(roots.map(asked));
  return all.reduce<Space | null>(
    (sum, one) =>
      sum === null || one === null ? null : { bytes: sum.bytes + one.bytes, free: sum.free + one.free },
    { bytes: 0, free: 0 },
  );
}

async function asked(root: string): Promise<Space | null> {
  const answer = statfs(root).then(
    ({ blocks, bavail, bsize }) => ({ bytes: blocks * bsize, free: bavail * bsize }),
    () => null,
  );
  return await Promise.race([answer, wait(patienceMs, null, { ref: false })]);
}
