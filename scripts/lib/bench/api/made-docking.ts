import { machine } from '../../../../src/custody/alarms.ts';
import type { AnyDraft } from '../../../../src/custody/entry.ts';
import { judgeSession } from '../../../../src/deadlines/judge-session.ts';
import type { Measures } from '../../../../src/deadlines/measures.ts';
import {
  caseNumber,
  digestOf,
  dockingId,
  drawn,
  itemsEachDocking,
  itemsEachSession,
  type MadePlan,
  officerNumber,
  partyCode,
  recorderNumber,
  sessionId,
  stationCode,
  unitOf,
} from './made-plan.ts';
import { clerk, registerDraft } from './made-world.ts';

/** Entries that are committed together, and when. */
export interface MadeAppend {
  readonly at: Temporal.Instant;
  readonly drafts: readonly AnyDraft[];
}

export interface MadeDocking {
  readonly docking: string;
  readonly recorder: string;
  readonly officer: number;
  readonly evidence: readonly string[];
  readonly sessions: readonly string[];
  readonly appends: readonly MadeAppend[];
}

const zone = 'Asia/Shanghai';
const megabyte = 1_000_000;
const text = (instant: Temporal.Instant): string => instant.toString();

/** Everything that one docking enters: what came in, what machines found out about it, and the verdicts by the real rules. */
export function madeDocking(plan: MadePlan, place: number, measures: Measures): MadeDocking {
  const started = Temporal.Instant.fromEpochMilliseconds(
    plan.fromMs + 86_400_000 + Math.floor(((plan.toMs - plan.fromMs - 86_400_000) * place) / plan.dockings),
  );
  const officer = drawn(plan, `officer ${place}`, plan.officers);
  const docking = dockingId(place + 1);
  const recorder = recorderNumber(officer);
  const first = place * itemsEachDocking;
  const count = Math.min(itemsEachDocking, plan.items - first);
  const items = Array.from({ length: count }, (_, i) =>
    madeItem(plan, first + i, { started, place, officer, i }),
  );
  const bytes = items.reduce((sum, one) => sum + one.bytes, 0);
  const after = started.add({ seconds: 12 * (count + 1) });
  const subject = { kind: 'docking', id: docking } as const;
  const begun: AnyDraft[] = [
    {
      ...{ type: 'docking.started', actor: machine, subject, data: { port: portOf(place), readOnly: true } },
      personal: { root: `/media/docket/${portOf(place)}` },
    },
    {
      ...{ type: 'docking.identified', actor: machine, subject, personal: {} },
      data: {
        ...{ profile: 'generic-ga-t-947', recorder, assigned: true },
        claims: [{ source: 'file_names', value: recorder }],
      },
    },
    {
      ...{ type: 'docking.listed', actor: machine, subject, personal: {} },
      data: { recordings: count, bytes, ignored: {} },
    },
  ];
  const over: AnyDraft[] = [
    {
      ...{ type: 'docking.completed', actor: machine, subject, personal: {} },
      data: { stored: count, secured: 0, alreadyStored: 0, failed: 0, deferred: 0, ignored: 0, bytes },
    },
    { type: 'docking.ended', actor: machine, subject, data: { because: 'taken' }, personal: {} },
  ];
  const sessions = sessionsOf(items, place, recorder, measures);
  return {
    ...{ docking, recorder, officer },
    evidence: items.map(({ evidence }) => evidence),
    sessions: sessions.ids,
    appends: [
      { at: started, drafts: [caseDraft(place, started, officer), ...begun] },
      ...items.map(({ stored, arrival }) => ({ at: stored, drafts: arrival })),
      { at: after, drafts: over },
      { at: after.add({ seconds: 20 }), drafts: items.flatMap(({ found }) => found) },
      { at: after.add({ seconds: 25 }), drafts: sessions.drafts },
      { at: after.add({ seconds: 30 }), drafts: items.flatMap(({ tags }) => tags) },
    ],
  };
}

const portOf = (place: number): string => String(1 + (place % 30)).padStart(2, '0');

