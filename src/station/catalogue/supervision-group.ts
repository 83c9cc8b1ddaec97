import type { Visible } from './visible.ts';

/** By what supervision counts (ZZ-30). */
export const supervisionGroups = ['unit', 'officer', 'week', 'month', 'policy'] as const;
export type SupervisionGroup = (typeof supervisionGroups)[number];

export interface SupervisionWish {
  readonly by: SupervisionGroup;
  readonly since: Temporal.Instant | null;
  readonly until: Temporal.Instant | null;
  readonly zone: string;
  readonly visible: Visible;
}

/** Where nobody can say whose or when something is. */
export const unknown = '–';

/** ISO 8601: `2026-W36`. */
export function weekOf(at: Temporal.Instant, zone: string): string {
  const day = at.toZonedDateTimeISO(zone);
  return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;
}

/** `2026-09` */
export function monthOf(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth().toString();
}
