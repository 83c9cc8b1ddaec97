import type { Db } from '../custody/database.ts';
import type { Actor } from '../custody/entry.ts';
import type { Ledger } from '../custody/ledger.ts';
import { TaggingError } from './error.ts';
import { looksLikePosition, positionText, readPosition, turnedRound } from './location/coordinates.ts';
import { RegisterBook } from './registers/book.ts';
import type { RegisterName } from './registers/register.ts';
import { relabelled, tagAgain } from './tag-anew.ts';
import { tagDraft } from './tag-draft.ts';
import { classifications, importances, type TagField } from './tags.ts';

/** Fields whose value is a row of a register: what is not entered there is a slip of the hand. */
const refersTo: Partial<Readonly<Record<TagField, RegisterName>>> = {
  officer: 'officers',
  unit: 'units',
  case: 'cases',
  party: 'parties',
  handler: 'officers',
  matter: 'matters',
};

const oneOf: Partial<Readonly<Record<TagField, readonly string[]>>> = {
  importance: importances,
  classification: classifications,
};

/**
 * What a person says of recordings; null takes it away. What machines say stays beside it.
 * Errors: `tagging.evidence_unknown`, `tagging.row_unknown`, `tagging.row_wrong`, `tagging.position_…`.
 */
export async function tagByHand(
  { db, ledger }: { readonly db: Db; readonly ledger: Ledger },
  evidence: readonly string[],
  field: TagField,
  value: string | null,
  actor: Actor,
): Promise<void> {
  const known = db.prepare<[string], number>('SELECT 1 FROM view_evidence WHERE evidence = ?').pluck();
  const unknown = evidence.find((one) => known.get(one) === undefined);
  if (unknown !== undefined)
    throw new TaggingError('tagging.evidence_unknown', { found: unknown }, { field: 'EVIDENCE' });
  if (value !== null) requireAllowed(new RegisterBook(db), field, value);
  const values = value === null ? [] : [field === 'location' ? locationText(value) : value];
  const drafts = evidence.map((one) => tagDraft(one, field, 'person', values, actor));
  await ledger.append(drafts, [...evidence.map(tagAgain), ...evidence.map(relabelled)]);
}

/** Coordinates as every tag has them, WGS-84 with the longitude first; a place's name as it stands. */
function locationText(value: string): string {
  if (!looksLikePosition(value)) return value;
  const position = readPosition(value);
  if (typeof position !== 'string') return positionText(position);
  const params = { found: value, swapped: turnedRound(value) };
  throw new TaggingError(positionErrors[position], params, { field: 'location' });
}

const positionErrors = {
  malformed: 'tagging.position_malformed',
  nowhere: 'tagging.position_nowhere',
  swapped: 'tagging.position_swapped',
  off_earth: 'tagging.position_off_earth',
} as const;

function requireAllowed(book: RegisterBook, field: TagField, value: string): void {
  const register = refersTo[field];
  if (register !== undefined && book.row(register, value) === null)
    throw new TaggingError('tagging.row_unknown', { register, found: value }, { field });
  const allowed = oneOf[field];
  if (allowed !== undefined && !allowed.includes(value))
    throw new TaggingError(
      'tagging.row_wrong',
      { column: field, found: value, allowed: allowed.join(' | ') },
      { field },
    );
}