/** Most are archived; one in 500 is closed and not archived yet, and entered so late that nobody is called for it. */
function caseDraft(place: number, at: Temporal.Instant, officer: number): AnyDraft {
  const number = caseNumber(place + 1);
  const day = (days: number): string =>
    at
      .subtract({ hours: 24 * days })
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .toString();
  const archived = place % 5 < 4 && place % 500 !== 0;
  return registerDraft('cases', number, {
    ...{ number, title: place % 3 === 0 ? '占道经营' : '违规存放', handler: officerNumber(officer) },
    ...{ party: partyCode(Math.floor(place / 2)), matter: 'M01' },
    ...(place % 500 === 0 ? { closed: day(200) } : {}),
    ...(archived ? { closed: day(20), archived: day(1) } : {}),
  });
}

interface MadeItem {
  readonly evidence: string;
  readonly bytes: number;
  readonly docked: Temporal.Instant;
  readonly stored: Temporal.Instant;
  readonly ended: Temporal.Instant;
  readonly arrival: readonly AnyDraft[];
  readonly found: readonly AnyDraft[];
  readonly tags: readonly AnyDraft[];
}

interface Where {
  readonly started: Temporal.Instant;
  readonly place: number;
  readonly officer: number;
  /** Of the recording on its card. */
  readonly i: number;
}

