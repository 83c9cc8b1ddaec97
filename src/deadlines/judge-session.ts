import type { GivenVerdict, JustificationState } from '../custody/entry-kinds.ts';
import type { WorkCalendar } from './calendar.ts';
import type { Counting } from './counting.ts';
import type { Facts } from './facts.ts';
import { applies, type Judgement, judgeBy, type Verdict, verdictBy } from './judge.ts';
import { type Limits, limitsOf } from './limits.ts';
import type { Label, PolicyRule } from './policy.ts';
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

/** What the regulation wants recordings labelled with (HY-11). */
export function labelsIn({ rules }: Measure): readonly Label[] {
  return [...new Set(rules.flatMap(({ rule }) => rule.labels ?? []))];
}

/**
 * Judges a session by every rule that speaks of it. Pure.
 * @param unlabelled of the labels that the regulation wants, those that a recording of it lacks
 */
export function judgeSession(
  facts: SessionFacts,
  { version, counting, rules, designation }: Measure,
  now: Temporal.Instant,
  unlabelled: readonly Label[],
): readonly SessionJudgement[] {
  const known = factsFor(facts, version.content.dockingIsReturn);
  return rules.flatMap(({ rule, place }) => {
    if (!applies(rule, known)) return [];
    const counts = rule.store === 'dedicated' || designation.designated;
    const stored = counts ? facts.stored : null;
    const limits = limitsOf(rule, known, counting);
    const judged = judgeBy(rule, limits, counts ? known : { ...known, stored: null }, now);
    const hadAtOnce = (): Verdict =>
      verdictBy(rule, limits, { ...known, stored: Temporal.Instant.from(facts.secured) }, now);
    const bySystem =
      badness(judged.verdict) >= badness('late') && badness(hadAtOnce()) < badness(judged.verdict);
    const assumptions = [
      ...judged.assumptions,
      ...storeAssumptions(rule, designation),
      ...(rule.labels ?? [])
        .filter((label) => unlabelled.includes(label))
        .map((label) => `label_${label}_missing`),
    ];
    const more = { assumptions, stored, bySystem, limits, start: startText(limits.start, known, facts) };
    const given = givenVerdict(facts, version, place, judged, more);
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

/** Whole or broken seconds in UTC without zeros at the end, as `Temporal` writes them; a leap second it would move. */
const asWritten = /^\d{4}-\d\d-\d\dT\d\d:\d\d:[0-5]\d(?:\.\d{0,8}[1-9])?Z$/;

/** A start is one of the clocks: mostly its text stands there, and writing it anew costs as much as judging by it. */
function startText(
  start: Temporal.Instant | null,
  { clocks }: Facts,
  facts: Pick<SessionFacts, 'ended' | 'returned' | 'docked'>,
): string | null {
  const clock = (['ended', 'returned', 'docked'] as const).find((one) => clocks[one] === start);
  const text = clock === undefined ? null : facts[clock];
  return text !== null && asWritten.test(text) ? text : (start?.toString() ?? null);
}

interface Reckoned {
  readonly assumptions: readonly string[];
  readonly stored: string | null;
  readonly bySystem: boolean;
  readonly limits: Limits;
  readonly start: string | null;
}

/** With its keys in the order of their names: so `JSON.stringify` gives the canonical form that the ledger keeps. */
function givenVerdict(
  facts: SessionFacts,
  { digest, content }: PolicyVersion,
  rule: number,
  judged: Judgement,
  { assumptions, stored, bySystem, limits, start }: Reckoned,
): GivenVerdict {
  const [first, last] = [limits.first?.written, limits.last?.written];
  return {
    assumptions,
    bySystem,
    clause: judged.clause,
    countedDays: first?.days ?? [],
    digest,
    docked: facts.docked,
    doubtful: judged.doubtful,
    due: first?.due ?? null,
    ended: facts.ended,
    justification: facts.justification,
    lastCountedDays: last?.days ?? [],
    lastDue: last?.due ?? null,
    next: judged.next?.toString() ?? null,
    policy: content.policy.id,
    provisional: judged.provisional,
    returned: facts.returned,
    rule,
    secured: facts.secured,
    session: facts.session,
    start,
    stored,
    verdict: judged.verdict,
  };
}
