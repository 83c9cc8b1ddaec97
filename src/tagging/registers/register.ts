import type { Text } from '../../texts/text.ts';
import { dayOf, isDay } from './moment.ts';

/** What a field of a register may hold. Every value is kept as text in one canonical form. */
export type FieldKind =
  /** `names`: rows are called by it, so that it is written with plain letters and digits. */
  | { readonly is: 'text'; readonly most: number; readonly names?: true }
  /** Letters, digits and a few signs: what others refer to. */
  | { readonly is: 'code' }
  | { readonly is: 'yes_no' }
  | { readonly is: 'one_of'; readonly values: Readonly<Record<string, Text>> }
  /** ISO date. */
  | { readonly is: 'date' }
  /** RFC 3339 in UTC; written as local time of the station, or with an offset. */
  | { readonly is: 'instant' }
  /** An ISO date where no more is known, or an instant. */
  | { readonly is: 'moment' }
  | { readonly is: 'number'; readonly least: number; readonly most: number }
  /** `longitude latitude` pairs in WGS-84, separated by `;`: one for a circle's middle, three or more for a polygon. */
  | { readonly is: 'area' }
  /** The key of another register's row. */
  | { readonly is: 'refers'; readonly to: RegisterName };

export interface Field {
  readonly name: string;
  readonly title: Text;
  readonly kind: FieldKind;
  readonly required?: true;
}

export const registerNames = [
  'units',
  'officers',
  'recorders',
  'parties',
  'cases',
  'places',
  'matters',
  'rosters',
] as const;
export type RegisterName = (typeof registerNames)[number];

/** A table of what the station knows of its world: one file each, beside this one. */
export interface Register {
  readonly name: RegisterName;
  readonly title: Text;
  readonly fields: readonly Field[];
  /** The fields whose values together name a row, joined by a space. */
  readonly key: readonly string[];
  /** What hangs on several fields of a row; the offending field and what is allowed, or null. */
  readonly rule?: (row: RowValues, zone: string) => RowFault | null;
}

/** A row's values by field name; a field that is empty is left out. */
export type RowValues = Readonly<Record<string, string>>;

export interface RowFault {
  readonly field: string;
  readonly found: string;
  readonly allowed: string;
}

export function keyOf(register: Register, row: RowValues): string {
  return register.key.map((name) => row[name] ?? '').join(' ');
}

/** `later` must not lie before `earlier`, where both are given; a day lies before no moment of it. */
export function inOrder(row: RowValues, earlier: string, later: string, zone: string): RowFault | null {
  const [from, to] = [row[earlier], row[later]];
  if (from === undefined || to === undefined) return null;
  const inDays = isDay(from) || isDay(to);
  const [first, then] = inDays ? [dayOf(from, zone), dayOf(to, zone)] : [from, to];
  return first <= then ? null : { field: later, found: to, allowed: `≥ ${from}` };
}
