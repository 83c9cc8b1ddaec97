import { route } from '../route.ts';
import { Case } from '../schemas/case.ts';
import { idOf } from '../schemas/common.ts';

export const caseRoute = route({
  method: 'GET',
  path: '/api/v1/cases/:number',
  name: 'case',
  tag: 'cases',
  says: 'A case file: the written particulars and the recordings together (QZ-21-0, ZZ-25)',
  shapes: { params: idOf('number', 128) },
  answer: Case,
  about: ({ params }) => [{ kind: 'case', id: params.number }],
  handle: async ({ reader }, { params }) => await reader.read('case', { number: params.number }),
});
