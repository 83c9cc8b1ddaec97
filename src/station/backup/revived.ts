import type { Refusal } from '../../custody/ledger-thread.ts';
import { DocketError } from '../../errors.ts';
import { type ProblemCode, problems } from '../../texts/catalogue.ts';

/** Makes an error of this program again of what crossed the backup's thread as its parts. */
export function revived({ code, params, message }: Refusal): Error {
  return code !== null && isProblemCode(code) ? new DocketError(code, params as never) : new Error(message);
}

function isProblemCode(code: string): code is ProblemCode {
  return code in problems;
}
