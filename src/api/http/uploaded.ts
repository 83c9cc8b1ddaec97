import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../error.ts';
import { uploadTypes } from './read-bodies.ts';

/** The body of a request that is a file. Error: `api.body_type`. */
export function uploadedBytes({ body, headers }: FastifyRequest): Buffer {
  if (Buffer.isBuffer(body)) return body;
  const found = headers['content-type'] ?? '–';
  throw new ApiError('api.body_type', { allowed: uploadTypes.join(', '), found }, { field: 'Content-Type' });
}

/** Has a deed done with a file of this name that is gone afterwards. @param name one that is safe as a file's */
export async function inPassing<T>(
  name: string,
  bytes: Buffer,
  deed: (file: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'docket-upload-'));
  try {
    const file = join(folder, name);
    await writeFile(file, bytes, { mode: 0o600 });
    return await deed(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
