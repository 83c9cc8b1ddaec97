import type { Language } from '../../texts/text.ts';

// Chrome 109 has no Temporal: its formatter takes milliseconds, and they are all that is worked with here.
const options = {
  ...({ year: 'numeric', month: 'numeric', day: 'numeric' } as const),
  ...({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const),
} as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const formatters = new Map<string, Intl.DateTimeFormat>();

export type Fineness = 'day' | 'minute' | 'second';

/** An instant (RFC 3339) in the station's zone: `2026年11月28日 14:05`, `28 Nov 2026 14:05`. Pure. */
export function momentWords(instant: string, zone: string, language: Language, fineness: Fineness): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return instant;
  const parts = partsOf(ms, zone);
  const [year, month, day] = [parts('year'), Number(parts('month')), parts('day')];
  const date =
    language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[month - 1] ?? month} ${year}`;
  const minute = `${date} ${parts('hour')}:${parts('minute')}`;
  switch (fineness) {
    case 'day':
      return date;
    case 'minute':
      return minute;
    case 'second':
      return `${minute}:${parts('second')}`;
  }
}

/** A local time without a zone, as a file's name has it (`2026-11-28T14:05:09`). Pure. */
export function localWords(local: string, language: Language): string {
  return momentWords(`${local.slice(0, 19)}Z`, 'UTC', language, 'minute');
}

/** The first moment of a day (`2026-11-28`) in the zone, as RFC 3339 in UTC; what a list is asked from. Pure. */
export function dayBegins(day: string, zone: string, daysLater = 0): string {
  const guess = Date.parse(`${day}T00:00:00Z`) + daysLater * 86_400_000;
  const first = guess - offsetMs(guess, zone);
  return new Date(guess - offsetMs(first, zone)).toISOString();
}

/** A local time (`2026-11-28T14:05`) in the zone, as RFC 3339 in UTC. Pure. */
export function momentAt(local: string, zone: string): string {
  const midnight = Date.parse(dayBegins(local.slice(0, 10), zone));
  const [hour = 0, minute = 0] = local.slice(11).split(':').map(Number);
  return new Date(midnight + (hour * 60 + minute) * 60_000).toISOString();
}

function offsetMs(ms: number, zone: string): number {
  const parts = partsOf(ms, zone);
  const [year, month, day] = [Number(parts('year')), Number(parts('month')), Number(parts('day'))];
  const wall = Date.UTC(year, month - 1, day, Number(parts('hour')), Number(parts('minute')));
  return wall - Math.floor(ms / 60_000) * 60_000;
}

function partsOf(ms: number, zone: string): (type: Intl.DateTimeFormatPartTypes) => string {
  const formatter = formatters.get(zone) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
  formatters.set(zone, formatter);
  const parts = formatter.formatToParts(ms);
  return (type) => parts.find((one) => one.type === type)?.value ?? '';
}
