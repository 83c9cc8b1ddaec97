import type { DocketError } from '../errors.ts';
import { sayProblem } from '../texts/say.ts';
import type { Language } from '../texts/text.ts';

/** The JSON document of an error. */
export function errorDocument(
  { code, params, field }: DocketError,
  language: Language,
): { error: { code: string; message: string; field: string | null; next: string } } {
  const { says, next } = sayProblem(language, code, params);
  return { error: { code, message: says, field, next } };
}
