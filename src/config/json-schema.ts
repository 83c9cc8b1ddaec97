import { IsArray, IsObject, type TSchema } from 'typebox';

/**
 * The schema for an editor (JSON Schema draft-07, what YAML editors read). There a setting with a default may be
 * left out and a section may stand empty, while the program's own schema describes the value with everything filled in.
 */
export function editorSchema(schema: TSchema): Readonly<Record<string, unknown>> {
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...relaxed(schema) };
}

function relaxed(schema: TSchema): Record<string, unknown> {
  if (IsArray(schema)) return { ...schema, items: relaxed(schema.items) };
  if (!IsObject(schema)) return { ...schema };
  const entries = Object.entries(schema.properties);
  const required = entries
    .filter(([, inner]) => !IsObject(inner) && !('default' in inner))
    .map(([name]) => name);
  const { required: _filledIn, ...rest } = schema;
  return {
    ...rest,
    type: ['object', 'null'],
    properties: Object.fromEntries(entries.map(([name, inner]) => [name, relaxed(inner)])),
    ...(required.length === 0 ? {} : { required }),
  };
}
