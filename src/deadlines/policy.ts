import Type, { type Static } from 'typebox';

/** What starts a limit: the return to the unit, the end of a recording, its docking, or a moment of the case. */
export const clocks = [
  'returned',
  'ended',
  'docked',
  'case_closed',
  'act_ended',
  'execution_ended',
  'decided',
  'inspected',
] as const;
export type ClockName = (typeof clocks)[number];

/** Moments of a recording; the others are moments of its case, and their rules appear only with them. */
export const recordingClocks: readonly ClockName[] = ['returned', 'ended', 'docked'];

/** What a regulation may want recordings labelled with (HY-11). */
export const labels = ['case', 'party', 'handler'] as const;
export type Label = (typeof labels)[number];

const strict = { additionalProperties: false } as const;
const clause = Type.String({ pattern: '^[A-Z]{2}-[A-Z0-9]+(?:-[A-Z0-9]+)*$' });
const text = Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, strict);
const clock = Type.Enum([...clocks]);
const count = (most: number) => Type.Integer({ minimum: 1, maximum: most });
const limit = Type.Union([
  Type.Object({ hours: count(8_760) }, strict),
  Type.Object({ calendarDays: count(366) }, strict),
  Type.Object({ workingDays: count(366) }, strict),
]);

const rule = Type.Object(
  {
    clause,
    what: text,
    clock,
    /** The limit does not begin before this either: a recorder left on after the return is no error. */
    notBefore: Type.Optional(clock),
    limit,
    extension: Type.Optional(
      Type.Object({ clause, clock: Type.Optional(clock), limit, needs: text }, strict),
    ),
    /** Which store ends the limit: one the unit has designated as its server, or any dedicated one (专用存储器). */
    store: Type.Optional(Type.Enum(['designated', 'dedicated'])),
    /** What a recording must be labelled with besides being stored. */
    labels: Type.Optional(Type.Array(Type.Enum([...labels]), { minItems: 1, uniqueItems: true })),
    /** Warns at the day on which the limit would end if no rest day moved it. */
    warnUnrolled: Type.Optional(Type.Boolean()),
    /** Information only: at most `late`, never `overdue`. */
    advisory: Type.Optional(Type.Boolean()),
    /** The clause says 日 without more: the unit decides whether calendar or working days are meant. */
    dayUnitOpen: Type.Optional(Type.Boolean()),
  },
  strict,
);

/** One regulation's limits, as data: `policies/<id>.yaml`. */
export const policyShape = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$' }),
    name: text,
    /** The document that says so. */
    source: Type.String({ minLength: 1 }),
    zone: Type.String({ minLength: 1 }),
    rules: Type.Array(rule, { minItems: 1 }),
  },
  strict,
);

export type Policy = Static<typeof policyShape>;
export type PolicyRule = Static<typeof rule>;
