import { createHash } from 'node:crypto';
import { canonicalText } from '../custody/canonical.ts';
import type { Json } from '../custody/json.ts';
import { ApiError } from './error.ts';

/** The longest key of a row is a register's, of 1,000 characters. */
const longest = 8_192;

/**
 * Where a list goes on, for a caller who need not understand it: the key of the last row, with the digest of the question
 * that it belongs to. It opens nothing by itself: what may be seen is asked anew on every page.
 */
export function cursorOf(question: Json, after: string): string {
  return Buffer.from(JSON.stringify([digestOf(question), after])).toString('base64url');
}

/** The key in a cursor of this very question. Error: `api.cursor_foreign`. */
export function keyIn(question: Json, cursor: string): string {
  const [digest, after] = parsed(cursor);
  if (digest === digestOf(question) && typeof after === 'string') return after;
  throw foreign();
}

function digestOf(question: Json): string {
  return createHash('sha256').update(canonicalText(question)).digest('base64url').slice(0, 16);
}

function parsed(cursor: string): readonly unknown[] {
  if (cursor.length > longest) throw foreign();
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch (cause) {
    throw foreign(cause);
  }
}

function foreign(cause?: unknown): ApiError {
  return new ApiError('api.cursor_foreign', {}, { cause, field: 'cursor' });
}
