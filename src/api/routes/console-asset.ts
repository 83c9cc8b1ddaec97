import { readFile } from 'node:fs/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { type Asset, builtConsole } from '../console/built.ts';
import { ApiError } from '../error.ts';
import { knowsTag } from '../http/conditional.ts';
import { FileAnswer } from '../http/file-answer.ts';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';

export const consoleAssetRoute = route({
  method: 'GET',
  path: '/assets/:file',
  name: 'consoleAsset',
  tag: 'console',
  says: 'A part of the console; its name changes with its contents',
  shapes: { params: Type.Object({ file: Type.String({ minLength: 1, maxLength: 200 }) }, closed) },
  answer: null,
  files: ['text/javascript', 'text/css'],
  async handle(_room, { params }, { request, reply }) {
    const asset = builtConsole()?.assets.get(params.file);
    if (asset === undefined)
      throw new ApiError('api.route_unknown', { method: 'GET', path: `/assets/${params.file}` });
    return await sent(params.file, asset, request, reply);
  },
});

async function sent(name: string, asset: Asset, request: FastifyRequest, reply: FastifyReply) {
  const form = formFor(request.headers['accept-encoding'], asset);
  const tag = `"${asset.tag}${form === null ? '' : `-${form}`}"`;
  reply
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('vary', 'accept-encoding')
    .header('etag', tag);
  if (form !== null) reply.header('content-encoding', form === 'gz' ? 'gzip' : 'br');
  if (knowsTag(request.headers['if-none-match'], tag)) {
    reply.code(304).send();
    return undefined;
  }
  const content = await readFile(form === null ? asset.path : `${asset.path}.${form}`);
  return new FileAnswer(name, asset.type, content, 'inline');
}

/** The smallest form that the caller can read. */
function formFor(header: string | undefined, { forms }: Asset): 'br' | 'gz' | null {
  const read = (header ?? '')
    .split(',')
    .filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one))
    .map((one) => one.split(';', 1)[0]?.trim().toLowerCase());
  return forms.find((form) => read.includes(form === 'gz' ? 'gzip' : form)) ?? null;
}
