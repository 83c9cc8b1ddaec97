import { join } from 'node:path';
import type { Clock } from '../../../../src/clock.ts';
import { Alarms, machine } from '../../../../src/custody/alarms.ts';
import { createDatabase, type Db, openReading } from '../../../../src/custody/database.ts';
import type { AnyDraft } from '../../../../src/custody/entry.ts';
import type { Ledger } from '../../../../src/custody/ledger.ts';
import { LedgerWriter } from '../../../../src/custody/ledger-writer.ts';
import { createStationKey } from '../../../../src/custody/station-key.ts';
import { DeadlineDesk } from '../../../../src/deadlines/desk.ts';
import { loadPolicies, policyNamed } from '../../../../src/deadlines/load-policies.ts';
import { namedFacts } from '../../../../src/dock/file-name.ts';
import type { DeviceProfile } from '../../../../src/dock/profile.ts';
import { clockFinding } from '../../../../src/intake/suspect-clock.ts';
import { projectors } from '../../../../src/projections.ts';
import { Finder } from '../../../../src/tagging/continuity/finder.ts';
import { ProbeBook } from '../../../../src/tagging/probe-book.ts';
import { recordingTimes, usualOrder } from '../../../../src/tagging/recording-times.ts';
import { Tagger } from '../../../../src/tagging/tagger.ts';
import type { TimedLook } from '../../../../src/tagging/timekeeper.ts';
import { Turns } from '../../../../src/turns.ts';
import type { PlannedCard, PlannedDocking, PlannedFile } from './plan.ts';
import { probeOf } from './said-probe.ts';

const zone = 'Asia/Shanghai';
const usual = { gapMs: 10_000, overlapMs: 60_000 };
const tolerance = 300;

class PlayedClock implements Clock {
  instant = Temporal.Instant.fromEpochMilliseconds(0);

  now(): Temporal.Instant {
    return this.instant;
  }
  monotonicMs(): number {
    return this.instant.epochMilliseconds;
  }
}

/** A docking that is under way. */
export interface BegunDocking {
  readonly docking: string;
  readonly recorder: string;
  readonly profile: DeviceProfile;
  readonly suspect: boolean;
  /** Evidence that it has brought in, and that it knew again. */
  readonly taken: string[];
  readonly again: string[];
}

/**
 * A station over a real ledger and catalogue, with the real desk, tagger and finder. Only what a card would give is told:
 * its listing, and what ffprobe would say of each file.
 */
export class PlayedStation {
  readonly db: Db;
  readonly #profiles: readonly DeviceProfile[];
  readonly ledger: Ledger;
  readonly #clock = new PlayedClock();
  readonly #desk: DeadlineDesk;
  readonly finder: Finder;
  readonly #known = new Map<string, string>();
  readonly #looks = new Map<
    string,
    {
      readonly file: PlannedFile;
      readonly profile: DeviceProfile;
      readonly docked: string;
      readonly suspect: boolean;
    }
  >();
  readonly #close: () => void;
  #dockings = 0;
  #items = 0;

