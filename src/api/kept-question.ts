import Type, { type Static } from 'typebox';
import { questionLists } from '../access/questions/questions.ts';
import type { ListedQuestion } from '../station/catalogue/questions.ts';
import { closed, moment, text } from './schemas/common.ts';

export const questionName = Type.Object({ name: text(100) }, closed);

export const Question = Type.Object(
  {
    name: Type.String(),
    about: Type.Enum([...questionLists]),
    query: Type.Record(Type.String(), Type.Unknown(), { description: 'The filters of that list' }),
    address: Type.String({ description: 'Where it is asked, relative to the station' }),
    saved: moment,
  },
  closed,
);

const lists = { entries: '/api/v1/ledger/entries', evidence: '/api/v1/evidence' } as const;

/** A kept question with the address at which it is asked: that list's own door lets whoever asks in, or not. */
export function shownQuestion({ query, ...rest }: ListedQuestion): Static<typeof Question> {
  const given = Object.entries(query).map(([name, value]) => [name, String(value)]);
  const search = given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
  return { ...rest, query: { ...query }, address: `${lists[rest.about]}${search}` };
}
