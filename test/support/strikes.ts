import t, { type Test } from 'tap';
import { type Crash, CrashGround, told } from './crash.ts';

/** Printed with every strike, so that one that fails can be repeated: DOCKET_SEED=… scripts/test test/faults */
export const seed = process.env['DOCKET_SEED'] ?? Temporal.Now.instant().toString();

export const ground = await CrashGround.make(seed);
t.teardown(() => ground.remove());
t.comment(`seed ${seed}`);

/** Strikes an ingest, and looks that nothing was lost. Whether the crash came before the end. */
export async function survives(t: Test, crash: Crash): Promise<boolean> {
  const { struck, complaints } = await ground.strike(crash);
  t.same(complaints, [], `${told(crash)}, seed ${seed}`);
  return struck;
}
