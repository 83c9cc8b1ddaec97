import Type, { type Static } from 'typebox';
import { retentionClasses } from '../../custody/entry-kinds.ts';
import { evidenceStates } from '../../station/catalogue/evidence-list.ts';
import { spanFilters, spanGiven } from '../listing.ts';
import { text } from '../schemas/common.ts';

/** What evidence items may be asked by. */
export const evidenceFilters = {
  docking: Type.Optional(text(64)),
  recorder: Type.Optional(text(64)),
  officer: Type.Optional(
    Type.String({ minLength: 1, maxLength: 64, description: 'As the file’s name says it' }),
  ),
  case: Type.Optional(text(128)),
  state: Type.Optional(Type.Enum([...evidenceStates])),
  class: Type.Optional(Type.Enum([...retentionClasses], { description: 'By which rule it is kept (QZ-22)' })),
  unassigned: Type.Optional(Type.Boolean({ description: 'Only those of recorders that are not registered' })),
  singleCopy: Type.Optional(Type.Boolean({ description: 'Only those of which one copy alone stands' })),
  withoutCase: Type.Optional(Type.Boolean({ description: 'Only those that are filed under no case' })),
  ...spanFilters,
};

const Question = Type.Object(evidenceFilters);

/** The question as the catalogue takes it: null where nothing is asked. */
export function evidenceQuestion(query: Static<typeof Question>) {
  const { docking = null, recorder = null, officer = null, state = null } = query;
  const { unassigned = false, withoutCase = false, singleCopy = false } = query;
  return {
    ...{ docking, recorder, officer, state, unassigned, withoutCase, singleCopy },
    ...{ case: query.case ?? null, class: query.class ?? null, ...spanGiven(query) },
  };
}
