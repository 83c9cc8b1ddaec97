import type { Static, TSchema } from 'typebox';
import type { TValidationError } from 'typebox/error';
import { Check, Errors } from 'typebox/value';

/** Where in a value: keys and places, from the outside in. */
export type KeyPath = readonly (string | number)[];

/** Whether a value has its schema's shape, and if not, the first key at fault with what may stand there. */
export type Shape<T> =
  | { readonly fits: true; readonly value: T }
  | { readonly fits: false; readonly key: KeyPath; readonly found: string; readonly allowed: string };

export function shapeBroken<S extends TSchema>(schema: S, value: unknown): Shape<Static<S>> {
  if (Check(schema, value)) return { fits: true, value };
  const errors = Errors(schema, value);
  // A misspelt key is also a missing one: the misspelling says more. (`boolean` repeats it without the name.)
  const error =
    errors.find(({ keyword }) => keyword === 'additionalProperties') ??
    errors.find(({ keyword }) => keyword !== 'boolean');
  if (error === undefined) return { fits: false, key: [], found: shown(value), allowed: '-' };
  const parts = error.instancePath.split('/').slice(1).map(unescapePointer);
  const key = [...parts, ...extraKey(error)].map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const found = error.keyword === 'additionalProperties' ? '?' : shown(at(value, key));
  return { fits: false, key, found, allowed: allowedBy(error, schema) };
}

function extraKey(error: TValidationError): readonly string[] {
  if (error.keyword === 'additionalProperties') return error.params.additionalProperties.slice(0, 1);
  if (error.keyword === 'required') return error.params.requiredProperties.slice(0, 1);
  return [];
}

/** What may stand there, in signs rather than words, so that it reads the same in both languages. */
function allowedBy(error: TValidationError, schema: unknown): string {
  const place = at(schema, error.schemaPath.split('/').slice(1).map(unescapePointer));
  switch (error.keyword) {
    case 'additionalProperties':
      return Object.keys(record(at(place, ['properties']))).join(', ');
    case 'required':
      return kindOf(at(place, ['properties', error.params.requiredProperties[0] ?? '']));
    case 'enum':
      return error.params.allowedValues.map(shown).join(' | ');
    case 'const':
      return shown(error.params.allowedValue);
    case 'pattern':
      return String(record(place)['description'] ?? error.params.pattern);
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return `≥ ${error.params.limit}`;
    case 'maxLength':
    case 'maxItems':
      return `≤ ${error.params.limit}`;
    case 'type':
      return kindOf(place);
    default:
      return error.keyword;
  }
}

function kindOf(schema: unknown): string {
  const { type, enum: values } = record(schema);
  if (Array.isArray(values)) return values.map(shown).join(' | ');
  return typeof type === 'string' ? type : 'value';
}

function at(value: unknown, key: KeyPath): unknown {
  return key.reduce<unknown>((inside, part) => record(inside)[part], value);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '-';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
