import Type from 'typebox';
import { registerNames } from '../../tagging/registers/register.ts';
import { listQuery, pageSchema, paging } from '../listing.ts';
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
  says: 'Lists that were read into registers, in the order in which they were begun',
  shapes: { query: listQuery(['begun'], { register: Type.Optional(Type.Enum([...registerNames])) }) },
  answer: pageSchema(Import),
  async handle({ reader }, { query }) {
    const { after, limit, descending, page } = paging('imports', query, '-begun');
    const { register = null } = query;
    const { imports, next } = await reader.read('imports', { register, after, limit, descending });
    return page(imports, next);
  },
});