  constructor(folder: string, profiles: readonly DeviceProfile[]) {
    const path = join(folder, 'station.db');
    const signer = createStationKey(join(folder, 'station.key'), 'docket/ST01-00000000');
    const own = createDatabase(path);
    const writer = new LedgerWriter(own, projectors, signer, this.#clock, () => undefined);
    this.ledger = ledgerOf(writer);
    this.db = openReading(path);
    this.#profiles = profiles;
    const alarms = new Alarms(this.ledger, this.db, 'ST01');
    const common = { db: this.db, ledger: this.ledger, alarms, turns: new Turns() };
    this.#desk = new DeadlineDesk({
      ...common,
      clock: this.#clock,
      timekeeper: { time: async (evidence) => this.#look(evidence), misplaced: () => [] },
      tagger: new Tagger(this.db, this.ledger),
      settings: {
        ...{ stationCode: 'ST01', zone, ownDays: { restDays: [], workDays: [], years: [] } },
        content: async () => ({
          policy: policyNamed(await loadPolicies(null), 'quzhou-2022'),
          ...{ openDays: 'calendar', dockingIsReturn: false, endOfDay: null },
        }),
        designation: { designated: true, document: '测试〔2026〕1号' },
        gap: Temporal.Duration.from({ minutes: 30 }),
      },
    });
    this.finder = new Finder({ ...common, profiles, stationCode: 'ST01', allowances: usual });
    this.#close = () => {
      this.db.close();
      writer.close();
    };
  }

  /** Plays every docking of the cards in the order of time, and looks for findings after each. */
  async play(cards: readonly PlannedCard[]): Promise<void> {
    const all = cards.flatMap((card) => card.dockings.map((docking) => ({ card, docking })));
    for (const { card, docking } of all.toSorted((a, b) => a.docking.atMs - b.docking.atMs)) {
      const begun = await this.begin(card.recorder, docking);
      await this.take(begun, docking.files);
      await this.complete(begun);
      await this.catchUp();
    }
  }

  /** As the daemon does it after whatever has happened. */
  async catchUp(): Promise<void> {
    await this.#desk.catchUp();
    await this.finder.findAll();
  }

  close(): void {
    this.#close();
  }

  /** A recorder is docked, and what lies on its card is listed. */
  async begin(recorder: string, { atMs, files }: PlannedDocking): Promise<BegunDocking> {
    this.#clock.instant = Temporal.Instant.fromEpochMilliseconds(atMs);
    const docking = `ST01-D${String(++this.#dockings).padStart(6, '0')}`;
    const profile = this.#profileOf(files);
    const common = { actor: machine, subject: { kind: 'docking', id: docking } } as const;
    const now = this.#clock.now();
    const clock = clockFinding(
      files.map((file) => listed(file, profile)),
      now,
      zone,
    );
    const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
    await this.ledger.append([
      {
        ...{ ...common, type: 'docking.started' },
        data: { port: '01', readOnly: true },
        personal: { root: '/media/docket/01' },
      },
      {
        ...{ ...common, type: 'docking.identified' },
        data: { profile: profile.id, recorder, assigned: true, claims: [] },
        personal: {},
      },
      {
        ...{ ...common, type: 'docking.listed' },
        data: { recordings: files.length, bytes, ignored: {} },
        personal: {},
      },
      ...(clock === null
        ? []
        : [
            {
              ...common,
              type: 'docking.clock',
              data: { docking, recorder, ...clock },
              personal: {},
            } as const,
          ]),
    ]);
    return { docking, recorder, profile, suspect: clock !== null, taken: [], again: [] };
  }

  /** Recordings are brought in, or known again. */
  async take(begun: BegunDocking, files: readonly PlannedFile[]): Promise<void> {
    const drafts: AnyDraft[] = [];
    for (const file of files) {
      const known = this.#known.get(`${begun.recorder} ${file.path}`);
      if (known === undefined) drafts.push(...this.#secure(begun, file));
      else begun.again.push(known);
    }
    await this.ledger.append(drafts);
  }

  /** Everything on the card has its outcome. */
  async complete({ docking, taken, again }: BegunDocking): Promise<void> {
    const common = { actor: machine, subject: { kind: 'docking', id: docking } } as const;
    const counts = { stored: taken.length, secured: 0, alreadyStored: again.length };
    await this.ledger.append([
      {
        ...{ ...common, type: 'recordings.recognised' },
        data: { docking, evidence: [...again] },
        personal: {},
      },
      {
        ...{ ...common, type: 'docking.completed' },
        data: { ...counts, failed: 0, deferred: 0, ignored: 0, bytes: 0 },
        personal: {},
      },
    ]);
  }

  #profileOf(files: readonly PlannedFile[]): DeviceProfile {
    const id = files.some(({ path }) => path.includes('MOVI')) ? 'generic-dcim' : 'generic-ga-t-947';
    const found = this.#profiles.find((one) => one.id === id);
    if (found === undefined) throw new RangeError(`no profile ${id}`);
    return found;
  }

  #secure({ docking, recorder, profile, suspect, taken }: BegunDocking, file: PlannedFile): AnyDraft[] {
    const number = String(++this.#items).padStart(7, '0');
    const evidence = `ST01-2026-${number}`;
    const digest = number.padStart(64, '0');
    taken.push(evidence);
    this.#known.set(`${recorder} ${file.path}`, evidence);
    this.#looks.set(evidence, { file, profile, docked: this.#clock.now().toString(), suspect });
    const common = { actor: machine, subject: { kind: 'evidence', id: evidence } } as const;
    const digests = { sha256: digest, blake3: digest, sm3: null, headBlake3: digest, tailBlake3: digest };
    return [
      {
        ...{ ...common, type: 'recording.secured', personal: { path: file.path } },
        data: {
          ...{
            recording: evidence,
            docking,
            recorder,
            evidence,
            bytes: file.bytes,
            resumed: false,
            ...digests,
          },
          modified: modifiedOf(file).toString(),
          named: namedFacts(file.path, profile),
        },
      },
      {
        ...{ ...common, type: 'recording.stored', personal: {} },
        data: {
          ...{ recording: evidence, docking, evidence, sha256: digest, blake3: digest, bytes: file.bytes },
          ...{ vault: 'v', object: digest, retainUntil: '2027-01-01T00:00:00Z', immutable: true },
        },
      },
    ];
  }

  /** What the timekeeper would make of it. */
  #look(evidence: string): TimedLook | null {
    const known = this.#looks.get(evidence);
    if (known === undefined) return null;
    const { file, profile, docked, suspect } = known;
    const probe = probeOf(file);
    const times = recordingTimes(
      {
        named: namedFacts(file.path, profile)?.start ?? null,
        ...{ probe, sidecar: null, modified: modifiedOf(file), still: file.kind === 'still' },
      },
      {
        zone,
        order: profile.clock.starts ?? usualOrder,
        corrected: null,
        suspect,
        toleranceSeconds: tolerance,
      },
    );
    const common = { actor: machine, subject: { kind: 'evidence', id: evidence } } as const;
    return {
      timed: { ...common, type: 'recording.timed', data: { evidence, docked, ...times }, personal: {} },
      probed: new ProbeBook(this.db).news(evidence, probe),
    };
  }
}

function listed(file: PlannedFile, profile: DeviceProfile) {
  const path = Buffer.from(file.path);
  const modified = modifiedOf(file);
  return {
    file: { path, bytes: file.bytes, modified, kind: 'file' as const },
    sidecars: [],
    named: namedFacts(path, profile),
  };
}

function modifiedOf({ modifiedMs }: PlannedFile): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(modifiedMs);
}

function ledgerOf(writer: LedgerWriter): Ledger {
  return {
    async append(drafts, work = []) {
      const [outcome] = writer.append([{ drafts, work }]);
      if (outcome === undefined || 'refused' in outcome) throw outcome?.refused;
      return outcome.ok;
    },
    async checkpoint() {
      return writer.checkpoint();
    },
    async close() {
      writer.close();
    },
  };
}
