import Type from 'typebox';
import { usualLimit } from '../listing.ts';
import { route } from '../route.ts';
import { closed, digest, moment, orNull } from '../schemas/common.ts';

const Import = Type.Object(
  {
    import: Type.String(),
    register: Type.String(),
    file: orNull(Type.String()),
    sha256: digest,
    rows: Type.Integer(),
    refused: Type.Integer(),
    begun: moment,
    finished: orNull(moment),
  },
  closed,
);

export const importListRoute = route({
  method: 'GET',
  path: '/api/v1/imports',
  name: 'importList',
  tag: 'registers',
  says: 'The newest lists that were read into registers',
  shapes: {
    query: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })) }, closed),
  },
  answer: Type.Object({ imports: Type.Array(Import) }, closed),
  handle: async ({ reader }, { query }) => ({
    imports: await reader.read('imports', { limit: query.limit ?? usualLimit }),
  }),
});
