/** What an evidence item is tagged with. */
export const tagFields = [
  'officer',
  'unit',
  'case',
  'party',
  'handler',
  'location',
  'matter',
  'title',
  'importance',
  'classification',
  'note',
] as const;
export type TagField = (typeof tagFields)[number];

/**
 * Who said so, from the most to the least believed: what a person says stands before every machine's guess, and what
 * satellites measured before what was planned.
 */
export const tagSources = ['person', 'gps', 'roster', 'marker', 'file_name', 'register'] as const;
export type TagSource = (typeof tagSources)[number];

/** QZ-21-3, ZZ-29: what is secret or private is not for everyone. */
export const classifications = ['ordinary', 'personal_privacy', 'trade_secret', 'state_secret'] as const;
export const importances = ['ordinary', 'important'] as const;

/** What one source says of one field. Several values: it cannot decide between them. */
export interface Tag {
  readonly field: TagField;
  readonly source: TagSource;
  readonly values: readonly string[];
}

/** What holds of a field, with everything that was said. */
export interface EffectiveTag {
  readonly field: TagField;
  /** Null where the most believed source cannot decide. */
  readonly value: string | null;
  readonly source: TagSource;
  /** The values of the most believed source, where it names several. */
  readonly candidates: readonly string[];
  /** Another source says something else: shown, not settled in silence. */
  readonly conflict: boolean;
  readonly said: readonly Tag[];
}

/** One precedence for all fields: person, GPS, roster, marker, file name, register. Pure. */
export function effectiveTags(tags: readonly Tag[]): readonly EffectiveTag[] {
  return tagFields.flatMap(
    (field) =>
      effectiveTag(
        field,
        tags.filter((one) => one.field === field),
      ) ?? [],
  );
}

/** The same of one field, by what is said of it; null where nothing is. Pure. */
export function effectiveTag(field: TagField, tags: readonly Tag[]): EffectiveTag | null {
  const said = tags
    .filter(({ values }) => values.length > 0)
    .toSorted((a, b) => tagSources.indexOf(a.source) - tagSources.indexOf(b.source));
  const [first, ...others] = said;
  if (first === undefined) return null;
  const [value = null] = first.values.length === 1 ? first.values : [];
  const conflict =
    first.source !== 'person' &&
    others.some(({ values }) => !values.some((one) => first.values.includes(one)));
  const candidates = first.values.length > 1 ? first.values : [];
  return { field, value, source: first.source, candidates, conflict, said };
}
