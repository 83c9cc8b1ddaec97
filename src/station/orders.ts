import Type, { type Static } from 'typebox';
import { disposalDecisions, handedInWays, justificationCategories } from '../custody/entry-kinds.ts';
import { tagFields } from '../tagging/tags.ts';
import { accessOrderShapes } from './access-orders.ts';

const names = Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { minItems: 1, maxItems: 10_000 });
const instant = Type.String({ format: 'date-time' });
/** A name or a number. */
const person = Type.String({ minLength: 1, maxLength: 100 });
const words = Type.String({ minLength: 1, maxLength: 4_000 });
const noteOrNone = Type.Union([words, Type.Null()]);

/**
 * What a command asks of whoever holds the station: the daemon over its socket, or the command itself where none runs.
 * The shapes are checked where an order arrives.
 */
export const orderShapes = {
  ...accessOrderShapes,
  ingest: Type.Object({
    folder: Type.String(),
    /** How it came, where it did not come over the dock. */
    handedIn: Type.Union([
      Type.Object({
        way: Type.Enum([...handedInWays]),
        by: person,
        cause: Type.String({ minLength: 1, maxLength: 4_000 }),
        seal: Type.Union([person, Type.Null()]),
        second: Type.Union([person, Type.Null()]),
        recorder: Type.Union([Type.String({ minLength: 1, maxLength: 64 }), Type.Null()]),
      }),
      Type.Null(),
    ]),
  }),
  acknowledge: Type.Object({ alarm: Type.String(), note: noteOrNone }),
  handleAlarm: Type.Object({ alarm: Type.String(), text: Type.String({ minLength: 1, maxLength: 4_000 }) }),
  closeAlarm: Type.Object({ alarm: Type.String(), note: noteOrNone }),
  register: Type.Object({
    recorder: Type.String({ minLength: 1, maxLength: 64 }),
    profile: Type.Union([Type.String(), Type.Null()]),
    holder: Type.Union([Type.String({ maxLength: 200 }), Type.Null()]),
  }),
  namePort: Type.Object({ path: Type.String(), port: Type.String() }),
  exportEvidence: Type.Object({ evidence: Type.String(), destination: Type.String() }),
  /** A file of the machine on which the daemon runs. */
  exportTrack: Type.Object({ evidence: Type.String(), file: Type.String() }),
  /** Of some evidence items, of everything, or of what is due. */
  checkFixity: Type.Object({
    wish: Type.Union([names, Type.Literal('all'), Type.Literal('due')]),
  }),
  backup: Type.Object({ folder: Type.Union([Type.String(), Type.Null()]) }),
  exportLedger: Type.Object({ destination: Type.String(), personal: Type.Boolean() }),
  /** Writes down that a ledger of cases leaves; the command writes the file once that is committed. */
  exportCases: Type.Object({
    of: Type.Enum(['case', 'party', 'all']),
    key: Type.Union([Type.String({ maxLength: 128 }), Type.Null()]),
    rows: Type.Integer({ minimum: 0 }),
    recordings: Type.Integer({ minimum: 0 }),
    bytes: Type.Integer({ minimum: 0 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    destination: Type.String(),
  }),
  /** Writes down that entries leave as a file. */
  exportEntries: Type.Object({
    entries: Type.Integer({ minimum: 0 }),
    size: Type.Integer({ minimum: 0 }),
    bytes: Type.Integer({ minimum: 0 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    masked: Type.Boolean(),
    question: Type.String({ maxLength: 8_000 }),
    destination: Type.String(),
  }),
  control: Type.Object({
    docking: Type.String(),
    deed: Type.Union([Type.Literal('pause'), Type.Literal('resume'), Type.Literal('cancel')]),
  }),
  first: Type.Object({ docking: Type.String(), path: Type.String() }),
  /** Takes a recorder in before the others. */
  goFirst: Type.Object({ docking: Type.String() }),
  /** What may go from a docked recorder. */
  erasable: Type.Object({ docking: Type.String() }),
  /** Takes it off. `list` is the digest of the list that was shown. */
  erase: Type.Object({ docking: Type.String(), list: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
  status: Type.Object({}),
  judge: Type.Object({}),
  split: Type.Object({ evidence: names }),
  join: Type.Object({ sessions: names }),
  returned: Type.Object({ session: Type.String(), at: instant, note: noteOrNone }),
  correctClock: Type.Object({
    docking: Type.String(),
    offsetSeconds: Type.Integer({ minimum: -3_153_600_000, maximum: 3_153_600_000 }),
    note: noteOrNone,
  }),
  justify: Type.Object({
    session: Type.String(),
    category: Type.Enum([...justificationCategories]),
    text: words,
    /** Files of the machine on which the daemon runs. */
    attach: Type.Array(Type.String(), { maxItems: 20 }),
  }),
  decide: Type.Object({
    justification: Type.String(),
    decision: Type.Enum(['approved', 'rejected', 'withdrawn']),
    note: noteOrNone,
  }),
  tag: Type.Object({
    evidence: names,
    field: Type.Enum([...tagFields]),
    /** Null takes away what a person has said. */
    value: Type.Union([Type.String({ minLength: 1, maxLength: 1_000 }), Type.Null()]),
    /** What a person had said when whoever tags looked; null: nobody had said anything. Left out, it is not asked. */
    standing: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 1_000 }), Type.Null()])),
  }),
  enterRow: Type.Object({
    register: Type.String(),
    values: Type.Record(Type.String(), Type.String({ maxLength: 1_000 })),
    /** What stood in fields when whoever enters looked; empty: nothing. What is left out is not asked. */
    standing: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 1_000 }))),
  }),
  removeRow: Type.Object({
    register: Type.String(),
    key: Type.String({ minLength: 1, maxLength: 1_000 }),
    cause: Type.String({ minLength: 1, maxLength: 4_000 }),
  }),
  importRegister: Type.Object({
    /** Null: `file` is a folder of files named by their registers. */
    register: Type.Union([Type.String(), Type.Null()]),
    file: Type.String(),
    dryRun: Type.Boolean(),
    goodRows: Type.Boolean(),
  }),
  explainFinding: Type.Object({
    finding: Type.String(),
    who: words,
    when: instant,
    why: words,
    signedBy: words,
    text: noteOrNone,
    /** Files of the machine on which the daemon runs. */
    attach: Type.Array(Type.String(), { maxItems: 20 }),
  }),
  dismissFinding: Type.Object({ finding: Type.String(), reason: words }),
  /** Keeps an item longer than its class says. */
  extendRetention: Type.Object({
    evidence: Type.String({ minLength: 1, maxLength: 64 }),
    until: instant,
    reason: words,
  }),
  placeHold: Type.Object({
    of: Type.Enum(['evidence', 'case']),
    about: Type.String({ minLength: 1, maxLength: 128 }),
    reason: words,
  }),
  liftHold: Type.Object({ hold: Type.String(), reason: words }),
  proposeDisposal: Type.Object({
    /** Null: whatever is past its lock and held by nothing. */
    evidence: Type.Union([
      Type.Array(Type.String({ maxLength: 64 }), { minItems: 1, maxItems: 1_000 }),
      Type.Null(),
    ]),
    reason: words,
  }),
  decideDisposal: Type.Object({
    disposal: Type.String(),
    decision: Type.Enum([...disposalDecisions]),
    note: noteOrNone,
  }),
  /** Goes on with what was approved and broken off. */
  carryOutDisposals: Type.Object({}),
  makeViewing: Type.Object({ evidence: Type.String() }),
  removeViewing: Type.Object({ evidence: Type.String() }),
  importCalendar: Type.Object({
    file: Type.String(),
    year: Type.Integer({ minimum: 2007, maximum: 9999 }),
    correct: Type.Boolean(),
  }),
} as const;

export type OrderName = keyof typeof orderShapes;
export type OrderArgs<N extends OrderName> = Static<(typeof orderShapes)[N]>;
export type Order = {
  readonly [N in OrderName]: { readonly order: N; readonly args: OrderArgs<N> };
}[OrderName];
