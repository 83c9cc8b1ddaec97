import { instantIn, isDay } from '../tagging/registers/moment.ts';
import type { RowValues } from '../tagging/registers/register.ts';
import type { Text } from '../texts/text.ts';
import { type Judgement, judge } from './judge.ts';
import type { Measures } from './measures.ts';
import type { ClockName } from './policy.ts';

/** Of which field of a case each of its clocks starts, and which field meets the limit. */
const clocksOfCase = [
  { clock: 'inspected', from: 'inspected', met: 'inspectionPublished' },
  { clock: 'decided', from: 'decided', met: 'published' },
  { clock: 'act_ended', from: 'actEnded', met: 'archived' },
  { clock: 'execution_ended', from: 'executed', met: 'archived' },
  { clock: 'case_closed', from: 'closed', met: 'archived' },
] as const satisfies readonly {
  readonly clock: ClockName;
  readonly from: string;
  readonly met: string;
}[];

export type CaseDeed = (typeof clocksOfCase)[number]['met'];

/** One limit that runs for a case, or has run. */
export interface CaseLimit {
  /** What the register must say for it to be met. */
  readonly deed: CaseDeed;
  readonly what: Text;
  readonly policy: string;
  readonly judgement: Judgement;
  /** As the register has it: an instant, or a day. */
  readonly met: string | null;
  /** From when on it is nearly due: the beginning of one of its last counted days. */
  readonly warnFrom: Temporal.Instant | null;
}

/** Days of the count, the last one with them, on which a limit is nearly due. */
const lastDays = 5;

/**
 * The limits of a case (QZ-21-2, ZZ-25, ZB-3, QZ-16, BX-PUB, ZB-PUB) by the version in force when the clock of each
 * started. Rules with one clause may speak of different kinds of decisions: each says of what, and which of them this
 * case is, nobody has told the machine. Pure. @param zone for moments of which only the day is known.
 */
export function caseLimits(
  values: RowValues,
  measures: Measures,
  zone: string,
  now: Temporal.Instant,
): readonly CaseLimit[] {
  const at = (field: string): Temporal.Instant | null => {
    const moment = values[field];
    return moment === undefined ? null : instantIn(moment, zone);
  };
  const clocks: Partial<Record<ClockName, Temporal.Instant>> = {};
  for (const { clock, from } of clocksOfCase) {
    const start = at(from);
    if (start !== null) clocks[clock] = start;
  }
  return clocksOfCase.flatMap(({ clock, met: deed }) => {
    const start = clocks[clock];
    const measure = start === undefined ? null : measures.at(start.toString());
    if (measure === null) return [];
    const met = values[deed] ?? null;
    const stored = met === null ? null : metAt(met, zone);
    const policy = measure.version.content.policy.id;
    return measure.rules
      .filter(({ rule }) => rule.clock === clock)
      .map(({ rule }) => {
        const judgement = judge(rule, { ...known, clocks, stored }, now, measure.counting);
        return { deed, what: rule.what, policy, judgement, met, warnFrom: warnFrom(judgement, zone) };
      });
  });
}

/**
 * Of a day some moment within it: where the limit ended with the day before, it has passed, and where it ends on this day,
 * at whatever hour the unit closes, nobody can say that it has.
 */
function metAt(moment: string, zone: string): Temporal.Instant {
  const instant = instantIn(moment, zone);
  return isDay(moment) ? instant.add({ milliseconds: 1 }) : instant;
}

/** What only recordings have: no return, no reason for being late, no recorder's clock to doubt. */
const known = { reasonAccepted: false, dockingIsReturn: false, doubtful: false } as const;

function warnFrom({ due, countedDays }: Judgement, zone: string): Temporal.Instant | null {
  const day = countedDays.at(-lastDays) ?? countedDays[0];
  return day === undefined ? due : day.toZonedDateTime(zone).toInstant();
}
