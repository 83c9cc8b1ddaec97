import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Type from 'typebox';
import { ApiError } from '../error.ts';
import { uploadTypes } from '../http/read-bodies.ts';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { registerParams } from './register-rows.ts';

/** A bureau's list of officers has some thousand lines. */
const mostBytes = 16 * 1_048_576;

export const registerImportRoute = route({
  method: 'POST',
  path: '/api/v1/registers/:register/imports',
  name: 'registerImport',
  tag: 'registers',
  says: 'Reads a list (CSV or workbook) into a register; a dry run tells what it would do',
  shapes: {
    params: registerParams,
    query: Type.Object(
      {
        file: Type.String({
          pattern: '^[^/\\\\:]{1,100}\\.(csv|xlsx)$',
          description: 'The name of the file, for messages and for the ledger',
        }),
        dryRun: Type.Optional(Type.Boolean({ description: 'Only tell; true without it' })),
        goodRows: Type.Optional(
          Type.Boolean({ description: 'Enter the good rows though others have faults' }),
        ),
      },
      closed,
    ),
  },
  upload: { types: uploadTypes, mostBytes },
  answer: Type.Object({ files: Type.Array(Type.Unknown()) }, closed),
  perMinute: 30,
  async handle({ order }, { params, query, caller }, { request }) {
    const { body } = request;
    if (!Buffer.isBuffer(body)) {
      const found = request.headers['content-type'] ?? '–';
      throw new ApiError(
        'api.body_type',
        { allowed: uploadTypes.join(', '), found },
        { field: 'Content-Type' },
      );
    }
    const folder = await mkdtemp(join(tmpdir(), 'docket-import-'));
    try {
      const file = join(folder, query.file);
      await writeFile(file, body, { mode: 0o600 });
      const { dryRun = true, goodRows = false } = query;
      const args = { register: params.register, file, dryRun, goodRows };
      return await order({ order: 'importRegister', args }, caller);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});
