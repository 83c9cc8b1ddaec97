import Type from 'typebox';
import { findingCodes } from '../../custody/entry-kinds.ts';
import { listQuery, pageSchema, paging, spanFilters, spanGiven } from '../listing.ts';
import { route } from '../route.ts';
import { text } from '../schemas/common.ts';
import { Finding } from '../schemas/finding.ts';

export const findingListRoute = route({
  method: 'GET',
  path: '/api/v1/findings',
  name: 'findingList',
  tag: 'findings',
  says: 'What does not fit together, in the order in which it was found; open ones, unless all are asked for',
  shapes: {
    query: listQuery(['id'], {
      all: Type.Optional(Type.Boolean({ description: 'Settled and withdrawn ones too' })),
      code: Type.Optional(Type.Enum([...findingCodes])),
      recorder: Type.Optional(text(64)),
      evidence: Type.Optional(text(64)),
      session: Type.Optional(text(64)),
      ...spanFilters,
    }),
  },
  answer: pageSchema(Finding),
  async handle({ reader }, { query, caller }) {
    const { after, limit, descending, page } = paging('findings', query, '-id');
    const { all = false, code = null, recorder = null, evidence = null, session = null } = query;
    const { visible, language, whole } = caller;
    const where = { ...spanGiven(query), openOnly: !all, code, recorder, evidence, session, visible };
    const asked = { ...where, after, limit, newestFirst: descending, language, whole };
    const { findings, next } = await reader.read('findings', asked);
    return page(findings, next);
  },
});
