import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Test } from 'tap';
import { Alarms, machine } from '../../src/custody/alarms.ts';
import type { AnyDraft } from '../../src/custody/entry.ts';
import type { Ledger } from '../../src/custody/ledger.ts';
import { ProbeBook } from '../../src/tagging/probe-book.ts';
import { probeFile } from '../../src/tagging/probe-file.ts';
import { Turns } from '../../src/turns.ts';
import { ViewingDesk } from '../../src/viewing/desk.ts';
import type { ViewingRoom } from '../../src/viewing/room.ts';
import { sha256Of } from '../support/cards.ts';
import { makeVaultFolder, openVault } from '../support/local-vault.ts';
import { asLedger, type LoneLedger, loneLedger } from '../support/tamper-ledger.ts';
import { until } from '../support/until.ts';

const mebibyte = 1_048_576;

/** A desk over a real ledger and a real vault, into whose staging recordings come as files. */
export interface ViewingStation {
  readonly lone: LoneLedger;
  readonly ledger: Ledger;
  desk: ViewingDesk;
  /** Where copies lie. */
  readonly folder: string;
  /** The desk anew, as after a restart. */
  reopen(changed?: Partial<ViewingRoom>): ViewingDesk;
  /** Brings a file in as the next recording; its evidence id and SHA-256. */
  bring(path: string, more?: { readonly important?: boolean; readonly recorder?: string }): Promise<Brought>;
  /** The types of all entries about viewing, in order. */
  entries(): readonly string[];
}

export interface Brought {
  readonly evidence: string;
  readonly original: string;
  /** The staged bytes. */
  readonly staged: string;
}

export async function viewingStation(t: Test, options: Partial<ViewingRoom> = {}): Promise<ViewingStation> {
  const lone = loneLedger(t);
  const ledger = asLedger(lone);
  const vaultFolder = await makeVaultFolder(t);
  const vault = await openVault(vaultFolder);
  const folder = mkdtempSync(join(tmpdir(), 'docket-viewing-'));
  const desks: ViewingDesk[] = [];
  t.teardown(async () => {
    await Promise.all(desks.map((one) => one.stop()));
    rmSync(folder, { recursive: true });
  });
  const { db, clock } = lone;
  let now = 10_000;
  const open = (changed: Partial<ViewingRoom>): ViewingDesk => {
    const desk = new ViewingDesk({
      ...{ db, ledger, vault, folder, staging: join(vaultFolder, 'staging') },
      ...{ alarms: new Alarms(ledger, db, 'ST01'), turns: new Turns() },
      // Each look comes a while after the one before.
      clock: { now: () => clock.now(), monotonicMs: () => (now += 5_000) },
      settings: { height: 240, mark: 'burnt', encoder: 'software' },
      ...{ automatic: true, atOnce: 1, font: null, limitBytes: 1_000 * mebibyte, reserveBytes: 0 },
      ...{ intakeBusy: () => false, step: () => undefined, log: () => undefined },
      ...options,
      ...changed,
    });
    desks.push(desk);
    return desk;
  };
  let count = 0;
  const station: ViewingStation = {
    ...{ lone, ledger, folder, desk: open({}) },
    reopen(changed = {}) {
      station.desk = open(changed);
      return station.desk;
    },
    async bring(path, { important = false, recorder = '2222222' } = {}) {
      count += 1;
      lone.clock.instant = lone.clock.instant.add({ minutes: 1 });
      const [evidence, recording] = [`ST01-2026-${String(count).padStart(7, '0')}`, `r${count}`];
      const staged = join(vaultFolder, 'staging', recording);
      copyFileSync(path, staged);
      const bytes = readFileSync(staged);
      const original = sha256Of(bytes);
      const digests = {
        sha256: original,
        blake3: original,
        sm3: null,
        headBlake3: original,
        tailBlake3: original,
      };
      const secured: AnyDraft = {
        type: 'recording.secured',
        actor: machine,
        subject: { kind: 'evidence', id: evidence },
        data: {
          ...{ recording, docking: 'ST01-D000001', recorder, evidence, bytes: bytes.length, resumed: false },
          ...{ modified: '2026-09-02T10:00:00Z', ...digests },
          named: { device: null, officer: null, start: null, segment: null, important },
        },
        personal: { path },
      };
      await ledger.append([secured]);
      const probe = await probeFile(staged);
      const probed = probe === null ? null : new ProbeBook(db).news(evidence, probe);
      if (probed !== null) await ledger.append([probed]);
      return { evidence, original, staged };
    },
    entries: () =>
      db
        .prepare<[], string>(`SELECT type FROM view_entry WHERE type LIKE 'viewing.%' ORDER BY seq`)
        .pluck()
        .all(),
  };
  return station;
}

/** Looks as the daemon does, until nothing is left that could be done now. */
export async function drain(desk: ViewingDesk): Promise<void> {
  do {
    await desk.look();
    await until('it is over', () => desk.state().underWay.length === 0);
    await desk.look();
  } while (desk.state().underWay.length > 0);
}

/** Files below a folder of the store, for looking at what stands there. */
export function standing(folder: string, part: 'work' | 'ready' | 'copies'): readonly string[] {
  const path = join(folder, part);
  if (!existsSync(path)) mkdirSync(path, { recursive: true });
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => one.name)
    .toSorted();
}
