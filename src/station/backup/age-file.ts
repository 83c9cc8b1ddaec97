import { BackupError } from './error.ts';

/** Loaded where a backup is made or opened: every other command would start a tenth of a second later for it. */
const library = () => import('age-encryption');

/**
 * Files encrypted to a public key, in the format of age-encryption.org/v1: any `age` opens them. The one file that
 * knows the library. Streams through 64 KiB pieces, whatever the size.
 */

/** A key pair: what is encrypted to the recipient only the identity opens. */
export interface AgePair {
  readonly recipient: string;
  readonly identity: string;
}

/** X25519, the kind that every `age` since its first version knows. */
export async function newAgePair(): Promise<AgePair> {
  const { generateX25519Identity, identityToRecipient } = await library();
  const identity = await generateX25519Identity();
  return { recipient: await identityToRecipient(identity), identity };
}

/** Error: `backup.recipient_wrong`. */
export async function encrypted(
  recipients: readonly string[],
  plain: AsyncIterable<Uint8Array>,
): Promise<AsyncIterable<Uint8Array>> {
  const { Encrypter } = await library();
  const age = new Encrypter();
  for (const recipient of recipients) {
    try {
      age.addRecipient(recipient);
    } catch (cause) {
      throw new BackupError('backup.recipient_wrong', { found: recipient }, { cause });
    }
  }
  return await age.encrypt(ReadableStream.from(plain));
}

/**
 * Opens a file with the secret keys of an identity file; nothing that comes out of the stream is whole before its end.
 * Errors: `backup.not_encrypted`, `backup.identity_wrong`, `backup.identity_unusable`; while reading `backup.damaged`.
 */
export async function decrypted(
  file: string,
  identities: readonly string[],
  sealed: AsyncIterable<Uint8Array>,
): Promise<AsyncIterable<Uint8Array>> {
  const { Decrypter } = await library();
  const age = new Decrypter();
  for (const identity of identities) {
    try {
      age.addIdentity(identity);
    } catch (cause) {
      throw new BackupError('backup.identity_unusable', { found: 'AGE-SECRET-KEY-… ?' }, { cause });
    }
  }
  try {
    const opened = await age.decrypt(ReadableStream.from(withHeader(file, sealed)));
    return told(file, opened);
  } catch (cause) {
    if (cause instanceof BackupError) throw cause;
    if (cause instanceof Error && cause.message.startsWith('no identity matched'))
      throw new BackupError('backup.identity_wrong', { file }, { cause });
    throw new BackupError('backup.not_encrypted', { file, found: String(cause) }, { cause });
  }
}

/** The secret keys in an identity file; lines that begin with `#` are comments. Error: `backup.identity_unusable`. */
export function identitiesIn(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#'));
  // A key is never shown, not even a broken one.
  if (keys.length === 0) throw new BackupError('backup.identity_unusable', { found: 'no AGE-SECRET-KEY-1…' });
  return keys;
}

const firstLine = Buffer.from('age-encryption.org/v1\n');
const longestHeader = 65_536;

/** A header is some lines. The library would read a file without any into memory. */
async function* withHeader(file: string, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head = Buffer.alloc(0);
  let whole = false;
  for await (const piece of sealed) {
    if (whole) {
      yield piece;
      continue;
    }
    head = Buffer.concat([head, piece]);
    whole = head.includes('\n--- ');
    const begins = head.subarray(0, firstLine.length).equals(firstLine.subarray(0, head.length));
    if (!begins || (!whole && head.length > longestHeader))
      throw new BackupError('backup.not_encrypted', { file, found: 'no age header' });
    if (whole) yield head;
  }
  if (!whole) throw new BackupError('backup.not_encrypted', { file, found: `${head.length} B` });
}

async function* told(file: string, opened: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* opened;
  } catch (cause) {
    if (cause instanceof BackupError) throw cause;
    throw new BackupError('backup.damaged', { file, found: String(cause) }, { cause });
  }
}
