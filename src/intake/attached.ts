import type { Actor, AnyDraft } from '../custody/entry.ts';
import type { AttachedTo, StoredObject } from '../custody/entry-kinds.ts';

/** A staged and verified copy of what a person attaches. */
export interface SecuredFile {
  /** Names the staged copy. */
  readonly recording: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly blake3: string;
}

/** What a person attaches: in the vault already, or on the station until its store can be reached. */
export type Attached = { readonly name: string } & (
  | { readonly object: StoredObject }
  | { readonly secured: SecuredFile }
);

/** The entry that says so. */
export function attachedDraft(one: Attached, to: AttachedTo, actor: Actor): AnyDraft {
  const { name } = one;
  if ('object' in one) return storedDraft(one.object, name, to, actor);
  const data = { ...one.secured, ...to };
  return { type: 'attachment.secured', actor, subject: subjectOf(to), data, personal: { name } };
}

/** @param name null where it was erased */
export function storedDraft(
  object: StoredObject,
  name: string | null,
  to: AttachedTo,
  actor: Actor,
): AnyDraft {
  const about = { actor, subject: subjectOf(to), personal: name === null ? {} : { name } };
  if (to.finding === null)
    return { type: 'attachment.stored', ...about, data: { justification: to.justification, ...object } };
  return { type: 'finding.attached', ...about, data: { finding: to.finding, ...object } };
}

export function subjectOf({ justification, finding }: AttachedTo) {
  return finding === null
    ? ({ kind: 'justification', id: justification } as const)
    : ({ kind: 'finding', id: finding } as const);
}
