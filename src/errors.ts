import type { ProblemCode, ProblemParams } from './texts/catalogue.ts';
import { sayProblem } from './texts/say.ts';

/**
 * The one shape of every expected failure. Each room derives its own class with its own closed set of codes;
 * the words live in the catalogue of texts, so `message` is English and a screen asks for the reader's language.
 */
export class DocketError<C extends ProblemCode = ProblemCode> extends Error {
  readonly code: C;
  readonly params: Readonly<Record<string, string | number>>;
  /** The configuration key, option or request field that is at fault, where there is one. */
  readonly field: string | null;

  constructor(code: C, params: ProblemParams<C>, options: { cause?: unknown; field?: string } = {}) {
    super(sayProblem('en', code, params).says, options.cause === undefined ? {} : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.params = params;
    this.field = options.field ?? null;
  }
}

/** The operating system's error name (`EIO`, `ENOSPC`, …), or null where the error carries none. */
export function errnoOf(error: unknown): string | null {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return null;
}

/** Ends a switch over a closed union: the compiler refuses a forgotten case. */
export function unreachable(value: never): never {
  throw new Error(`a case was forgotten: ${JSON.stringify(value)}`);
}
