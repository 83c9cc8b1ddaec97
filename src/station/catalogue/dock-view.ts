import type { Db } from '../../custody/database.ts';
import { namedPorts } from '../../dock/usb/ports.ts';
import type { DockingSnapshot } from '../../intake/progress.ts';
import { alarmCounts, gravestAlarms } from './alarm-list.ts';
import { worstVerdict } from './docking-lateness.ts';

/** What stands at the dock for everybody to see: numbers and codes, no names, no files, no folders. */
export interface DockView {
  readonly ports: readonly DockPort[];
  /** Ports in a row, as the dock is seen from the front; null: nobody has said. */
  readonly columns: number | null;
  readonly alarms: {
    readonly critical: number;
    readonly warning: number;
    /** Those that nobody has acknowledged, the gravest first. */
    readonly gravest: readonly DockAlarm[];
  };
}

export interface DockPort {
  /** As it is painted on the dock. */
  readonly port: string;
  readonly docked: DockedRecorder | null;
  /** What stood here before; null while a recorder is docked, or after a while. */
  readonly last: LastDocking | null;
}

export interface DockedRecorder extends Omit<DockingSnapshot, 'port' | 'root' | 'profile' | 'current'> {
  /** Whose the recorder is, else whom its files name. */
  readonly officer: string | null;
  /** Why it was not taken in. */
  readonly refused: string | null;
  /** The port whose recorder goes first, for which this one waits; null: it waits for none. */
  readonly heldBy: string | null;
  /** Why recordings stay on it. */
  readonly left: readonly { readonly reason: string; readonly count: number }[];
  /** The worst of what it has brought. */
  readonly verdict: string | null;
  readonly due: string | null;
  /** As its file systems said when they were last asked. */
  readonly space: { readonly bytes: number; readonly free: number } | null;
}

export interface LastDocking {
  readonly docking: string;
  readonly recorder: string | null;
  readonly ended: string;
  /** Taken out before everything on it had its outcome. */
  readonly early: boolean;
}

export interface DockAlarm {
  readonly alarm: string;
  readonly code: string;
  readonly severity: string;
  readonly port: string | null;
}

export interface DockLayout {
  /** As painted, row by row; empty: the ports that are known. */
  readonly ports: readonly string[];
  readonly columns: number | null;
}

const shownAlarms = 4;
const shownReasons = 3;
const rememberedHours = 12;
/** Port 10 stands behind port 9. */
const byNumber = new Intl.Collator('en', { numeric: true });
/** More is no dock. */
const mostPorts = 60;

/** What happens at the dock now. */
export interface DockMoment {
  readonly dockings: readonly DockingSnapshot[];
  /** The docking that goes before the others. */
  readonly first: string | null;
  readonly now: Temporal.Instant;
}

export function dockView(db: Db, layout: DockLayout, { dockings, first, now }: DockMoment): DockView {
  const known = layout.ports.length > 0 ? layout.ports : namedPorts(db).map(({ port }) => port);
  const others = dockings
    .map(({ port }) => port)
    .filter((port) => !known.includes(port))
    .toSorted(byNumber.compare);
  const { critical, warning } = alarmCounts(db);
  const preferred = dockings.find(({ docking }) => docking === first) ?? null;
  const book = new DockBook(db, now, preferred);
  return {
    ports: [...known, ...new Set(others)].slice(0, mostPorts).flatMap((port) => book.at(port, dockings)),
    columns: layout.columns,
    alarms: { critical, warning, gravest: gravestAlarms(db, shownAlarms).map(told) },
  };
}

function told({ alarm, code, severity, params }: ReturnType<typeof gravestAlarms>[number]): DockAlarm {
  const { port } = params;
  return { alarm, code, severity, port: port === undefined ? null : String(port) };
}

class DockBook {
  readonly #sql: ReturnType<typeof statements>;
  readonly #db: Db;
  readonly #since: string;
  readonly #preferred: DockingSnapshot | null;

  constructor(db: Db, now: Temporal.Instant, preferred: DockingSnapshot | null) {
    this.#preferred = preferred;
    this.#db = db;
    this.#sql = statements(db);
    this.#since = now.subtract({ hours: rememberedHours }).toString();
  }

  /** A card for each recorder at the port; one where there is none. */
  at(port: string, dockings: readonly DockingSnapshot[]): readonly DockPort[] {
    const here = dockings.filter((one) => one.port === port);
    if (here.length === 0) return [{ port, docked: null, last: this.#last(port) }];
    return here.map((one) => ({ port, docked: this.#docked(one), last: null }));
  }

  #docked({ port: _port, root: _root, profile: _profile, current: _current, ...seen }: DockingSnapshot) {
    const { docking, recorder } = seen;
    const holder = recorder === null ? undefined : this.#sql.holder.get(recorder);
    const space = recorder === null ? undefined : this.#sql.space.get(recorder);
    return {
      ...seen,
      recorder: shownRecorder(recorder),
      officer: holder ?? this.#sql.officer.get(docking) ?? null,
      refused: this.#sql.refused.get(docking) ?? null,
      heldBy: this.#heldBy(seen),
      left: seen.failed + seen.deferred === 0 ? [] : this.#sql.left.all(docking, shownReasons),
      ...worstVerdict(this.#db, docking, recorder),
      space: space ?? null,
    };
  }

  /** What it has begun is finished; it begins nothing new. */
  #heldBy({ docking, phase }: Pick<DockingSnapshot, 'docking' | 'phase'>): string | null {
    if (this.#preferred === null || this.#preferred.docking === docking) return null;
    return phase === 'copying' ? this.#preferred.port : null;
  }

  #last(port: string): LastDocking | null {
    const row = this.#sql.last.get(port);
    if (row === undefined || row.ended === null || row.ended < this.#since) return null;
    const { docking, recorder, ended, because } = row;
    return { docking, recorder: shownRecorder(recorder), ended, early: because === 'detached' };
  }
}

/** `folder:` and a path stand for a card on which nothing says whose it is. */
function shownRecorder(recorder: string | null): string | null {
  return recorder === null || recorder.startsWith('folder:') ? null : recorder;
}

interface LastRow {
  readonly docking: string;
  readonly recorder: string | null;
  readonly ended: string | null;
  readonly because: string | null;
}

function statements(db: Db) {
  return {
    holder: db
      .prepare<[string], string | null>(
        `SELECT json_extract(fields, '$.holder') FROM view_register WHERE register = 'recorders' AND key = ?`,
      )
      .pluck(),
    officer: db
      .prepare<[string], string>(
        'SELECT officer FROM view_session_item WHERE docking = ? AND officer IS NOT NULL LIMIT 1',
      )
      .pluck(),
    space: db.prepare<[string], { bytes: number; free: number }>(
      'SELECT bytes, free FROM view_recorder_space WHERE recorder = ?',
    ),
    refused: db
      .prepare<[string], string | null>('SELECT refused FROM view_docking WHERE docking = ?')
      .pluck(),
    left: db.prepare<[string, number], { reason: string; count: number }>(
      'SELECT reason, count(*) AS count FROM view_left WHERE docking = ? GROUP BY reason ORDER BY 2 DESC LIMIT ?',
    ),
    last: db.prepare<[string], LastRow>(
      'SELECT docking, recorder, ended, because FROM view_docking WHERE port = ? ORDER BY docking DESC LIMIT 1',
    ),
  };
}
