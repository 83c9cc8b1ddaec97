import type { GivenVerdict, JustificationState } from '../custody/entry-kinds.ts';
import type { WorkCalendar } from './calendar.ts';
import type { Counting } from './counting.ts';
import { applies, type Facts, type Judgement, judge, type Verdict } from './judge.ts';
import type { PolicyRule } from './policy.ts';
import type { PolicyVersion } from './policy-version.ts';
import { asUnitReads } from './unit-reading.ts';

/** One course of enforcement as it is judged: what holds of its recordings together. */
export interface SessionFacts {
  readonly session: string;
  /** When its last recording ended; null where one of them does not tell. */
  readonly ended: Temporal.Instant | null;
  readonly returned: Temporal.Instant | null;
  /** When its last recording was docked. */
  readonly docked: Temporal.Instant;
  /** When the last one was verified on the station. */
  readonly secured: Temporal.Instant;
  /** When the last one was in the vault; null while one is not. */
  readonly stored: Temporal.Instant | null;
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

/** Judges a session by every rule that speaks of it. Pure. */
export function judgeSession(
  facts: SessionFacts,
  version: PolicyVersion,
  calendar: WorkCalendar,
  designation: Designation,
  now: Temporal.Instant,
): readonly SessionJudgement[] {
  const { policy, openDays, dockingIsReturn, endOfDay } = version.content;
  const counting: Counting = {
    calendar,
    zone: policy.zone,
    endOfDay: endOfDay === null ? null : Temporal.PlainTime.from(endOfDay),
  };
  return policy.rules.flatMap((written, place) => {
    const known = factsFor(facts, dockingIsReturn);
    if (!applies(written, known)) return [];
    const rule = asUnitReads(written, openDays);
    const counts = rule.store === 'dedicated' || designation.designated;
    const stored = counts ? facts.stored : null;
    const judged = judge(rule, { ...known, stored }, now, counting);
    const atOnce = judge(rule, { ...known, stored: facts.secured }, now, counting);
    const bySystem =
      badness(judged.verdict) > badness(atOnce.verdict) && badness(judged.verdict) >= badness('late');
    const assumptions = [...judged.assumptions, ...storeAssumptions(rule, designation)];
    const given = givenVerdict(facts, version, place, { ...judged, assumptions }, stored, bySystem);
    return [{ given, warnAt: stored === null ? judged.warnAt : null }];
  });
}

function factsFor(facts: SessionFacts, dockingIsReturn: boolean): Facts {
  const { ended, returned, docked } = facts;
  return {
    clocks: { docked, ...(ended === null ? {} : { ended }), ...(returned === null ? {} : { returned }) },
    stored: facts.stored,
    reasonAccepted: facts.justification === 'approved',
    dockingIsReturn,
    doubtful: facts.doubtful,
  };
}

function storeAssumptions(rule: PolicyRule, { designated, document }: Designation) {
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
export function badness(verdict: Verdict): number {
  return ranks.indexOf(verdict);
}

function givenVerdict(
  facts: SessionFacts,
  { digest, content }: PolicyVersion,
  rule: number,
  judged: Omit<Judgement, 'assumptions'> & { readonly assumptions: readonly string[] },
  stored: Temporal.Instant | null,
  bySystem: boolean,
): GivenVerdict {
  const text = (instant: Temporal.Instant | null): string | null => instant?.toString() ?? null;
  const days = (some: readonly Temporal.PlainDate[]) => some.map((day) => day.toString());
  return {
    session: facts.session,
    rule,
    policy: content.policy.id,
    digest,
    clause: judged.clause,
    verdict: judged.verdict,
    justification: facts.justification,
    doubtful: judged.doubtful,
    provisional: judged.provisional,
    bySystem,
    assumptions: judged.assumptions,
    start: text(judged.start),
    due: text(judged.due),
    countedDays: days(judged.countedDays),
    lastDue: text(judged.extension?.due ?? null),
    lastCountedDays: days(judged.extension?.countedDays ?? []),
    ended: text(facts.ended),
    returned: text(facts.returned),
    docked: text(facts.docked),
    secured: text(facts.secured),
    stored: text(stored),
    next: stored === null ? text(judged.next) : null,
  };
}
