import type { GivenVerdict, JustificationState } from '../custody/entry-kinds.ts';
import type { WorkCalendar } from './calendar.ts';
import type { Counting } from './counting.ts';
import { applies, type Facts, type Judgement, judge, type Verdict } from './judge.ts';
import type { PolicyRule } from './policy.ts';
import type { PolicyVersion } from './policy-version.ts';
import { asUnitReads } from './unit-reading.ts';

/** One course of enforcement as it is judged: what holds of its recordings together. Instants are RFC 3339 in UTC. */
export interface SessionFacts {
  readonly session: string;
  /** When its last recording ended; null where one of them does not tell. */
  readonly ended: string | null;
  readonly returned: string | null;
  /** When its last recording was docked. */
  readonly docked: string;
  /** When the last one was verified on the station. */
  readonly secured: string;
  /** When the last one was in the vault; null while one is not. */
  readonly stored: string | null;
  readonly doubtful: boolean;
  readonly justification: JustificationState;
}

/** Whether the vault is what a regulation means by the unit's server. */
export interface Designation {
  readonly designated: boolean;
  /** The unit's document that says so; empty where none is named. */
  readonly document: string;
}

export interface SessionJudgement {
  readonly given: GivenVerdict;
  /** When somebody is to be warned before the limit itself. */
  readonly warnAt: Temporal.Instant | null;
}

/** A regulation made ready to judge by: made once, since it remembers what it has counted. */
export interface Measure {
  readonly version: PolicyVersion;
  readonly counting: Counting;
  readonly rules: readonly { readonly rule: PolicyRule; readonly place: number }[];
  readonly designation: Designation;
}

export function measureOf(version: PolicyVersion, calendar: WorkCalendar, designation: Designation): Measure {
  const { policy, openDays, endOfDay } = version.content;
  return {
    version,
    designation,
    counting: {
      calendar,
      zone: policy.zone,
      endOfDay: endOfDay === null ? null : Temporal.PlainTime.from(endOfDay),
    },
    rules: policy.rules.map((rule, place) => ({ rule: asUnitReads(rule, openDays), place })),
  };
}

/** Judges a session by every rule that speaks of it. Pure. */
export function judgeSession(
  facts: SessionFacts,
  { version, counting, rules, designation }: Measure,
  now: Temporal.Instant,
): readonly SessionJudgement[] {
  const known = factsFor(facts, version.content.dockingIsReturn);
  return rules.flatMap(({ rule, place }) => {
    if (!applies(rule, known)) return [];
    const counts = rule.store === 'dedicated' || designation.designated;
    const stored = counts ? facts.stored : null;
    const judged = judge(rule, counts ? known : { ...known, stored: null }, now, counting);
    const bySystem =
      badness(judged.verdict) >= badness('late') &&
      badness(
        judge(rule, { ...known, stored: Temporal.Instant.from(facts.secured) }, now, counting).verdict,
      ) < badness(judged.verdict);
    const assumptions = [
      ...judged.assumptions,
      ...storeAssumptions(rule, designation),
      // Nothing says yet of which case a recording is: what HY-11 asks for beside the store cannot be judged.
      ...(rule.labels === undefined ? [] : ['labels_unknown']),
    ];
    const given = givenVerdict(facts, version, place, { ...judged, assumptions }, stored, bySystem);
    return [{ given, warnAt: stored === null ? judged.warnAt : null }];
  });
}

function factsFor(
  { ended, returned, docked, stored, justification, doubtful }: SessionFacts,
  dockingIsReturn: boolean,
): Facts {
  const { from } = Temporal.Instant;
  return {
    clocks: {
      docked: from(docked),
      ...(ended === null ? {} : { ended: from(ended) }),
      ...(returned === null ? {} : { returned: from(returned) }),
    },
    stored: stored === null ? null : from(stored),
    reasonAccepted: justification === 'approved',
    dockingIsReturn,
    doubtful,
  };
}

function storeAssumptions(rule: PolicyRule, { designated, document }: Designation): readonly string[] {
  if (rule.store === 'dedicated') return [];
  if (!designated) return ['store_not_designated'];
  return document === '' ? ['designation_undocumented'] : [];
}

/** From good to bad; what is open is no verdict yet. */
const ranks: readonly Verdict[] = [
  'on_time',
  'pending',
  'due_soon',
  'undetermined',
  'excused',
  'late',
  'overdue',
];

/** How bad a verdict is beside others: 0 is in time. */
function badness(verdict: Verdict): number {
  return ranks.indexOf(verdict);
}

/** With its keys in the order of their names: so `JSON.stringify` gives the canonical form that the ledger keeps. */
function givenVerdict(
  facts: SessionFacts,
  { digest, content }: PolicyVersion,
  rule: number,
  judged: Omit<Judgement, 'assumptions'> & { readonly assumptions: readonly string[] },
  stored: string | null,
  bySystem: boolean,
): GivenVerdict {
  const text = (instant: Temporal.Instant | null): string | null => instant?.toString() ?? null;
  const days = (some: readonly Temporal.PlainDate[]) => some.map((day) => day.toString());
  return {
    assumptions: judged.assumptions,
    bySystem,
    clause: judged.clause,
    countedDays: days(judged.countedDays),
    digest,
    docked: facts.docked,
    doubtful: judged.doubtful,
    due: text(judged.due),
    ended: facts.ended,
    justification: facts.justification,
    lastCountedDays: days(judged.extension?.countedDays ?? []),
    lastDue: text(judged.extension?.due ?? null),
    next: text(judged.next),
    policy: content.policy.id,
    provisional: judged.provisional,
    returned: facts.returned,
    rule,
    secured: facts.secured,
    session: facts.session,
    start: text(judged.start),
    stored,
    verdict: judged.verdict,
  };
}
