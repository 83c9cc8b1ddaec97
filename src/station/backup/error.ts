import { DocketError } from '../../errors.ts';
import type { ProblemCode } from '../../texts/catalogue.ts';

export type BackupErrorCode = Extract<ProblemCode, `backup.${string}`>;

/** Failures of making a backup, of restoring one, and of rebuilding a station from its vault. */
export class BackupError<C extends BackupErrorCode = BackupErrorCode> extends DocketError<C> {}
