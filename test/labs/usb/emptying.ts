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

/** What may go from a docked recorder, as it is shown. */
export async function erasable({ station }: Lab, docking: string): Promise<Erasable> {
  return (await station.docket('docking', 'erase', docking)) as Erasable;
}
