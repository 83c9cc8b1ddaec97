import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { errnoOf } from '../errors.ts';
import { CustodyError } from './error.ts';
import { signNote } from './note.ts';
import { formatVkey, type NoteKey } from './vkey.ts';

/** Signs for the station; the private key stays inside. */
export interface Signer extends NoteKey {
  /** The text, which ends with a newline, as a signed note. */
  sign(text: string): string;
}

/**
 * Makes the station's Ed25519 key as a PKCS#8 PEM file of mode 0600. When it returns, file and folder are on the disk.
 * The key gets its name by link, so a crash leaves either no key or a whole one, and a standing key is never replaced.
 * `name` is the ledger's origin. Errors: `custody.key_exists`, `custody.key_name_malformed`.
 */
export function createStationKey(path: string, name: string): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const vkey = formatVkey(name, publicKey);
  const unnamed = join(dirname(path), `.${randomUUID()}.tmp`);
  writeDurably(unnamed, privateKey.export({ format: 'pem', type: 'pkcs8' }));
  try {
    linkSync(unnamed, path);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
    throw new CustodyError('custody.key_exists', { path }, { cause: error });
  } finally {
    unlinkSync(unnamed);
  }
  syncFolder(dirname(path));
  return signerOf(name, vkey, privateKey);
}

/**
 * Loads the station's key; never makes one. Errors: `custody.key_missing`, `custody.key_readable_by_others`,
 * `custody.key_damaged`, `custody.key_name_malformed`.
 */
export function loadStationKey(path: string, name: string): Signer {
  const privateKey = parseKey(path, readPrivateFile(path));
  return signerOf(name, formatVkey(name, createPublicKey(privateKey)), privateKey);
}

function signerOf(name: string, vkey: string, privateKey: KeyObject): Signer {
  const key: NoteKey = { name, vkey, signature: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey) };
  return { ...key, sign: (text) => signNote(text, [key]) };
}

function readPrivateFile(path: string): string {
  const file = openExisting(path);
  try {
    // Of the open file, not of the name: the name may point elsewhere a moment later.
    const stat = fstatSync(file);
    if (!stat.isFile())
      throw new CustodyError('custody.key_damaged', {
        path,
        found: stat.isDirectory() ? 'EISDIR' : 'EINVAL',
      });
    if ((stat.mode & 0o077) !== 0)
      throw new CustodyError('custody.key_readable_by_others', {
        path,
        mode: (stat.mode & 0o7777).toString(8).padStart(4, '0'),
      });
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

function openExisting(path: string): number {
  try {
    // Opening a FIFO without O_NONBLOCK would wait for ever.
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT')
      throw new CustodyError('custody.key_missing', { path }, { cause: error });
    throw new CustodyError('custody.key_damaged', { path, found: errnoOf(error) ?? '?' }, { cause: error });
  }
}

function parseKey(path: string, pem: string): KeyObject {
  if (!/^-----BEGIN PRIVATE KEY-----\r?\n/.test(pem))
    throw new CustodyError('custody.key_damaged', { path, found: headingOf(pem) });
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, format: 'pem' });
  } catch (cause) {
    throw new CustodyError('custody.key_damaged', { path, found: errnoOf(cause) ?? '?' }, { cause });
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw new CustodyError('custody.key_damaged', { path, found: key.asymmetricKeyType ?? '?' });
  return key;
}

/** What kind of PEM it says it is; never a byte of what might be a key. */
function headingOf(pem: string): string {
  return /^-----BEGIN [A-Z0-9 ]{1,40}-----/.exec(pem)?.[0] ?? `${pem.length} B`;
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    fchmodSync(file, 0o600);
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Without it a crash may forget the new name although the file's bytes are safe. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
