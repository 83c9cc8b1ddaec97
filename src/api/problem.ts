import Type, { type Static } from 'typebox';
import type { DocketError } from '../errors.ts';
import { say, sayProblem } from '../texts/say.ts';
import type { Language } from '../texts/text.ts';
import { statusOf } from './status-code.ts';

export const problemType = 'application/problem+json; charset=utf-8';

/** RFC 9457, with the code for programs, the field at fault and what to do next. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'urn:docket:problem: and the code' }),
    title: Type.String({ description: 'What the status says, in the language asked for' }),
    status: Type.Integer(),
    detail: Type.String({ description: 'What was expected and found, in the language asked for' }),
    instance: Type.String({ description: 'This request, as the log of the station names it' }),
    code: Type.String(),
    field: Type.Union([Type.String(), Type.Null()], { description: 'The parameter or field at fault' }),
    next: Type.String({ description: 'What to do next' }),
  },
  { additionalProperties: false },
);
export type Problem = Static<typeof Problem>;

/** The document of an expected failure. Nothing of where it happened in the code leaves the station. */
export function problemOf(
  error: DocketError,
  language: Language,
  request: { readonly id: string; readonly method: string },
): Problem {
  const { says, next } = sayProblem(language, error.code, { request: request.id, ...error.params });
  const status = statusOf(error, request.method === 'GET' || request.method === 'HEAD');
  return {
    type: `urn:docket:problem:${error.code}`,
    title: say(language, `api.title.${status}`),
    status,
    detail: says,
    instance: `urn:docket:request:${request.id}`,
    code: error.code,
    // Operands of the command line are written in capitals.
    field: error.field === null ? null : fieldName(error.field),
    next,
  };
}

function fieldName(field: string): string {
  return field === field.toUpperCase() ? field.toLowerCase() : field;
}
