import Type from 'typebox';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';

const size = (description: string) => Type.Integer({ minimum: 0, maximum: 999_999_999_999, description });

export const consistencyRoute = route({
  method: 'GET',
  path: '/api/v1/ledger/consistency',
  name: 'consistency',
  tag: 'ledger',
  says: 'Proves that an older checkpoint is the beginning of a newer one (RFC 6962)',
  shapes: {
    query: Type.Object(
      {
        from: size('Entries under the older one'),
        to: Type.Optional(size('Under the newer one; the newest without it')),
      },
      closed,
    ),
  },
  answer: Type.Object(
    {
      from: Type.Integer(),
      to: Type.Integer(),
      proof: Type.Array(Type.String({ description: 'Base64' })),
      checkpoint: Type.String({ description: 'The newest one' }),
    },
    closed,
  ),
  handle: async ({ reader }, { query }) =>
    await reader.read('consistency', { from: query.from, to: query.to ?? null }),
});
