import { cases } from './cases.ts';
import { matters } from './matters.ts';
import { officers } from './officers.ts';
import { parties } from './parties.ts';
import { places } from './places.ts';
import { recorders } from './recorders.ts';
import type { Register, RegisterName } from './register.ts';
import { rosters } from './rosters.ts';
import { units } from './units.ts';

/** Every register; one that another refers to comes before it. */
export const registers: Readonly<Record<RegisterName, Register>> = {
  units,
  officers,
  recorders,
  parties,
  matters,
  cases,
  places,
  rosters,
};
