import type { GivenVerdict } from '../../custody/entry-kinds.ts';
import { calendarInForce } from '../../deadlines/calendar-in-force.ts';
import type { Limit } from '../../deadlines/counting.ts';
import { type PolicyVersion, policyVersions } from '../../deadlines/policy-version.ts';
import { requireEvidence } from '../../station/catalogue/evidence-item.ts';
import { sessionOfEvidence, verdictsOf } from '../../station/catalogue/sessions.ts';
import { assumptionTexts } from '../../texts/assumptions.ts';
import type { Language, Text } from '../../texts/text.ts';
import type { ReadWorld } from '../reading/read-world.ts';

/** No limit of a recording is longer: what is drawn beside it is bounded. */
const mostDays = 120;

/** By which clauses an item is judged, in words, and which days nobody counts. Error: `station.evidence_unknown`. */
export function readEvidenceLimits(
  { db, config }: ReadWorld,
  { evidence, language }: { readonly evidence: string; readonly language: Language },
) {
  requireEvidence(db, evidence);
  const session = sessionOfEvidence(db, evidence);
  const verdicts = session === null ? [] : verdictsOf(db, session);
  const versions = policyVersions(db);
  const { calendar } = calendarInForce(db, config.deadlines.calendar);
  const days = daysAround(verdicts, config.station.zone);
  return {
    rules: verdicts.map((given) => ruleInWords(given, versions, language)),
    restDays: days.filter((day) => !calendar.isWorkingDay(day)).map(String),
  };
}

function ruleInWords(given: GivenVerdict, versions: readonly PolicyVersion[], language: Language) {
  const policy = versions.find(({ digest }) => digest === given.digest)?.content.policy;
  const rule = policy?.rules[given.rule];
  const extension = rule?.extension;
  return {
    ...{ rule: given.rule, clause: given.clause },
    regulation: policy?.name[language] ?? null,
    document: policy?.source ?? null,
    what: rule?.what[language] ?? null,
    limit: rule === undefined ? null : limitText(rule.limit),
    clock: rule?.clock ?? null,
    extension:
      extension === undefined
        ? null
        : {
            clause: extension.clause,
            needs: extension.needs[language],
            limit: limitText(extension.limit),
          },
    assumptions: given.assumptions.map(
      (one) => (assumptionTexts as Readonly<Record<string, Text>>)[one]?.[language] ?? one,
    ),
  };
}

function limitText(limit: Limit): string {
  return Object.entries(limit)
    .map(([unit, count]) => `${unit} ${count}`)
    .join();
}

/** From the day before the first moment to the day after the last. */
function daysAround(verdicts: readonly GivenVerdict[], zone: string): readonly Temporal.PlainDate[] {
  const moments = verdicts
    .flatMap(({ start, due, lastDue, ended, returned, docked, stored }) => [
      ...[start, due, lastDue, ended, returned, docked, stored],
    ])
    .filter((one) => one !== null)
    .map((one) => Temporal.Instant.from(one))
    .toSorted(Temporal.Instant.compare);
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined) return [];
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
  const from = dayOf(first).subtract({ days: 1 });
  const count = Math.min(mostDays, from.until(dayOf(last)).days + 2);
  return Array.from({ length: count }, (_, days) => from.add({ days }));
}
