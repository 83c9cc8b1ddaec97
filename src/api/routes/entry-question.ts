import Type, { type Static } from 'typebox';
import { outcomes } from '../../custody/outcome.ts';
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
  address: Type.Optional(
    Type.String({
      ...{ minLength: 2, maxLength: 64, pattern: '^[0-9A-Fa-f.:%a-z]+$' },
      description: 'From where it was done or to where it went, as the entry says it',
    }),
  ),
  result: Type.Optional(
    Type.Enum([...outcomes], { description: 'What it came to, where it could have come to something else' }),
  ),
  text: Type.Optional(
    Type.String({ minLength: 2, maxLength: 200, description: 'Words of entries, in Chinese or English' }),
  ),
  ...spanFilters,
};

const Question = Type.Object(entryFilters);

/** The question as the catalogue takes it: null where nothing is asked. */
export function entryQuestion(query: Static<typeof Question>) {
  const { type = null, actor = null, subject = null, recorder = null } = query;
  const { officer = null, evidence = null, text = null, address = null, result = null } = query;
  return {
    ...{ type, actor, subject, recorder, officer, evidence, text, address, result },
    ...{ case: query.case ?? null, ...spanGiven(query) },
  };
}
