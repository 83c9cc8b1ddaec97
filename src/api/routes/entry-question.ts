import Type, { type Static } from 'typebox';
import { spanFilters, spanGiven } from '../listing.ts';
import { text } from '../schemas/common.ts';

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

const Question = Type.Object(entryFilters);

/** The question as the catalogue takes it: null where nothing is asked. */
export function entryQuestion(query: Static<typeof Question>) {
  const { type = null, actor = null, subject = null, recorder = null } = query;
  const { officer = null, evidence = null, text = null } = query;
  return {
    ...{ type, actor, subject, recorder, officer, evidence, text },
    ...{ case: query.case ?? null, ...spanGiven(query) },
  };
}
