/** A local day, and the milliseconds since 1970 from which and up to which it lasts. */
interface LocalDay {
  readonly date: Temporal.PlainDate;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const dayMs = 86_400_000;

/** The local days of one zone: the zone is asked once a day, not once for each of a million recordings. */
export class LocalDays {
  readonly #zone: string;
  /** By the day in UTC, which at most three local days reach into. */
  readonly #known = new Map<number, LocalDay[]>();

  /** @param zone IANA name */
  constructor(zone: string) {
    this.#zone = zone;
  }

  /** The local day that this instant lies in, and its ISO date. */
  of(instant: Temporal.Instant): Pick<LocalDay, 'date' | 'text'> {
    const ms = instant.epochMilliseconds;
    const place = Math.floor(ms / dayMs);
    const near = this.#known.get(place);
    const standing = near?.find(({ from, to }) => from <= ms && ms < to);
    if (standing !== undefined) return standing;
    const day = this.#ask(instant);
    if (near === undefined) this.#known.set(place, [day]);
    else near.push(day);
    return day;
  }

  #ask(instant: Temporal.Instant): LocalDay {
    const date = instant.toZonedDateTimeISO(this.#zone).toPlainDate();
    const start = (day: Temporal.PlainDate): number => day.toZonedDateTime(this.#zone).epochMilliseconds;
    return { date, text: date.toString(), from: start(date), to: start(date.add({ days: 1 })) };
  }
}
