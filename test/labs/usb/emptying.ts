import { setTimeout as wait } from 'node:timers/promises';
import { LabError } from './host.ts';
import type { Lab } from './lab.ts';

interface Erasable {
  readonly list: string;
  readonly files: readonly { readonly path: string }[];
}

/** Registers a recorder as that of an officer whose unit has its recorders emptied. */
export async function registered({ station }: Lab, recorder: string): Promise<void> {
  const set = (...args: readonly string[]) => station.docket('register', 'set', ...args);
  await set('units', 'code=330803', 'name=应急管理局');
  await set('officers', 'number=222222', 'name=张三', 'unit=330803');
  await set('recorders', `number=${recorder}`, 'holder=222222');
}

/**
 * What may go from a docked recorder, as it is shown. That it may be taken is an entry a moment before the daemon says that
 * the intake is over: until then it answers as it would a person, that they should wait.
 */
export async function erasable({ station }: Lab, docking: string): Promise<Erasable> {
  for (let seconds = 0; ; seconds++) {
    try {
      return (await station.docket('docking', 'erase', docking)) as Erasable;
    } catch (error) {
      const early = error instanceof LabError && error.message.includes('erasing.intake_not_over');
      if (!early || seconds === 60) throw error;
      await wait(1_000);
    }
  }
}
