import { DocketError } from '../errors.ts';
import type { ProblemCode } from '../texts/catalogue.ts';

export type TlsErrorCode = Extract<ProblemCode, `tls.${string}`>;

/** A certificate or a key that nothing may be encrypted with. */
export class TlsError<C extends TlsErrorCode = TlsErrorCode> extends DocketError<C> {}
