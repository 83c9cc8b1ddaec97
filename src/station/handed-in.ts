import type { Db } from '../custody/database.ts';
import type { Actor } from '../custody/entry.ts';
import type { HandedIn } from '../intake/handed-in.ts';
import { IntakeCatalogue } from '../intake/known.ts';
import { RegisterBook } from '../tagging/registers/book.ts';
import { StationError } from './error.ts';
import { officerMeant } from './officer-meant.ts';
import type { OrderArgs } from './orders.ts';

type Given = NonNullable<OrderArgs<'ingest'>['handedIn']>;

/**
 * What a person says of how something came in, held against the registers. Errors: `tagging.row_unknown` (an officer's
 * number that nobody has), `station.second_same`, `station.recorder_unknown`.
 */
export function handedInBy(db: Db, given: Given, actor: Actor): HandedIn {
  const book = new RegisterBook(db);
  const { way, by, cause, seal, second, recorder } = given;
  const officer = officerMeant(book, by, 'handed-in-by');
  const secondOfficer = second === null ? null : officerMeant(book, second, 'second-person');
  if (second !== null && samePerson(book, [by, officer], [second, secondOfficer]))
    throw new StationError('station.second_same', { found: second }, { field: 'second-person' });
  // A slip of the finger would give recordings to a recorder that there is not, for good.
  if (recorder !== null && !new IntakeCatalogue(db).registered(recorder))
    throw new StationError('station.recorder_unknown', { recorder }, { field: 'recorder' });
  return { way, by, officer, second, secondOfficer, cause, seal, recorder, actor };
}

type Said = readonly [said: string, officer: string | null];

/** The same number, the same name, or the number of whom the other word names. */
function samePerson(book: RegisterBook, [a, first]: Said, [b, other]: Said): boolean {
  if (first !== null && other !== null) return first === other;
  const nameOf = (said: string, officer: string | null): string =>
    officer === null ? said : (book.row('officers', officer)?.values['name'] ?? said);
  return nameOf(a, first) === nameOf(b, other);
}
