import Type from 'typebox';
import { accountDeedShape } from '../access/accounts/deeds.ts';
import { roleDeedShape } from '../access/accounts/role-deeds.ts';
import { configStepShape } from '../access/configuration/propose.ts';
import { questionLists } from '../access/questions/questions.ts';
import { requestKinds, reviewGrades } from '../custody/entry-kinds.ts';

const account = Type.String({ minLength: 1, maxLength: 64 });
const id = Type.String({ minLength: 1, maxLength: 64 });
const words = Type.String({ minLength: 1, maxLength: 4_000 });
const wordsOrNone = Type.Union([words, Type.Null()]);
const day = Type.String({ format: 'date' });

/** What is asked of accounts, requests and reviews. */
export const accessOrderShapes = {
  accountDeed: accountDeedShape,
  linkOsUser: Type.Object({
    osUser: Type.String({ minLength: 1, maxLength: 64 }),
    account: Type.Union([account, Type.Null()]),
  }),
  unlockAccount: Type.Object({ account }),
  setPin: Type.Object({ account, deed: Type.Enum(['set', 'removed']) }),
  setBadge: Type.Object({
    account,
    badge: Type.Union([Type.String({ minLength: 4, maxLength: 64 }), Type.Null()]),
  }),
  defineRole: roleDeedShape,
  /** Asks for a second person for sensitive settings; null: those that the station found in its file when it started. */
  proposeConfig: Type.Object({ step: Type.Union([configStepShape, Type.Null()]) }),
  /** A question that whoever gives the order keeps for themselves. */
  keepQuestion: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 100 }),
    about: Type.Enum([...questionLists]),
    query: Type.Record(
      Type.String({ maxLength: 64 }),
      Type.Union([Type.String({ maxLength: 1_100 }), Type.Boolean()]),
    ),
  }),
  forgetQuestion: Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }) }),
  makeToken: Type.Object({
    account,
    permissions: Type.Array(Type.String({ maxLength: 64 }), { minItems: 1, maxItems: 100 }),
    days: Type.Integer({ minimum: 1, maximum: 730 }),
    label: Type.String({ minLength: 1, maxLength: 100 }),
  }),
  revokeToken: Type.Object({ token: id }),
  decideProposal: Type.Object({
    proposal: id,
    decision: Type.Enum(['confirmed', 'rejected', 'withdrawn']),
    note: wordsOrNone,
  }),
  submitRequest: Type.Object({
    kind: Type.Enum([...requestKinds]),
    evidence: Type.Array(id, { minItems: 1, maxItems: 1_000 }),
    for: Type.Union([account, Type.Null()]),
    until: Type.String({ format: 'date-time' }),
    why: words,
    recipient: Type.Union([Type.String({ minLength: 1, maxLength: 200 }), Type.Null()]),
    emergency: Type.Boolean(),
  }),
  decideRequest: Type.Object({
    request: id,
    decision: Type.Enum(['approved', 'rejected', 'withdrawn']),
    note: wordsOrNone,
  }),
  drawReview: Type.Object({
    from: day,
    to: day,
    unit: Type.Union([id, Type.Null()]),
    count: Type.Integer({ minimum: 1, maximum: 200 }),
    reviewers: Type.Array(account, { minItems: 1, maxItems: 100 }),
    seed: Type.Union([Type.String({ minLength: 1, maxLength: 128 }), Type.Null()]),
    note: wordsOrNone,
  }),
  enterReview: Type.Object({
    review: id,
    case: Type.String({ minLength: 1, maxLength: 128 }),
    grade: Type.Enum([...reviewGrades]),
    found: words,
    mend: wordsOrNone,
  }),
  /** Writes down that a review ledger leaves; the command writes the file once that is committed. */
  exportReview: Type.Object({
    review: id,
    rows: Type.Integer({ minimum: 0 }),
    bytes: Type.Integer({ minimum: 0 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    destination: Type.String(),
  }),
} as const;
