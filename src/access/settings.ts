import type { Config } from '../config.ts';

/** What the unit has ordered about its doors; units stand in the names. */
export type AccessSettings = Config['access'];
