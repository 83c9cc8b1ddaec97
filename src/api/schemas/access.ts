import Type, { type TObject } from 'typebox';
import { requestStates } from '../../access/requests/request-book.ts';
import { requestKinds, reviewGrades } from '../../custody/entry-kinds.ts';
import { closed, moment, orNull, people } from './common.ts';

/** An order's arguments as a body: nothing beside them is let in. */
export const bodyOf = <T extends TObject>(shape: T) =>
  Type.Object(shape.properties as T['properties'], { ...closed, required: shape.required });

/** What was done, or proposed where it needs a second person. */
export const Done = Type.Record(Type.String(), Type.Unknown());

const request = {
  request: Type.String(),
  kind: Type.Enum([...requestKinds]),
  for: Type.String({ description: 'Who will watch, copy or give out' }),
  submitter: Type.String(),
  why: orNull(Type.String()),
  recipient: orNull(Type.String()),
  until: moment,
  emergency: Type.Boolean(),
  items: Type.Integer(),
  state: Type.Enum([...requestStates]),
  submitted: moment,
  decider: orNull(Type.String()),
  decided: orNull(moment),
  note: orNull(Type.String()),
  people,
};
export const ListedRequest = Type.Object(request, closed);
export const RequestDetail = Type.Object({ ...request, evidence: Type.Array(Type.String()) }, closed);

export const Account = Type.Object(
  {
    account: Type.String(),
    name: orNull(Type.String()),
    person: orNull(Type.String()),
    officer: orNull(Type.String()),
    roles: Type.Array(Type.String()),
    units: Type.Array(Type.String()),
    state: Type.String(),
    added: moment,
    changed: moment,
  },
  closed,
);

export const Token = Type.Object(
  {
    token: Type.String(),
    account: Type.String(),
    label: orNull(Type.String()),
    permissions: Type.Array(Type.String()),
    made: moment,
    expires: moment,
    revoked: orNull(moment),
  },
  closed,
);

export const Role = Type.Object(
  {
    name: Type.String(),
    grants: Type.Record(Type.String(), Type.Enum(['own', 'units', 'all'])),
    secondFactor: Type.Boolean(),
  },
  closed,
);

const review = {
  review: Type.String(),
  from: Type.String({ description: 'ISO date' }),
  to: Type.String({ description: 'ISO date' }),
  unit: orNull(Type.String()),
  seed: Type.String(),
  population: Type.Integer(),
  populationSha256: Type.String(),
  note: orNull(Type.String()),
  drawer: Type.String(),
  drawn: moment,
  cases: Type.Integer(),
  reviewed: Type.Integer({ description: 'Cases whose review is entered' }),
  people,
};
const reviewLine = Type.Object(
  {
    review: Type.String(),
    case: Type.String(),
    title: orNull(Type.String()),
    handler: orNull(Type.String()),
    unit: orNull(Type.String()),
    reviewer: Type.String(),
    reviewerName: orNull(Type.String()),
    grade: orNull(Type.Enum([...reviewGrades])),
    found: orNull(Type.String()),
    mend: orNull(Type.String()),
    enterer: orNull(Type.String()),
    entered: orNull(moment),
  },
  closed,
);
export const ListedReview = Type.Object(review, closed);
export const Review = Type.Object({ ...review, lines: Type.Array(reviewLine) }, closed);
export const Proposal = Type.Record(Type.String(), Type.Unknown());
