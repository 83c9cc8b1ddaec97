import Type from 'typebox';
import { listQuery, pageSchema, paging, spanFilters, spanGiven } from '../listing.ts';
import { route } from '../route.ts';
import { text } from '../schemas/common.ts';
import { ListedSession } from '../schemas/session.ts';

const verdicts = ['undetermined', 'pending', 'due_soon', 'on_time', 'excused', 'late', 'overdue'] as const;

export const sessionListRoute = route({
  method: 'GET',
  path: '/api/v1/sessions',
  name: 'sessionList',
  tag: 'sessions',
  says: 'Courses of enforcement with their verdicts, in the order in which they came in',
  shapes: {
    query: listQuery(['id'], {
      verdict: Type.Optional(Type.Enum([...verdicts])),
      recorder: Type.Optional(text(64)),
      officer: Type.Optional(text(64)),
      ...spanFilters,
    }),
  },
  answer: pageSchema(ListedSession),
  async handle({ reader }, { query, caller }) {
    const { after, limit, descending, page } = paging('sessions', query, '-id');
    const { verdict = null, recorder = null, officer = null } = query;
    const where = { ...spanGiven(query), verdict, recorder, officer, visible: caller.visible };
    const { sessions, next } = await reader.read('sessions', {
      ...where,
      after,
      limit,
      newestFirst: descending,
    });
    return page(sessions, next);
  },
});
