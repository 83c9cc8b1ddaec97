import { maskedValue, withoutIdentities } from './mask.ts';

/** Fields of answers that hold what a person is called or has written. */
const personal: ReadonlySet<string> = new Set([
  ...['name', 'title', 'text', 'note', 'said', 'who', 'why', 'signedBy', 'holder', 'deed', 'closing'],
  ...[
    'cause',
    'path',
    'pathBase64',
    'root',
    'params',
    'personal',
    'values',
    'from',
    'to',
    'value',
    'candidates',
  ],
  ...['file', 'current', 'officerNames', 'unitNames', 'by', 'second', 'seal', 'salt', 'proof', 'people'],
]);

/** Beside those: numbers and words that are no person, though their field is called so. */
const plain: ReadonlySet<string> = new Set(['field', 'source', 'state', 'kind', 'code']);

/** An answer for who may not see personal data: every such field masked, and identity numbers wherever they stand. */
export function maskedAnswer(value: unknown, within = false): unknown {
  if (typeof value === 'string') return within ? maskedValue(value) : withoutIdentities(value);
  if (Array.isArray(value)) return value.map((one) => maskedAnswer(one, within));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      maskedAnswer(one, personal.has(name) || (within && !plain.has(name))),
    ]),
  );
}
