import { CustodyError, type CustodyErrorCode } from '../custody/error.ts';
import type { Refusal } from '../custody/ledger-thread.ts';
import { problems } from '../texts/catalogue.ts';

/** Makes an error of this program again of what crossed the ledger thread as its parts. */
export function revive({ code, params, message }: Refusal): unknown {
  if (code !== null && isCustodyCode(code)) return new CustodyError(code, params as never);
  return new Error(message);
}

function isCustodyCode(code: string): code is CustodyErrorCode {
  return code.startsWith('custody.') && code in problems;
}
