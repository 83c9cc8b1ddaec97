import type { Test } from 'tap';
import { Alarms, machine } from '../../src/custody/alarms.ts';
import type { AnyDraft, EntryDraft } from '../../src/custody/entry.ts';
import type { GivenVerdict } from '../../src/custody/entry-kinds.ts';
import type { Ledger } from '../../src/custody/ledger.ts';
import { DeadlineDesk } from '../../src/deadlines/desk.ts';
import type { DeskSettings } from '../../src/deadlines/desk-room.ts';
import { loadPolicies, policyNamed } from '../../src/deadlines/load-policies.ts';
import type { AdoptedContent } from '../../src/deadlines/policy-version.ts';
import { ProbeBook } from '../../src/tagging/probe-book.ts';
import { nothingProbed } from '../../src/tagging/read-probe.ts';
import { Tagger } from '../../src/tagging/tagger.ts';
import type { TimedLook } from '../../src/tagging/timekeeper.ts';
import { Turns } from '../../src/turns.ts';
import { asLedger, type LoneLedger, loneLedger } from '../support/tamper-ledger.ts';

const policies = await loadPolicies(null);
const zone = 'Asia/Shanghai';

function contentOf(policy: string): AdoptedContent {
  const policyFile = policyNamed(policies, policy);
  return { policy: policyFile, openDays: 'calendar', dockingIsReturn: false, endOfDay: null };
}

const person = { kind: 'person', id: 'os:clerk' } as const;

function identified(docking: string, recorder: string): AnyDraft {
  return {
    type: 'docking.identified',
    actor: machine,
    subject: { kind: 'docking', id: docking },
    data: { profile: 'generic-ga-t-947', recorder, assigned: true, claims: [] },
    personal: {},
  };
}

/** `2026-03-02 18:00` on the unit's clock. */
export function at(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local.replace(' ', 'T')).toZonedDateTime(zone).toInstant();
}

/** What a test says of one recording; times as the unit's clock shows them. */
export interface DeskRecording {
  readonly start: string;
  readonly ended: string | null;
  readonly docked: string;
  readonly secured: string;
  readonly recorder?: string;
  /** As the file's name says it; null where it says none. */
  readonly officer?: string | null;
  readonly important?: boolean;
  readonly doubtful?: boolean;
  /** The card said for certain whose it is. */
  readonly assigned?: boolean;
  /** The start in its name, and its number among the segments that share it. */
  readonly segment?: { readonly named: string; readonly number: number };
}

/** A desk over a real ledger, with a clock that a test sets; recordings come in as entries, their times are told. */
export class DeskStation {
  readonly lone: LoneLedger;
  readonly ledger: Ledger;
  readonly #times = new Map<string, EntryDraft<'recording.timed'>['data']>();
  settings: DeskSettings;
  desk: DeadlineDesk;
  /** Those that cannot be timed now. */
  readonly away = new Set<string>();
  #count = 0;

  constructor(t: Test, policy = 'quzhou-2022') {
    this.lone = loneLedger(t);
    this.ledger = asLedger(this.lone);
    this.settings = {
      stationCode: 'ST01',
      zone,
      content: async () => contentOf(policy),
      ownDays: { restDays: [], workDays: [], years: [] },
      designation: { designated: true, document: '测试〔2026〕1号' },
      gap: Temporal.Duration.from({ minutes: 30 }),
    };
    this.now('2026-01-01 00:00');
    this.desk = this.open();
  }

