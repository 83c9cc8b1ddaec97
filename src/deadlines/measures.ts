import type { Db } from '../custody/database.ts';
import type { WorkCalendar } from './calendar.ts';
import { calendarInForce } from './calendar-in-force.ts';
import type { DeskSettings } from './desk-room.ts';
import { type Designation, type Measure, measureOf } from './judge-session.ts';
import { type PolicyVersion, policyVersions, versionAt } from './policy-version.ts';

/** The regulation in force at any time, made ready to judge by: each version once, since it remembers what it has counted. */
export class Measures {
  readonly #versions: readonly PolicyVersion[];
  readonly #calendar: WorkCalendar;
  readonly #designation: Designation;
  readonly #made = new Map<PolicyVersion, Measure>();

  constructor(versions: readonly PolicyVersion[], calendar: WorkCalendar, designation: Designation) {
    this.#versions = versions;
    this.#calendar = calendar;
    this.#designation = designation;
  }

  /** By when a clock started, RFC 3339; null where the station has adopted none. */
  at(start: string): Measure | null {
    const [only, ...later] = this.#versions;
    const version =
      later.length === 0 ? (only ?? null) : versionAt(this.#versions, Temporal.Instant.from(start));
    if (version === null) return null;
    const standing = this.#made.get(version);
    if (standing !== undefined) return standing;
    const made = measureOf(version, this.#calendar, this.#designation);
    this.#made.set(version, made);
    return made;
  }
}

/**
 * As the desk judges now, for whoever only reads. A station that has never judged anything goes by its configuration.
 * Errors: `deadlines.day_wrong`; those of `loadPolicies`.
 */
export async function measuresNow(db: Db, settings: DeskSettings): Promise<Measures> {
  const adopted = policyVersions(db);
  const { calendar } = calendarInForce(db, settings.ownDays);
  const versions = adopted.length > 0 ? adopted : [await configured(settings)];
  return new Measures(versions, calendar, settings.designation);
}

async function configured(settings: DeskSettings): Promise<PolicyVersion> {
  return { digest: '', adopted: Temporal.Now.instant(), content: await settings.content() };
}
