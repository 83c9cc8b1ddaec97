import { randomFillSync } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { makeCard, recordingName } from '../card.ts';

/** Recorders in every port: they come in once, and from a moment on again and again. */
export interface ComingIn {
  /** Whether the recorders that stand in the ports are all in. */
  quiet(): boolean;
  /** From now on another one comes into each port as soon as the one before it is in. */
  goOn(): void;
  /** Whether every port has a recorder that is being taken in. */
  busy(): boolean;
  /** How many dockings were over so far. */
  over(): number;
  stop(): void;
}

export interface Dock {
  /** Where cards are made, on the same disk as the ports. */
  readonly cards: string;
  readonly ports: string;
  readonly database: string;
  readonly recorders: number;
  /** Of each recorder, in two recordings. */
  readonly eachBytes: number;
}

/** A port, and the card that is put into it again and again as another recorder's. */
interface Port {
  readonly name: string;
  readonly root: string;
  readonly card: string;
  is: 'in' | 'out';
  /** The last docking that was over. */
  last: string | null;
}

interface Docking {
  readonly docking: string;
  readonly completed: string | null;
  readonly ended: string | null;
}

const isComing = (newest: Docking | undefined, last: string | null): boolean =>
  newest !== undefined && newest.docking !== last && newest.completed === null;

const lookEveryMs = 100;

/** Fills every port. */
export function comeIn({ cards, ports: folder, database, recorders, eachBytes }: Dock): ComingIn {
  const plan = { files: 2, fileBytes: Math.round(eachBytes / 2) };
  // Of recorders that were never docked here: whatever is known already is not taken in again.
  let device = 5_000_000 + (Math.floor(performance.timeOrigin / 1_000) % 1_000) * 2_000;
  let over = 0;
  let goesOn = false;
  mkdirSync(folder, { recursive: true });
  const ports: readonly Port[] = Array.from({ length: recorders }, (_, at) => {
    const name = String(at + 1);
    const card = makeCard(cards, plan, String(device++));
    return { name, root: join(folder, name), card, is: 'in', last: null };
  });
  const db = new Database(database, { readonly: true });
  const newest = db.prepare<[string], Docking>(
    'SELECT docking, completed, ended FROM view_docking WHERE port = ? ORDER BY docking DESC LIMIT 1',
  );
  for (const { card, root } of ports) renameSync(card, root);
  const timer = setInterval(() => {
    for (const port of goesOn ? ports : []) {
      const { name, root, card, is, last } = port;
      const found = newest.get(name);
      if (found === undefined) continue;
      if (is === 'in' && found.docking !== last && found.completed !== null) {
        renameSync(root, card);
        Object.assign(port, { is: 'out', last: found.docking });
        over++;
      } else if (is === 'out' && found.ended !== null) {
        makeAnew(card, String(device++));
        renameSync(card, root);
        port.is = 'in';
      }
    }
  }, lookEveryMs);
  return {
    quiet: () => ports.every(({ name }) => typeof newest.get(name)?.completed === 'string'),
    goOn() {
      goesOn = true;
    },
    busy: () =>
      goesOn && ports.every(({ is, name, last }) => is === 'in' && isComing(newest.get(name), last)),
    over: () => over,
    stop() {
      clearInterval(timer);
      db.close();
      for (const { root, card } of ports)
        for (const one of [root, card]) rmSync(one, { recursive: true, force: true });
    },
  };
}

/** The same card as another recorder's: other names, and other bytes at the beginning of each recording. */
function makeAnew(card: string, device: string): void {
  const folder = join(card, 'DCIM/VIDEO/20260902');
  for (const [number, name] of readdirSync(folder).sort().entries()) {
    const { atime, mtime } = statSync(join(folder, name));
    const path = join(folder, recordingName(number, device));
    renameSync(join(folder, name), path);
    const file = openSync(path, 'r+');
    writeSync(file, randomFillSync(Buffer.alloc(64)), 0, 64, 0);
    closeSync(file);
    utimesSync(path, atime, mtime);
  }
}
