import Type from 'typebox';
import { retentionClasses } from '../../custody/entry-kinds.ts';
import { evidenceStates } from '../../station/catalogue/evidence-list.ts';
import { listQuery, pageSchema, paging, spanFilters, spanGiven } from '../listing.ts';
import { route } from '../route.ts';
import { text } from '../schemas/common.ts';
import { ListedEvidence } from '../schemas/evidence.ts';

export const evidenceListRoute = route({
  method: 'GET',
  path: '/api/v1/evidence',
  name: 'evidenceList',
  tag: 'evidence',
  says: 'Evidence items in the order in which they came in',
  shapes: {
    query: listQuery(['id'], {
      docking: Type.Optional(text(64)),
      recorder: Type.Optional(text(64)),
      officer: Type.Optional(
        Type.String({ minLength: 1, maxLength: 64, description: 'As the file’s name says it' }),
      ),
      case: Type.Optional(text(128)),
      state: Type.Optional(Type.Enum([...evidenceStates])),
      class: Type.Optional(
        Type.Enum([...retentionClasses], { description: 'By which rule it is kept (QZ-22)' }),
      ),
      unassigned: Type.Optional(
        Type.Boolean({ description: 'Only those of recorders that are not registered' }),
      ),
      singleCopy: Type.Optional(Type.Boolean({ description: 'Only those of which one copy alone stands' })),
      withoutCase: Type.Optional(Type.Boolean({ description: 'Only those that are filed under no case' })),
      ...spanFilters,
    }),
  },
  answer: pageSchema(ListedEvidence),
  async handle({ reader }, { query, caller }) {
    const { after, limit, descending, page } = paging('evidence', query, '-id');
    const { docking = null, recorder = null, officer = null, state = null } = query;
    const { evidence, next } = await reader.read('evidenceList', {
      ...{
        docking,
        recorder,
        officer,
        state,
        case: query.case ?? null,
        class: query.class ?? null,
        ...spanGiven(query),
      },
      ...{
        unassigned: query.unassigned ?? false,
        withoutCase: query.withoutCase ?? false,
        singleCopy: query.singleCopy ?? false,
      },
      ...{ after, limit, newestFirst: descending, visible: caller.visible },
    });
    return page(evidence, next);
  },
});
