import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { CustodyError } from './error.ts';
import { decodeBase64 } from './strict-text.ts';

/** The signature type byte of plain Ed25519 in c2sp.org/signed-note. */
const ed25519Type = 0x01;
/** The fixed head of an Ed25519 public key in SubjectPublicKeyInfo (RFC 8410). */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');

/** Checks the signatures of one key. */
export interface Verifier {
  /** The key's name: by rule the log's origin. */
  readonly name: string;
  /** First four bytes of SHA-256 over name and key, as lower-case hex; picks the key, proves nothing. */
  readonly keyId: string;
  readonly vkey: string;
  verify(text: string, signature: Uint8Array): boolean;
}

/** A private key that can be used and not read. */
export interface NoteKey {
  readonly name: string;
  readonly vkey: string;
  /** The 64 bytes of the Ed25519 signature over the text's UTF-8. */
  signature(text: string): Uint8Array;
}

/** `<name>+<key id>+<base64(0x01 || public key)>`. Error: `custody.key_name_malformed`. */
export function formatVkey(name: string, publicKey: KeyObject): string {
  if (!isKeyName(name)) throw new CustodyError('custody.key_name_malformed', { name });
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(spkiHead.length);
  const typed = Buffer.concat([Buffer.of(ed25519Type), raw]);
  return `${name}+${keyIdOf(name, typed)}+${typed.toString('base64')}`;
}

/** Reads a vkey and checks that its key id fits. Error: `custody.vkey_malformed`. */
export function parseVkey(vkey: string): Verifier {
  const [name = '', keyId = '', base64 = ''] = splitVkey(vkey);
  const typed = decodeBase64(base64);
  const wellFormed = isKeyName(name) && /^[0-9a-f]{8}$/.test(keyId);
  if (!wellFormed || typed?.length !== 33 || typed[0] !== ed25519Type || keyIdOf(name, typed) !== keyId)
    throw new CustodyError('custody.vkey_malformed', { found: vkey.slice(0, 200) });
  const key = createPublicKey({
    key: Buffer.concat([spkiHead, typed.subarray(1)]),
    format: 'der',
    type: 'spki',
  });
  return {
    name,
    keyId,
    vkey,
    verify: (text, signature) => verify(null, Buffer.from(text, 'utf8'), key, signature),
  };
}

/** Not empty, no Unicode white space, no plus (c2sp.org/signed-note); no control characters either. */
export function isKeyName(name: string): boolean {
  return name.isWellFormed() && /^[^\p{White_Space}\p{Cc}+]+$/u.test(name);
}

// The Base64 part may hold plus signs itself; the name may not.
function splitVkey(vkey: string): string[] {
  const first = vkey.indexOf('+');
  const second = vkey.indexOf('+', first + 1);
  if (first < 0 || second < 0) return [];
  return [vkey.slice(0, first), vkey.slice(first + 1, second), vkey.slice(second + 1)];
}

function keyIdOf(name: string, typedKey: Uint8Array): string {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), typedKey])).slice(0, 8);
}
