import { CustodyError } from './error.ts';
import type { Json } from './json.ts';

/** Far deeper than any entry; stops a cyclic value before the stack does. */
const deepest = 32;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The canonical form of a value by RFC 8785 (JCS), as UTF-8. Numbers are safe integers only; text must be well-formed
 * Unicode. Whatever is no `Json` (`undefined`, a float, a `Date`) is refused, never dropped as `JSON.stringify` would:
 * a dropped field would be missing from the evidence for good.
 *
 * Errors: `custody.number_not_exact`, `custody.text_not_unicode`, `custody.value_not_json`, `custody.nested_too_deep`.
 */
export function canonical(value: unknown): Buffer {
  return Buffer.from(canonicalText(value), 'utf8');
}

/** The same as text. */
export function canonicalText(value: unknown): string {
  return write(value, '', 0);
}

/**
 * Reads canonical bytes and refuses every other spelling of the same value (white space, key order, doubled keys,
 * escapes), so that a value has one digest only. Error: `custody.not_canonical`, and those of `canonical`.
 */
export function parseCanonical(bytes: Uint8Array): Json {
  let text: string;
  let value: Json;
  try {
    text = utf8.decode(bytes);
    value = JSON.parse(text);
  } catch (cause) {
    throw new CustodyError('custody.not_canonical', { found: excerpt(bytes) }, { cause });
  }
  if (canonicalText(value) !== text)
    throw new CustodyError('custody.not_canonical', { found: excerpt(bytes) });
  return value;
}

function write(value: unknown, place: string, depth: number): string {
  if (typeof value === 'string') return writeText(value, place);
  if (typeof value === 'number') return writeNumber(value, place);
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value !== 'object')
    throw new CustodyError('custody.value_not_json', { place: place || '/', found: typeof value });
  if (depth === deepest)
    throw new CustodyError('custody.nested_too_deep', { place: place || '/', limit: deepest });
  return Array.isArray(value) ? writeList(value, place, depth + 1) : writeObject(value, place, depth + 1);
}

/** Printable ASCII without quote and backslash stands for itself; nearly every key and digest is of this kind. */
const plainText = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

function writeText(value: string, place: string): string {
  if (plainText.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new CustodyError('custody.text_not_unicode', { place: place || '/' });
  return JSON.stringify(value);
}

function writeNumber(value: number, place: string): string {
  if (!Number.isSafeInteger(value))
    throw new CustodyError('custody.number_not_exact', { place: place || '/', found: value });
  return String(value);
}

function writeList(list: readonly unknown[], place: string, depth: number): string {
  let out = '[';
  for (let i = 0; i < list.length; i++) {
    if (i > 0) out += ',';
    out += write(list[i], `${place}/${i}`, depth);
  }
  return `${out}]`;
}

function writeObject(object: object, place: string, depth: number): string {
  const prototype = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null)
    throw new CustodyError('custody.value_not_json', {
      place: place || '/',
      found: Object.prototype.toString.call(object),
    });
  let out = '';
  // RFC 8785 3.2.3 sorts by UTF-16 code units, which is what sort() without a comparer does.
  for (const key of Object.keys(object).sort()) {
    const below = `${place}/${key}`;
    out += `${out === '' ? '{' : ','}${writeText(key, below)}:${write(Reflect.get(object, key), below, depth)}`;
  }
  return out === '' ? '{}' : `${out}}`;
}

function excerpt(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 60)).toString('utf8');
}
