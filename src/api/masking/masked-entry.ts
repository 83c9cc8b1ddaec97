import type { StandingEntry } from '../../station/catalogue/entries.ts';
import { maskedValue } from './mask.ts';

/** The same entry with the values beside it masked. The leaf holds commitments only: masked, it still proves. */
export function maskedEntry(entry: StandingEntry): StandingEntry {
  const personal = Object.fromEntries(
    Object.entries(entry.personal).map(([name, value]) => [name, maskedJson(value)]),
  );
  return { ...entry, personal };
}

/** Some values are lists or records, written as JSON: they stay such. */
function maskedJson(value: string): string {
  if (!/^[[{]/.test(value)) return maskedValue(value);
  try {
    return JSON.stringify(maskedInside(JSON.parse(value)));
  } catch {
    return maskedValue(value);
  }
}

function maskedInside(value: unknown): unknown {
  if (typeof value === 'string') return maskedValue(value);
  if (Array.isArray(value)) return value.map(maskedInside);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, maskedInside(one)]));
}
