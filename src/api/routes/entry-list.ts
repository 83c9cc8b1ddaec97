import Type from 'typebox';
import { listQuery, pageSchema, paging, spanFilters, spanGiven } from '../listing.ts';
import { route } from '../route.ts';
import { text } from '../schemas/common.ts';
import { Entry } from '../schemas/entry.ts';

/** What the ledger may be asked by: its list and its export alike. */
export const entryFilters = {
  type: Type.Optional(text(64)),
  actor: Type.Optional(text(100)),
  subject: Type.Optional(
    Type.String({ minLength: 3, maxLength: 1_100, pattern: '^[a-z]+:', description: 'kind:id' }),
  ),
  recorder: Type.Optional(text(64)),
  officer: Type.Optional(text(64)),
  case: Type.Optional(text(128)),
  evidence: Type.Optional(text(64)),
  text: Type.Optional(
    Type.String({ minLength: 2, maxLength: 200, description: 'Words of entries, in Chinese or English' }),
  ),
  ...spanFilters,
};

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
    const {
      type = null,
      actor = null,
      subject = null,
      recorder = null,
      officer = null,
      evidence = null,
    } = query;
    const { entries, next } = await reader.read('entries', {
      ...{ type, actor, subject, recorder, officer, evidence, case: query.case ?? null },
      ...{ text: query.text ?? null, ...spanGiven(query) },
      ...{ after: after === null ? null : Number(after), limit, newestFirst: descending },
      ...{ language: caller.language, whole: caller.whole },
    });
    return page(entries, next === null ? null : String(next));
  },
});