function madeItem(plan: MadePlan, number: number, { started, place, officer, i }: Where): MadeItem {
  const stored = started.add({ seconds: 12 * (i + 1) });
  const evidence = `${stationCode}-${stored.toZonedDateTimeISO(zone).year}-${String(number + 1).padStart(7, '0')}`;
  const hoursAgo = isLate(place) ? 60 + 24 * (place % 5) : 6;
  const start = started.subtract({
    seconds: hoursAgo * 3_600 - 400 * i - 3_600 * Math.floor(i / itemsEachSession),
  });
  const start0 = Temporal.Instant.fromEpochMilliseconds(Math.floor(start.epochMilliseconds / 1_000) * 1_000);
  const ended = start0.add({ milliseconds: 361_500 });
  const local = start0.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' });
  const sha256 = digestOf(plan, `sha256 ${number}`);
  const blake3 = digestOf(plan, `blake3 ${number}`);
  const bytes = 180 * megabyte + drawn(plan, `bytes ${number}`, 120 * megabyte);
  const recorder = recorderNumber(officer);
  const docking = dockingId(place + 1);
  const recording = `${sha256.slice(0, 8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const subject = { kind: 'evidence', id: evidence } as const;
  const name = `A11_${recorder}_${officerNumber(officer)}_${local.replaceAll(/\D/g, '')}_0001.mp4`;
  const common = { recording, docking, evidence };
  const arrival: AnyDraft[] = [
    {
      ...{ type: 'recording.secured', actor: machine, subject },
      data: {
        ...{ ...common, recorder, bytes, modified: text(ended), resumed: false, sha256, blake3, sm3: null },
        ...{ headBlake3: digestOf(plan, `head ${number}`), tailBlake3: digestOf(plan, `tail ${number}`) },
        named: {
          device: recorder,
          officer: officerNumber(officer),
          start: local,
          segment: 1,
          important: number % 40 === 0,
        },
      },
      personal: { path: `DCIM/VIDEO/${name}` },
    },
    {
      ...{ type: 'recording.stored', actor: machine, subject, personal: {} },
      data: {
        ...{ ...common, sha256, blake3, bytes, vault: 'bench', immutable: true },
        object: `originals/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`,
        retainUntil: text(stored.add({ hours: 24 * 183 })),
      },
    },
  ];
  const tag = (field: string, source: string, value: string, actor: AnyDraft['actor']): AnyDraft => ({
    ...{ type: 'evidence.tagged', actor, subject, data: { evidence, field, source } },
    personal: { values: JSON.stringify([value]) },
  });
  return {
    ...{ evidence, bytes, docked: started, stored, ended, arrival },
    found: [
      {
        ...{ type: 'recording.probed', actor: machine, subject, personal: {} },
        data: {
          ...{ evidence, fault: null, container: 'mov,mp4,m4a,3gp,3g2,mj2', durationMs: 361_500, startMs: 0 },
          ...{ bitRate: 4_000_000, created: text(start0), streamCount: 1 },
          streams: [
            {
              ...{ kind: 'video', codec: 'h264', profile: 'High', tag: 'avc1', pixelFormat: 'yuv420p' },
              ...{ width: 1_920, height: 1_080, rotation: null, frameRate: '25/1', baseFrameRate: '25/1' },
              ...{ sampleRate: null, channels: null, bitRate: 4_000_000, startMs: 0, durationMs: 361_500 },
              frames: 9_037,
            },
          ],
        },
      },
      {
        ...{ type: 'recording.timed', actor: machine, subject, personal: {} },
        data: {
          ...{ evidence, docked: text(started), claims: [{ source: 'name', start: text(start0) }] },
          ...{ start: text(start0), startSource: 'name', durationMs: 361_500, ended: text(ended) },
          ...{ endSource: 'duration', offsetSeconds: 0, doubtful: false },
        },
      },
      {
        ...{ type: 'recording.located', actor: machine, subject },
        data: {
          ...{ evidence, source: 'nmea', start: text(start0), end: text(ended), fixes: 361, dropped: 0 },
          ...{ points: 2, withinMeters: 5, accuracyMeters: 5 },
          claims: [{ source: 'nmea', fixes: 361, dropped: {}, whole: true, apartMeters: null }],
        },
        personal: {
          track: `[[1188${String(number % 1_000_000).padStart(6, '0')},289400000,0,361],[1188700500,289400500,361000,1]]`,
        },
      },
    ],
    tags: [
      tag('officer', 'file_name', officerNumber(officer), machine),
      tag('unit', 'register', unitOf(plan, officer), machine),
      // One in 20 is filed under nothing yet.
      ...(number % 20 === 19 ? [] : [tag('case', 'person', caseNumber(place + 1), clerk)]),
    ],
  };
}

/** One card in twelve comes days later than it should. */
const isLate = (place: number): boolean => place % 12 === 0;

function returnDraft(session: string, returned: string): AnyDraft {
  return {
    type: 'session.returned',
    actor: clerk,
    subject: { kind: 'session', id: session },
    data: { session, returned, source: 'person' },
    personal: { note: '值班登记' },
  };
}

function sessionsOf(
  items: readonly MadeItem[],
  place: number,
  recorder: string,
  measures: Measures,
): { readonly ids: readonly string[]; readonly drafts: readonly AnyDraft[] } {
  const each = itemsEachDocking / itemsEachSession;
  const groups = Array.from({ length: Math.ceil(items.length / itemsEachSession) }, (_, i) =>
    items.slice(i * itemsEachSession, (i + 1) * itemsEachSession),
  );
  const ids = groups.map((_, i) => sessionId(place * each + i + 1));
  const drafts = groups.flatMap((some, i): AnyDraft[] => {
    const session = ids[i] ?? '';
    const [last] = some.slice(-1);
    if (last === undefined) return [];
    const subject = { kind: 'session', id: session } as const;
    const at = text(last.stored);
    // What came late is late from when the officer was back, who says so.
    const late = isLate(place) ? text(last.ended.add({ minutes: 40 })) : null;
    const times = {
      ended: text(last.ended),
      returned: late,
      docked: text(last.docked),
      secured: at,
      stored: at,
    };
    const measure = measures.at(times.ended);
    const facts = { session, ...times, doubtful: false, justification: 'none' } as const;
    const judged = measure === null ? [] : judgeSession(facts, measure, last.stored, []);
    return [
      {
        ...{ type: 'session.formed', actor: machine, subject, personal: {} },
        data: { session, recorder, evidence: some.map(({ evidence }) => evidence), because: 'gap' },
      },
      ...(late === null ? [] : [returnDraft(session, late)]),
      ...judged.map(
        ({ given }): AnyDraft => ({
          type: 'verdict.given',
          actor: machine,
          subject,
          data: given,
          personal: {},
        }),
      ),
    ];
  });
  return { ids, drafts };
}
