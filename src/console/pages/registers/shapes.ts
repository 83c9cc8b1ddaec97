import type { Answer, Asking } from '../../../api/client/client.ts';

export type Register = Answer<'registerNames'>['rows'][number];
export type Field = Register['fields'][number];
export type RegisterName = Asking<'registerRows'>['params']['register'];
export type Values = Readonly<Record<string, string>>;

/** A register by its name as the calls take it. */
export function nameOf({ register }: Register): RegisterName {
  // The station has named it.
  return register as RegisterName;
}
