/** From when to when on the station's clock no more than so much goes up, and comes back to be compared. */
export interface BandwidthWindow {
  /** `HH:MM`. Up to `to`, without it; past midnight where `to` is not later, and all day where both are the same. */
  readonly from: string;
  readonly to: string;
  readonly mebibytesPerSecond: number;
}

export interface Bandwidth {
  readonly windows: readonly BandwidthWindow[];
  /** IANA name of the station's time zone. */
  readonly zone: string;
}

const mebibyte = 1_048_576;

/** Bytes a second at a time of day, the lowest of all windows around it; null where there is no limit. */
export function limitAt(windows: readonly BandwidthWindow[], time: Temporal.PlainTime): number | null {
  const limits = windows
    .filter((one) => isWithin(one, time))
    .map(({ mebibytesPerSecond }) => mebibytesPerSecond * mebibyte);
  return limits.length === 0 ? null : Math.min(...limits);
}

/** The clock on the wall decides, as the people do for whom the line is kept free: also where it is put forward or back. */
export function limitNow({ windows, zone }: Bandwidth, now: Temporal.Instant): number | null {
  return windows.length === 0 ? null : limitAt(windows, now.toZonedDateTimeISO(zone).toPlainTime());
}

function isWithin({ from, to }: BandwidthWindow, time: Temporal.PlainTime): boolean {
  const [begin, end] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(to)];
  const begun = Temporal.PlainTime.compare(time, begin) >= 0;
  const ended = Temporal.PlainTime.compare(time, end) >= 0;
  return Temporal.PlainTime.compare(begin, end) < 0 ? begun && !ended : begun || !ended;
}
