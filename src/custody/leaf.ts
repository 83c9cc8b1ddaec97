import { canonical } from './canonical.ts';
import { commitTo, newSalt } from './commitment.ts';
import type { AnyDraft } from './entry.ts';
import { CustodyError } from './error.ts';
import { entryLimit } from './tiles.ts';

/** A personal value with the salt that opens its commitment; kept beside the tree, never in it. */
export interface PersonalValue {
  readonly field: string;
  readonly salt: Uint8Array;
  readonly value: string;
}

export interface MadeLeaf {
  /** What the tree hashes: canonical JSON of `{v, seq, at, type, actor, subject, data, commit}`. */
  readonly leaf: Buffer;
  readonly personal: readonly PersonalValue[];
}

/** The version of the leaf's form; readers of older ones stay. */
export const leafVersion = 1;

/**
 * Makes the leaf of a draft at place `seq` (from 0) and instant `at` (RFC 3339 in UTC, up to nanoseconds).
 * `salt` gives 32 fresh random bytes a call.
 *
 * Errors: `custody.entry_too_large`, `custody.leaf_malformed`, and those of the canonical form.
 */
export function makeLeaf(
  draft: AnyDraft,
  seq: number,
  at: string,
  salt: () => Uint8Array = newSalt,
): MadeLeaf {
  if (!isUtcInstant(at)) throw malformed('at', 'RFC 3339 UTC', at);
  const personal = Object.entries(draft.personal).map(([field, value]) =>
    personalValue(field, value, salt()),
  );
  const commit = Object.fromEntries(personal.map((p) => [p.field, commitTo(p.value, p.salt)]));
  const { type, actor, subject } = draft;
  const leaf = canonical({
    v: leafVersion,
    seq,
    at,
    type,
    actor: { kind: actor.kind, id: actor.id },
    subject: { kind: subject.kind, id: subject.id },
    data: draft.data,
    commit,
  });
  if (leaf.length > entryLimit)
    throw new CustodyError('custody.entry_too_large', { type, bytes: leaf.length, limit: entryLimit });
  return { leaf, personal };
}

const instantForm =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

/** RFC 3339 in UTC with a `Z`, up to nanoseconds. */
export function isUtcInstant(text: string): boolean {
  return instantForm.test(text);
}

function personalValue(field: string, value: unknown, salt: Uint8Array): PersonalValue {
  if (typeof value !== 'string') throw malformed(`personal.${field}`, 'string', typeof value);
  return { field, salt, value };
}

function malformed(field: string, expected: string, found: string): CustodyError {
  return new CustodyError('custody.leaf_malformed', { field, expected, found });
}
