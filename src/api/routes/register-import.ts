import Type from 'typebox';
import { uploadTypes } from '../http/read-bodies.ts';
import { inPassing, uploadedBytes } from '../http/uploaded.ts';
import { route } from '../route.ts';
import { closed, orNull } from '../schemas/common.ts';
import { registerParams } from './register-rows.ts';

const Fault = Type.Object(
  {
    ...{ line: Type.Integer(), column: Type.String(), problem: Type.String() },
    ...{ found: Type.String(), allowed: Type.String() },
  },
  closed,
);

const Report = Type.Object(
  {
    ...{ register: Type.String(), file: Type.String(), sheet: orNull(Type.String()) },
    others: Type.Array(Type.String(), { description: 'Sheets that were not read' }),
    import: orNull(Type.String({ description: 'Null: nothing was entered' })),
    rows: Type.Integer({ description: 'Without a fault' }),
    ...{ added: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer() },
    errors: Type.Array(Fault, { description: 'The first of them' }),
    faults: Type.Integer({ description: 'All of them' }),
  },
  closed,
);

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
  answer: Type.Object({ files: Type.Array(Report) }, closed),
  perMinute: 30,
  async handle({ order }, { params, query, caller }, { request }) {
    const { dryRun = true, goodRows = false } = query;
    return await inPassing(query.file, uploadedBytes(request), async (file) => {
      const args = { register: params.register, file, dryRun, goodRows };
      return await order({ order: 'importRegister', args }, caller);
    });
  },
});
