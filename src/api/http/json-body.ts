import { ApiError } from '../error.ts';

/** Deeper than any document that is expected here, and far from where a reader runs out of stack. */
const deepest = 32;

/** A request's body as a value. Errors: `api.body_malformed`. */
export function jsonBody(bytes: Buffer): unknown {
  const text = textOf(bytes);
  requireShallow(text);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw malformed('no JSON', cause);
  }
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw malformed('no UTF-8', cause);
  }
}

/** Looked at before it is read: whoever walks through a value of a million brackets later on would run out of stack. */
function requireShallow(text: string): void {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > deepest) throw malformed(`> ${deepest} [[[`);
  }
}

function malformed(found: string, cause?: unknown): ApiError {
  return new ApiError('api.body_malformed', { found }, { cause, field: 'body' });
}
