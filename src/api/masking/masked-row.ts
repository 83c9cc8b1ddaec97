import { registers } from '../../tagging/registers/all.ts';
import type { RegisterName, RowValues } from '../../tagging/registers/register.ts';
import { maskedValue, withoutIdentities } from './mask.ts';

/** Registers that name nobody: units, places and matters are called by their own names. */
const impersonal: ReadonlySet<RegisterName> = new Set(['units', 'places', 'matters']);

/** A row for who may not see personal data: free texts masked, numbers and codes as they are. */
export function maskedRow<T extends { readonly values: RowValues }>(register: RegisterName, row: T): T {
  if (impersonal.has(register)) return row;
  const texts = new Set(
    registers[register].fields.flatMap(({ name, kind }) => (kind.is === 'text' ? [name] : [])),
  );
  const values = Object.fromEntries(
    Object.entries(row.values).map(([name, value]) => [
      name,
      texts.has(name) ? maskedValue(value) : withoutIdentities(value),
    ]),
  );
  return { ...row, values };
}
