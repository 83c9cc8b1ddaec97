import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { jsonBody } from './json-body.ts';
import { type Part, shaped } from './validate.ts';

export const uploadTypes = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
] as const;

/** How requests are read and checked: JSON in strict UTF-8, files as they come, everything by its schema. */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => jsonBody(body),
  );
  app.addContentTypeParser(
    [...uploadTypes],
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => body,
  );
  app.setValidatorCompiler<TSchema>(({ schema, httpPart }) => {
    const part = partOf(httpPart);
    return (value: unknown) => {
      try {
        return { value: shaped(schema, part, value) };
      } catch (error) {
        return { error: error instanceof Error ? error : new Error(String(error)) };
      }
    };
  });
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
}

/** Bodies of these types are not read before their route does. */
export function leaveStreams(app: FastifyInstance, types: readonly string[]): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser([...types], async (_request: unknown, payload: unknown) => payload);
}

function partOf(part: string | undefined): Part {
  return part === 'params' || part === 'querystring' || part === 'headers' ? part : 'body';
}
