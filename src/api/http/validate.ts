import type { TSchema } from 'typebox';
import { type KeyPath, shapeBroken } from '../../shape.ts';
import { ApiError } from '../error.ts';

/** Which part of a request. */
export type Part = 'params' | 'querystring' | 'body' | 'headers';

/** Texts of a person have lines and tabs; SQLite and terminals have no use for the rest. */
const unclean = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Cs}/u;

/**
 * A part of a request in its schema's shape, or the first field at fault. What comes in an address is text: numbers and
 * flags are read from it strictly. Errors: `api.value_wrong`, `api.field_unknown`, `api.field_missing`,
 * `api.text_unclean`.
 */
export function shaped(schema: TSchema, part: Part, given: unknown): unknown {
  const value = part === 'body' ? given : fromText(schema, given);
  requireClean(value, []);
  const shape = shapeBroken(schema, value);
  if (shape.fits) return shape.value;
  const field = fieldAt(shape.key, part);
  const { found, allowed } = shape;
  const named = { field };
  if (found === '?') throw new ApiError('api.field_unknown', { field, allowed }, named);
  if (found === '-') throw new ApiError('api.field_missing', { field, allowed }, named);
  throw new ApiError('api.value_wrong', { field, allowed, found }, named);
}

function fieldAt(key: KeyPath, part: Part): string {
  if (key.length === 0) return part === 'body' ? 'body' : 'query';
  return key
    .map((one, place) => (typeof one === 'number' ? `[${one}]` : place === 0 ? one : `.${one}`))
    .join('');
}

function requireClean(value: unknown, key: KeyPath): void {
  if (typeof value === 'string' && unclean.test(value)) throw uncleanAt(key);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, one] of Object.entries(value)) {
    const inside = [...key, Array.isArray(value) ? Number(name) : name];
    if (unclean.test(name)) throw uncleanAt(inside);
    requireClean(one, inside);
  }
}

function uncleanAt(key: KeyPath): ApiError {
  const field = fieldAt(key, 'body');
  return new ApiError('api.text_unclean', { field }, { field });
}

interface Loose {
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, Loose>>;
  readonly items?: Loose;
}

/** An address holds texts only; what reads as what its schema asks for becomes it, everything else stays and is refused. */
function fromText(schema: Loose, given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, valueRead(schema.properties?.[name], value)]),
  );
}

function valueRead(schema: Loose | undefined, value: unknown): unknown {
  if (schema?.type === 'array') {
    const all: unknown[] = Array.isArray(value) ? value : [value];
    return all.map((one) => valueRead(schema.items, one));
  }
  if (typeof value !== 'string') return value;
  if (schema?.type === 'integer' && /^-?\d{1,15}$/.test(value)) return Number(value);
  if (schema?.type === 'boolean' && /^(?:true|false)$/.test(value)) return value === 'true';
  return value;
}
