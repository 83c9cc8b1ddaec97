import Type, { type Static } from 'typebox';

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
} as const;

export type OrderName = keyof typeof orderShapes;
export type OrderArgs<N extends OrderName> = Static<(typeof orderShapes)[N]>;
export type Order = {
  readonly [N in OrderName]: { readonly order: N; readonly args: OrderArgs<N> };
}[OrderName];
