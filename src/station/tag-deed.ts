import { AccessError } from '../access/error.ts';
import { may, type Principal } from '../access/principal.ts';
import { OwnershipBook } from '../access/requests/ownership.ts';
import type { Db } from '../custody/database.ts';
import { TaggingError } from '../tagging/error.ts';
import { RegisterBook } from '../tagging/registers/book.ts';
import { TagBook } from '../tagging/tag-book.ts';
import { loosened } from '../tagging/tag-loosened.ts';
import type { TagField } from '../tagging/tags.ts';
import type { OrderArgs } from './orders.ts';

/**
 * Who makes a recording, or is in it, may say more of it, and nothing by which it is kept less: that needs `evidence.loosen`.
 * Error: `access.tag_loosens`.
 */
export function requireMayTag(
  db: Db,
  principal: Principal,
  {
    evidence,
    field,
    value,
  }: Readonly<{ evidence: readonly string[]; field: TagField; value: string | null }>,
): void {
  const tags = new TagBook(db, new RegisterBook(db));
  const owners = new OwnershipBook(db);
  const marked = db
    .prepare<[string], number>('SELECT important FROM view_evidence WHERE evidence = ?')
    .pluck();
  const refused = evidence.find(
    (one) =>
      loosened(tags.tags(one), marked.get(one) === 1, field, value) &&
      !may(principal, 'evidence.loosen', owners.facts(one)),
  );
  if (refused !== undefined)
    throw new AccessError('access.tag_loosens', { evidence: refused, field, found: value ?? '–' }, { field });
}

/** Of two persons who edit the same tag the second sees what the first has said. Error: `tagging.tag_changed`. */
export function requireStanding(db: Db, { evidence, field, standing }: OrderArgs<'tag'>): void {
  if (standing === undefined) return;
  const tags = new TagBook(db, new RegisterBook(db));
  for (const one of evidence) {
    const said = tags.tags(one).find((tag) => tag.field === field && tag.source === 'person');
    const found = said?.values[0] ?? null;
    if (found !== standing)
      throw new TaggingError('tagging.tag_changed', { evidence: one, found: found ?? '–' }, { field });
  }
}
