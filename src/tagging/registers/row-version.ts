import { TaggingError } from '../error.ts';
import type { RegisterBook } from './book.ts';
import type { RegisterName } from './register.ts';

/** What whoever changes a row saw: its version, or null for no row. Left out, it is not asked. */
export type SeenVersion = number | null | undefined;

/**
 * Of two persons who change the same row the second sees what the first has made of it.
 * Errors: `tagging.row_changed`, `tagging.row_stands` (a new row was meant), `tagging.row_gone` (it was taken away).
 */
export function requireVersion(
  book: RegisterBook,
  { register, key }: { readonly register: RegisterName; readonly key: string },
  seen: SeenVersion,
): void {
  if (seen === undefined) return;
  const stands = book.version(register, key);
  if (stands === seen) return;
  const field = { field: 'KEY' };
  const code =
    seen === null ? 'tagging.row_stands' : stands === null ? 'tagging.row_gone' : 'tagging.row_changed';
  throw new TaggingError(code, { register, key }, field);
}
