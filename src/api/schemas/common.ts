import Type, { type TSchema, type TString } from 'typebox';

export const closed = { additionalProperties: false } as const;

export const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const text = (most = 200) => Type.String({ minLength: 1, maxLength: most });
export const moment = Type.String({ description: 'RFC 3339' });
export const digest = Type.String({ description: 'Lower-case hex' });
export const size = Type.Integer({ description: 'Bytes' });
/** What hangs on its kind, and is described where its kind is. */
export const anything = Type.Unknown();

/** What the accounts in an answer are called, by their ids. */
export const people = Type.Record(Type.String(), Type.String());

/** The one parameter of a path. */
export const idOf = <N extends string>(name: N, most = 64) =>
  // An object with a computed key loses it for the compiler.
  Type.Object({ [name]: Type.String({ minLength: 1, maxLength: most }) } as { [K in N]: TString }, closed);

/** What a person writes: a reason, a statement. */
export const words = Type.String({ minLength: 1, maxLength: 4_000 });
export const noteOrNone = orNull(words);
