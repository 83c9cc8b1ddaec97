import type { Item, Tag, TagField } from './item.ts';

/** What was said of a field at some time. */
export interface OlderValue {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly source: string;
  /** Empty: taken back. */
  readonly values: readonly string[];
}

/** Everything that was ever said of a field, the newest first. Pure. */
export function olderValues(history: Item['history'], field: TagField): readonly OlderValue[] {
  return history
    .filter(({ type, data }) => type === 'evidence.tagged' && data['field'] === field)
    .map(({ seq, at, actor, data, personal }) => ({
      ...{ seq, at, actor: actor.id, source: String(data['source']) },
      values: valuesIn(personal['values'] ?? '[]'),
    }))
    .reverse();
}

/** A masked value is no list, and is shown as it came. */
function valuesIn(text: string): readonly string[] {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.map(String) : [text];
  } catch {
    return [text];
  }
}

/** What a person says now; null: nobody does. Pure. */
export function saidByPerson(tag: Tag | null): string | null {
  return tag?.said.find(({ source }) => source === 'person')?.values[0] ?? null;
}
