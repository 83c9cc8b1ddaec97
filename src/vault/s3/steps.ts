/** What publishing passes; a recording that goes up whole passes no part and no completion. */
export const s3PublishActs = [
  'vault.s3.look',
  'vault.s3.upload',
  'vault.s3.lock',
  'vault.s3.proof',
  'vault.s3.unlink',
] as const;
export const s3MultipartActs = ['vault.s3.begin', 'vault.s3.part', 'vault.s3.complete'] as const;
export const s3RetainActs = ['vault.s3.retain'] as const;
export const s3HoldActs = ['vault.s3.hold'] as const;
export const s3ReleaseActs = ['vault.s3.release'] as const;
/** After those of the log object that says so. */
export const s3DisposeActs = ['vault.s3.dispose.remove', 'vault.s3.dispose.look'] as const;
export const s3LogActs = ['vault.s3.log.look', 'vault.s3.log.put', 'vault.s3.log.settle'] as const;

export type S3Act =
  | (typeof s3PublishActs)[number]
  | (typeof s3MultipartActs)[number]
  | (typeof s3RetainActs)[number]
  | (typeof s3HoldActs)[number]
  | (typeof s3ReleaseActs)[number]
  | (typeof s3DisposeActs)[number]
  | (typeof s3LogActs)[number];
export type S3Step = `${S3Act}.before` | `${S3Act}.after`;
/** Called before and after every act on the store: where a crash campaign kills the process. */
export type Steps = (name: S3Step) => void | Promise<void>;

/** The fault points around some acts, in the order in which they are reached. */
export function s3StepsOf(acts: readonly S3Act[]): readonly S3Step[] {
  return acts.flatMap((act): S3Step[] => [`${act}.before`, `${act}.after`]);
}

/** Does one act on the store between its two fault points. */
export type Act = <T>(name: S3Act, action: () => Promise<T>) => Promise<T>;

export function actsWith(steps: Steps): Act {
  return async (name, action) => {
    await steps(`${name}.before`);
    const result = await action();
    await steps(`${name}.after`);
    return result;
  };
}
