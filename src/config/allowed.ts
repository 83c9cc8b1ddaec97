import {
  IsArray,
  IsBoolean,
  IsEnum,
  IsInteger,
  IsLiteral,
  IsNull,
  IsNumber,
  IsString,
  IsUnion,
  type TSchema,
} from 'typebox';
import { Check } from 'typebox/value';

/**
 * What a setting may be, in a notation that needs no language: `50 … 10000`, `fast | full`, `true | false`,
 * `"…" (0 … 100)` for a text with its number of characters, `/pattern/`, `[…]` for a list, `{…}` for a section.
 */
export function allowedNotation(schema: TSchema): string {
  if (IsUnion(schema)) return schema.anyOf.map(allowedNotation).join(' | ');
  if (IsNull(schema)) return 'null';
  if (IsBoolean(schema)) return 'true | false';
  if (IsEnum(schema)) return schema.enum.join(' | ');
  if (IsLiteral(schema)) return String(schema.const);
  if (IsInteger(schema)) return range(schema);
  if (IsNumber(schema)) return `${range(schema)} (1, 2.5)`;
  if (IsString(schema)) return allowedText(schema);
  return IsArray(schema) ? '[…]' : '{…}';
}

function range(schema: TSchema): string {
  return `${keyword(schema, 'minimum')} … ${keyword(schema, 'maximum')}`;
}

function allowedText(schema: TSchema): string {
  if (keyword(schema, 'format') === 'time-zone') return 'IANA (Asia/Shanghai, Asia/Urumqi, UTC, …)';
  const pattern = keyword(schema, 'pattern');
  const examples = keyword(schema, 'examples');
  if (Array.isArray(examples)) return `${examples.join(', ')}, … (/${pattern}/)`;
  if (pattern !== undefined) return `/${pattern}/`;
  const most = keyword(schema, 'maxLength');
  return most === undefined ? '"…"' : `"…" (${keyword(schema, 'minLength') ?? 0} … ${most})`;
}

/** A JSON Schema keyword; the library's types leave all but the basic ones open. */
function keyword(schema: TSchema, name: string): unknown {
  return Reflect.get(schema, name);
}

/** What is wrong with a value, as the code of its finding; null where it may stand. */
export function valueFault(
  schema: TSchema,
  value: unknown,
): 'config.wrong_value' | 'config.unknown_zone' | null {
  if (!Check(schema, value)) return 'config.wrong_value';
  if (keyword(schema, 'format') === 'time-zone' && !isZone(value)) return 'config.unknown_zone';
  return null;
}

/** A fixed offset such as `+08:00` passes `Temporal` too, but it is no zone: it knows no rules of a place. */
function isZone(value: unknown): boolean {
  if (typeof value !== 'string' || !/^[A-Za-z]/.test(value)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value);
    return true;
  } catch {
    return false;
  }
}
