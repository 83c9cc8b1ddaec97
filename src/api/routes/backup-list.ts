import Type from 'typebox';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { Backup } from '../schemas/keeping.ts';

export const backupListRoute = route({
  method: 'GET',
  path: '/api/v1/backups',
  name: 'backupList',
  tag: 'station',
  says: 'Every backup that was made, and which were removed to make room',
  shapes: {
    query: listQuery(['made'], {
      standing: Type.Optional(Type.Boolean({ description: 'Those alone that were not removed' })),
    }),
  },
  answer: pageSchema(Backup),
  impersonal: true,
  async handle({ reader }, { query }) {
    const { after, limit, descending, page } = paging('backups', query, '-made');
    const { backups, next } = await reader.read('backups', {
      standingOnly: query.standing === true,
      ...{ after, limit, newestFirst: descending },
    });
    return page(backups, next);
  },
});
