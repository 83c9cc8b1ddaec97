import type { Actor } from '../../custody/entry.ts';
import { TaggingError } from '../error.ts';
import { tagAnew } from '../tag-anew.ts';
import { registers } from './all.ts';
import type { RegisterRoom } from './enter.ts';
import type { RegisterName } from './register.ts';
import { keyAsTyped } from './row-key.ts';

/** So many of those that refer to a row are named. */
const named = 5;

/**
 * Takes a row away and returns its key; what it held stays in the ledger, and tags that came from it go. Errors: `tagging.row_unknown`,
 * `tagging.row_referred` (another row refers to it).
 */
export async function removeRow(
  { ledger, book, zone }: RegisterRoom,
  register: RegisterName,
  typed: string,
  cause: string,
  actor: Actor,
): Promise<string> {
  const key = keyAsTyped(registers[register], typed, zone);
  if (book.row(register, key) === null)
    throw new TaggingError('tagging.row_unknown', { register, found: typed }, { field: 'KEY' });
  const { count, first } = book.referrers(register, key, named);
  if (count > 0)
    throw new TaggingError(
      'tagging.row_referred',
      { register, key, count, by: first.map((one) => `${one.register} ${one.key}`).join(', ') },
      { field: 'KEY' },
    );
  await ledger.append(
    [
      {
        type: 'register.removed',
        actor,
        subject: { kind: 'register', id: `${register}/${key}` },
        data: { register, key },
        personal: { cause },
      },
    ],
    [tagAnew],
  );
  return key;
}
