import { createCipheriv, createHash } from 'node:crypto';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** One recording as it lies on a test card. */
export interface TestRecording {
  readonly path: Buffer;
  readonly bytes: number;
  readonly sha256: string;
}

export interface TestCard {
  readonly root: string;
  readonly recordings: readonly TestRecording[];
}

/** What a test puts on a card: so many bytes of the seed, or these very bytes. */
export type Content = number | Uint8Array;

/** Long enough ago that no file counts as just written. */
export const longAgo = new Date('2026-09-02T10:01:18Z');

/** Bytes that look random and are the same for the same seed on every machine. */
export function seededBytes(seed: string, bytes: number): Buffer {
  const key = createHash('sha256').update(seed).digest().subarray(0, 16);
  const cipher = createCipheriv('aes-128-ctr', key, Buffer.alloc(16));
  return cipher.update(Buffer.alloc(bytes));
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The n-th name after GA/T 947 of a recorder's morning. */
export function gaName(n: number, device = '1234567', mark = ''): string {
  const at = new Date(Date.UTC(2026, 8, 2, 8, 0, n)).toISOString().replaceAll(/\D/g, '').slice(0, 14);
  return `DCIM/VIDEO/A11_${device}_222222_${at}_${String(n % 10_000).padStart(4, '0')}${mark}.mp4`;
}

/** Puts one file on a card, with a time that no settling waits for. */
export async function putFile(
  root: string,
  path: string | Buffer,
  content: Content,
  time: Date = longAgo,
): Promise<TestRecording> {
  const name = Buffer.from(path);
  const full = Buffer.concat([Buffer.from(`${root}/`), name]);
  const bytes =
    typeof content === 'number' ? seededBytes(`${root}:${name.toString('latin1')}`, content) : content;
  await mkdir(dirname(join(root, name.toString('latin1'))), { recursive: true });
  await writeFile(full, bytes);
  await utimes(full, time, time);
  return { path: name, bytes: bytes.length, sha256: sha256Of(bytes) };
}

/** Makes a card whose every file is a recording. The content follows from `seed` and the file's name. */
export async function makeCard(
  root: string,
  seed: string,
  files: Readonly<Record<string, Content>>,
): Promise<TestCard> {
  const recordings: TestRecording[] = [];
  await mkdir(root, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    const bytes = typeof content === 'number' ? seededBytes(`${seed}:${path}`, content) : content;
    recordings.push(await putFile(root, path, bytes));
  }
  return { root, recordings };
}
