import { readField } from './read-field.ts';
import type { Register, RowValues } from './register.ts';

/** The key of a row as a person writes its values: times in the station's zone are the instants that they mean. */
export function keyAsWritten(register: Register, written: RowValues, zone: string): string {
  return register.key
    .map((name) => {
      const field = register.fields.find((one) => one.name === name);
      const value = written[name] ?? '';
      const read = field === undefined ? { empty: true } : readField(field, value, zone);
      return 'value' in read ? read.value : value;
    })
    .join(' ');
}

/** A whole key as a person types it: `222222 2026-09-02 08:00` is the duty that begins at that time. */
export function keyAsTyped(register: Register, typed: string, zone: string): string {
  const [first, ...others] = register.key;
  if (first === undefined || others.length === 0) return typed.trim();
  const words = typed.trim().split(' ');
  const rest = words.slice(1).join(' ');
  return keyAsWritten(register, { [first]: words[0] ?? '', [others[0] ?? '']: rest }, zone);
}
