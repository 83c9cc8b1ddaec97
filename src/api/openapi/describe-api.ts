import { IsOptional, type TSchema } from 'typebox';
import type { AnyRoute } from '../route.ts';
import { type RouteRow, rowOf } from '../route-table.ts';
import { components, described } from './named-schemas.ts';

type Described = { readonly [key: string]: unknown };

/** The OpenAPI 3.1 document of these routes. Pure. */
export function describeApi(routes: readonly AnyRoute[], version: string): Described {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const one of routes) {
    const path = one.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: operationOf(one) };
  }
  const tags = [...new Set(routes.map(({ tag }) => tag))].toSorted();
  return {
    openapi: '3.1.0',
    info: {
      title: 'Docket',
      version,
      description:
        'The station asked over HTTP. Lists are read on with `cursor`; answers to GET have an `ETag`; errors are problem documents (RFC 9457) in the language of `Accept-Language` (zh, en).',
      license: { name: 'Unlicensed', identifier: 'LicenseRef-Unlicensed' },
    },
    servers: [{ url: '/' }],
    tags: tags.map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        signIn: { type: 'apiKey', in: 'cookie', name: '__Host-docket' },
        csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token' },
      },
      schemas: components(),
    },
  };
}

function operationOf(one: AnyRoute): Described {
  const row = rowOf(`${one.method} ${one.path}`);
  const { params, query } = one.shapes;
  return {
    operationId: one.name,
    tags: [one.tag],
    summary: one.says,
    description: row === null ? '' : needWords(row),
    parameters: [...parametersOf('path', params), ...parametersOf('query', query)],
    ...bodyOf(one),
    responses: responsesOf(one, row),
    ...(row?.scope === 'open' ? { security: [] } : { security: [{ token: [] }, { signIn: [], csrf: [] }] }),
  };
}

function needWords({ needs, scope }: RouteRow): string {
  switch (scope) {
    case 'open':
      return 'For everybody.';
    case 'self':
      return 'For whoever is signed in, about themselves.';
    case 'anywhere':
      return `Needs \`${needs}\`.`;
    case 'whole':
      return `Needs \`${needs}\` over everything.`;
    case 'listed':
      return `Needs \`${needs}\`; what is out of its reach is left out.`;
    case 'item':
      return `Needs \`${needs}\`; what is out of its reach is not there.`;
  }
}

function parametersOf(where: 'path' | 'query', schema: TSchema | undefined): readonly Described[] {
  const properties = propertiesOf(schema);
  return Object.entries(properties).map(([name, one]) => {
    const { description, ...shape } = JSON.parse(JSON.stringify(one));
    return {
      name,
      in: where,
      required: where === 'path' || !IsOptional(one),
      ...(description === undefined ? {} : { description }),
      schema: shape,
    };
  });
}

function propertiesOf(schema: TSchema | undefined): Readonly<Record<string, TSchema>> {
  if (schema === undefined || !('properties' in schema)) return {};
  // An object's properties are schemas, by how TypeBox makes it.
  return schema.properties as Readonly<Record<string, TSchema>>;
}

function bodyOf({ shapes, upload }: AnyRoute): Described {
  if (upload !== undefined) {
    const content = Object.fromEntries(upload.types.map((type) => [type, { schema: {} }]));
    return { requestBody: { required: true, content } };
  }
  if (shapes.body === undefined) return {};
  return {
    requestBody: { required: true, content: { 'application/json': { schema: described(shapes.body) } } },
  };
}

function responsesOf(one: AnyRoute, row: RouteRow | null): Described {
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  return {
    ...success(one),
    '400': problem('The request is wrong; `field` says where.'),
    ...(row?.scope === 'open'
      ? {}
      : { '401': problem('Nobody is signed in.'), '403': problem('It is not permitted.') }),
    ...(row?.scope === 'item' ? { '404': problem('It is not there, or out of reach.') } : {}),
    '429': problem('Too many requests.'),
  };
}

function success({ answer, files, method }: AnyRoute): Described {
  const types = [
    ...(answer === null ? [] : [['application/json', { schema: described(answer) }] as const]),
    ...(files ?? []).map((type) => [type, { schema: {} }] as const),
  ];
  if (types.length === 0 && method !== 'GET') return { '204': { description: 'Done.' } };
  const content = types.length === 0 ? {} : { content: Object.fromEntries(types) };
  return { '200': { description: 'Done.', ...content } };
}
