import { CustodyError } from './error.ts';
import { decodeBase64, decodeUtf8 } from './strict-text.ts';
import { isKeyName, type NoteKey, parseVkey, type Verifier } from './vkey.ts';

/** A text with signatures under it (c2sp.org/signed-note). Nothing in it is true before `openNote` has said so. */
export interface SignedNote {
  /** Ends with a newline; this is what was signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** Four bytes in lower-case hex. */
  readonly keyId: string;
  readonly signature: Uint8Array;
}

/** A note that at least one known key has signed, and no known key wrongly. */
export interface OpenedNote {
  readonly text: string;
  readonly signedBy: readonly Verifier[];
}

/** The rule asks verifiers to accept at least 16 and to set a limit; Go's note package stops at 100 as well. */
const mostSignatures = 100;
/** A note is a page of text and its signatures; an attacker's may be anything. */
const mostBytes = 1_048_576;

/** Signs a text that ends with a newline, with one key or several. Error: `custody.note_malformed`. */
export function signNote(text: string, keys: readonly NoteKey[]): string {
  if (!text.endsWith('\n')) throw malformed('TEXT\\n');
  const lines = keys.map((key) => {
    const { keyId } = parseVkey(key.vkey);
    const bytes = Buffer.concat([Buffer.from(keyId, 'hex'), key.signature(text)]);
    return `\u2014 ${key.name} ${bytes.toString('base64')}\n`;
  });
  const note = `${text}\n${lines.join('')}`;
  parseNote(note);
  return note;
}

/** Takes a note apart and proves nothing. Error: `custody.note_malformed`. */
export function parseNote(note: string | Uint8Array): SignedNote {
  const whole = noteText(note);
  const split = whole.lastIndexOf('\n\n');
  if (split < 0 || !whole.endsWith('\n') || split + 2 === whole.length)
    throw malformed('TEXT\\n\\n\u2014 NAME BASE64\\n');
  const lines = whole.slice(split + 2, -1).split('\n');
  if (lines.length > mostSignatures) throw malformed(`\u2014 NAME BASE64 (\u2264 ${mostSignatures})`);
  return { text: whole.slice(0, split + 1), signatures: lines.map(parseSignatureLine) };
}

/**
 * Verifies a note against the keys that the reader trusts. Signatures of other keys are passed over, as the rule asks;
 * a wrong one of a known key condemns the whole note.
 *
 * Errors: `custody.note_malformed`, `custody.note_unsigned`, `custody.note_signature_wrong`.
 */
export function openNote(note: string | Uint8Array, known: readonly Verifier[]): OpenedNote {
  const { text, signatures } = parseNote(note);
  const signedBy = new Set<Verifier>();
  for (const { name, keyId, signature } of signatures) {
    const verifier = known.find((key) => key.name === name && key.keyId === keyId);
    if (verifier === undefined) continue;
    if (!verifier.verify(text, signature)) throw new CustodyError('custody.note_signature_wrong', { name });
    signedBy.add(verifier);
  }
  if (signedBy.size === 0)
    throw new CustodyError('custody.note_unsigned', {
      wanted: known.map((key) => `${key.name}+${key.keyId}`).join(', '),
      found: signatures.map(({ name, keyId }) => `${name}+${keyId}`).join(', '),
    });
  return { text, signedBy: [...signedBy] };
}

function noteText(note: string | Uint8Array): string {
  if (note.length > mostBytes) throw malformed(`\u2264 ${mostBytes} B`);
  const whole = typeof note === 'string' ? note : decodeUtf8(note);
  if (whole === null || !whole.isWellFormed()) throw malformed('UTF-8');
  if (/[\0-\x09\x0b-\x1f]/.test(whole)) throw malformed('U+000A, U+0020\u2026');
  return whole;
}

function parseSignatureLine(line: string): NoteSignature {
  const [dash, name, base64, ...more] = line.split(' ');
  const bytes = base64 === undefined ? null : decodeBase64(base64);
  if (dash !== '\u2014' || name === undefined || !isKeyName(name) || more.length > 0)
    throw malformed('\u2014 NAME BASE64');
  if (bytes === null || bytes.length < 5) throw malformed('\u2014 NAME BASE64 (\u2265 5 B)');
  return { name, keyId: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) };
}

function malformed(expected: string): CustodyError {
  return new CustodyError('custody.note_malformed', { expected });
}
