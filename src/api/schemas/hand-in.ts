import Type from 'typebox';
import { anything, orNull } from './common.ts';

/** As `docket ingest` reports it. */
export const HandedInReport = Type.Object({
  docking: Type.String(),
  recorder: orNull(Type.String()),
  way: Type.String(),
  refused: orNull(Type.String({ description: 'Why nothing was taken in' })),
  summary: Type.Record(Type.String(), Type.Integer()),
  recordings: Type.Array(anything),
});
