import Type, { type Static } from 'typebox';
import { justificationCategories } from '../custody/entry-kinds.ts';
import { tagFields } from '../tagging/tags.ts';

const names = Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { minItems: 1, maxItems: 10_000 });
const instant = Type.String({ format: 'date-time' });
const words = Type.String({ minLength: 1, maxLength: 4_000 });
const noteOrNone = Type.Union([words, Type.Null()]);

/**
 * What a command asks of whoever holds the station: the daemon over its socket, or the command itself where none runs.
 * The shapes are checked where an order arrives.
 */
export const orderShapes = {
  ingest: Type.Object({ folder: Type.String() }),
  acknowledge: Type.Object({ alarm: Type.String(), note: Type.Union([Type.String(), Type.Null()]) }),
  register: Type.Object({
    recorder: Type.String({ minLength: 1, maxLength: 64 }),
    profile: Type.Union([Type.String(), Type.Null()]),
    holder: Type.Union([Type.String({ maxLength: 200 }), Type.Null()]),
  }),
  namePort: Type.Object({ path: Type.String(), port: Type.String() }),
  exportEvidence: Type.Object({ evidence: Type.String(), destination: Type.String() }),
  exportLedger: Type.Object({ destination: Type.String(), personal: Type.Boolean() }),
  control: Type.Object({
    docking: Type.String(),
    deed: Type.Union([Type.Literal('pause'), Type.Literal('resume'), Type.Literal('cancel')]),
  }),
  first: Type.Object({ docking: Type.String(), path: Type.String() }),
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
  }),
  enterRow: Type.Object({
    register: Type.String(),
    values: Type.Record(Type.String(), Type.String({ maxLength: 1_000 })),
  }),
  importRegister: Type.Object({
    register: Type.String(),
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
