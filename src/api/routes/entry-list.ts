import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { Entry } from '../schemas/entry.ts';
import { entryFilters, entryQuestion } from './entry-question.ts';

export const entryListRoute = route({
  method: 'GET',
  path: '/api/v1/ledger/entries',
  name: 'entryList',
  tag: 'ledger',
  says: 'Entries of the ledger in its order',
  shapes: { query: listQuery(['seq'], entryFilters) },
  answer: pageSchema(Entry),
  async handle({ reader }, { query, caller }) {
    const { after, limit, descending, page } = paging('entries', query, '-seq');
    const { entries, next } = await reader.read('entries', {
      ...entryQuestion(query),
      ...{ after: after === null ? null : Number(after), limit, newestFirst: descending },
      ...{ language: caller.language, whole: caller.whole },
    });
    return page(entries, next === null ? null : String(next));
  },
});
