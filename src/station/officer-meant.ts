import { TaggingError } from '../tagging/error.ts';
import type { RegisterBook } from '../tagging/registers/book.ts';

/**
 * The number of the officer whom a person names by it; null for a name. Nobody's name has a digit in it: such a word is a
 * number, and a number must be somebody's. Error: `tagging.row_unknown`.
 */
export function officerMeant(book: RegisterBook, said: string, field: string): string | null {
  if (book.row('officers', said) !== null) return said;
  if (/\p{Nd}/u.test(said))
    throw new TaggingError('tagging.row_unknown', { register: 'officers', found: said }, { field });
  return null;
}
