import { canonicalText } from '../custody/canonical.ts';
import type { Actor, AnyDraft } from '../custody/entry.ts';
import type { TagField, TagSource } from './tags.ts';

export function tagDraft(
  evidence: string,
  field: TagField,
  source: TagSource,
  values: readonly string[],
  actor: Actor,
): AnyDraft {
  return {
    type: 'evidence.tagged',
    actor,
    subject: { kind: 'evidence', id: evidence },
    data: { evidence, field, source, ...(values.length === 0 ? { withdrawn: true } : {}) },
    personal: { values: canonicalText(values) },
  };
}