  /** As the daemon does after a start. */
  open(changed: Partial<DeskSettings> = {}): DeadlineDesk {
    this.settings = { ...this.settings, ...changed };
    const { db, clock } = this.lone;
    const alarms = new Alarms(this.ledger, db, 'ST01');
    this.desk = new DeadlineDesk({
      ...{ settings: this.settings, db, ledger: this.ledger, alarms, clock, turns: new Turns() },
      timekeeper: { time: async (evidence) => this.#timed(evidence), misplaced: () => [] },
      tagger: new Tagger(db, this.ledger),
    });
    return this.desk;
  }

  judgeBy(policy: string): Partial<DeskSettings> {
    return { content: async () => contentOf(policy) };
  }

  now(local: string): void {
    this.lone.clock.instant = at(local);
  }

  /** Docks and secures a recording at its times; its evidence id. */
  async secure(one: DeskRecording): Promise<string> {
    this.#count += 1;
    const number = String(this.#count).padStart(6, '0');
    const [evidence, docking] = [`ST01-2026-0${number}`, `ST01-D${number}`];
    const { recorder = '2222222', officer = '222222' } = one;
    const digest = number.padStart(64, '0');
    this.now(one.docked);
    await this.ledger.append([
      {
        type: 'docking.started',
        actor: machine,
        subject: { kind: 'docking', id: docking },
        data: { port: '01', readOnly: true },
        personal: { root: '/media/docket/01' },
      },
    ]);
    if (one.assigned === true) await this.ledger.append([identified(docking, recorder)]);
    this.now(one.secured);
    const digests = { sha256: digest, blake3: digest, sm3: null, headBlake3: digest, tailBlake3: digest };
    const secured: AnyDraft = {
      type: 'recording.secured',
      actor: machine,
      subject: { kind: 'evidence', id: evidence },
      data: {
        ...{ recording: evidence, docking, recorder, evidence, bytes: 1_000, resumed: false },
        modified: at(one.ended ?? one.start).toString(),
        named: {
          ...{ device: recorder, officer, important: one.important === true },
          ...{ start: one.segment?.named ?? null, segment: one.segment?.number ?? null },
        },
        ...digests,
      },
      personal: { path: `${evidence}.mp4` },
    };
    await this.ledger.append([secured]);
    this.#times.set(evidence, {
      evidence,
      docked: at(one.docked).toString(),
      claims: [],
      start: at(one.start).toString(),
      startSource: 'name',
      durationMs: null,
      ended: one.ended === null ? null : at(one.ended).toString(),
      endSource: one.ended === null ? null : 'duration',
      offsetSeconds: 0,
      doubtful: one.doubtful === true,
    });
    return evidence;
  }

  async store(evidence: string, local: string): Promise<void> {
    this.now(local);
    const number = evidence.slice(-6);
    const digest = number.padStart(64, '0');
    await this.ledger.append([
      {
        type: 'recording.stored',
        actor: machine,
        subject: { kind: 'evidence', id: evidence },
        data: {
          ...{ recording: evidence, docking: `ST01-D${number}`, evidence },
          ...{ sha256: digest, blake3: digest, bytes: 1_000, vault: 'v', object: digest },
          retainUntil: '2027-01-01T00:00:00Z',
          immutable: true,
        },
        personal: {},
      },
    ]);
  }

  async returned(session: string, local: string): Promise<void> {
    await this.ledger.append([
      {
        type: 'session.returned',
        actor: person,
        subject: { kind: 'session', id: session },
        data: { session, returned: at(local).toString(), source: 'person' },
        personal: {},
      },
    ]);
  }

  /** Every judgement that the ledger holds, in order. */
  given(): readonly GivenVerdict[] {
    return this.#data('verdict.given') as readonly GivenVerdict[];
  }

  entries(type: string): readonly unknown[] {
    return this.#data(type);
  }

  /** The standing verdicts, as views have them. */
  standing(): readonly GivenVerdict[] {
    return this.lone.db
      .prepare<[], string>('SELECT judgement FROM view_verdict ORDER BY session, rule')
      .pluck()
      .all()
      .map((text) => JSON.parse(text) as GivenVerdict);
  }

  openAlarms(): readonly string[] {
    return this.lone.db
      .prepare<[], string>(
        `SELECT key FROM view_alarm JOIN view_alarm_life USING (alarm) WHERE state <> 'closed' ORDER BY alarm`,
      )
      .pluck()
      .all();
  }

  #data(type: string): readonly unknown[] {
    return this.lone.db
      .prepare<[string], Buffer>(
        'SELECT e.leaf FROM view_entry v JOIN ledger_entry e USING (seq) WHERE v.type = ? ORDER BY seq',
      )
      .pluck()
      .all(type)
      .map((leaf) => JSON.parse(leaf.toString('utf8')).data);
  }

  /** As a version would have it that kept nothing else. */
  timed(evidence: string): EntryDraft<'recording.timed'> {
    const data = this.#times.get(evidence);
    if (data === undefined) throw new RangeError(evidence);
    const subject = { kind: 'evidence', id: evidence } as const;
    return { type: 'recording.timed', actor: machine, subject, data, personal: {} };
  }

  #timed(evidence: string): TimedLook | null {
    if (!this.#times.has(evidence) || this.away.has(evidence)) return null;
    return {
      timed: this.timed(evidence),
      probed: new ProbeBook(this.lone.db).news(evidence, nothingProbed('unreadable')),
    };
  }
}
