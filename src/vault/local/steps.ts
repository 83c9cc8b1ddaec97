import { DocketError } from '../../errors.ts';
import { writeFailure } from './disk-error.ts';

export const createActs = [
  'vault.create.folders',
  'vault.create.write',
  'vault.create.link',
  'vault.create.unlink',
  'vault.create.sync',
] as const;
export const publishActs = [
  'vault.folders',
  'vault.link',
  'vault.mode',
  'vault.retention',
  'vault.sync',
  'vault.unlink',
  'vault.flag',
  'vault.settle',
] as const;
export const repairActs = ['vault.repair.aside', 'vault.repair.keep'] as const;
export const retainActs = ['vault.retain.record', 'vault.retain.sync', 'vault.retain.flag'] as const;
export const holdActs = ['vault.hold.record', 'vault.hold.sync', 'vault.hold.flag'] as const;
export const releaseActs = ['vault.release.record', 'vault.release.sync', 'vault.release.flag'] as const;
/** After those of the log object that says so. */
export const disposeActs = ['vault.dispose.unflag', 'vault.dispose.unlink', 'vault.dispose.sync'] as const;
export const logActs = [
  'vault.log.folders',
  'vault.log.write',
  'vault.log.link',
  'vault.log.sync',
  'vault.log.unlink',
  'vault.log.flag',
  'vault.log.settle',
] as const;

export type VaultAct = (
  | typeof createActs
  | typeof publishActs
  | typeof repairActs
  | typeof retainActs
  | typeof holdActs
  | typeof releaseActs
  | typeof disposeActs
  | typeof logActs
)[number];
export type VaultStep = `${VaultAct}.before` | `${VaultAct}.after`;
/** Called before and after every act on the disk: where a crash campaign kills the process. */
export type Steps = (name: VaultStep) => void | Promise<void>;

/** The fault points around some acts, in the order in which they are reached. */
export function stepsOf(acts: readonly VaultAct[]): readonly VaultStep[] {
  return acts.flatMap((act): VaultStep[] => [`${act}.before`, `${act}.after`]);
}

/** Every fault point of the local vault. The names are stable. */
export const vaultSteps = stepsOf([
  ...createActs,
  ...publishActs,
  ...repairActs,
  ...retainActs,
  ...holdActs,
  ...releaseActs,
  ...disposeActs,
  ...logActs,
]);

/** Does one act on the disk between its two fault points; a refusal by the system becomes an error about `path`. */
export type Act = <T>(name: VaultAct, path: string, action: () => Promise<T>) => Promise<T>;

export function actsWith(steps: Steps): Act {
  return async (name, path, action) => {
    await steps(`${name}.before`);
    const result = await action().catch((error: unknown) => {
      throw error instanceof DocketError ? error : writeFailure(error, path);
    });
    await steps(`${name}.after`);
    return result;
  };
}
