/** Whatever of the description is walked through: the document is this program's own. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Schema>>;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The TypeScript of the client's types and its table of operations, from the OpenAPI document. Pure. */
export function clientSource(document: object): string {
  // Made by `describeApi`, whose shape this is.
  const { paths, components } = document as Document;
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return [
    '// Written by scripts/write-api-client.ts from the description of the interface: npm run client',
    ...Object.entries(components.schemas).map(
      ([name, schema]) => `export type ${name} = ${typeOf(schema)};\n`,
    ),
    'export interface Operations {',
    ...all.map(
      ({ operation }) =>
        `/** ${operation.summary} */\n${operation.operationId}: ${operationType(operation)};`,
    ),
    '}\n',
    'export const operations = {',
    ...all.map(({ path, method, operation }) => {
      const row = { method: method.toUpperCase(), path, file: isFile(operation) };
      return `${operation.operationId}: ${JSON.stringify(row)},`;
    }),
    '} as const;',
  ].join('\n');
}

function operationType({ parameters, requestBody, responses, ...rest }: Operation): string {
  const named = (where: string): string => {
    const some = parameters.filter((one) => one.in === where);
    if (some.length === 0) return '';
    const optional = some.every(({ required }) => !required) ? '?' : '';
    const fields = some.map((one) => `${one.name}${one.required ? '' : '?'}: ${typeOf(one.schema)}`);
    return `${where === 'path' ? 'params' : 'query'}${optional}: { ${fields.join('; ')} };`;
  };
  const body = requestBody?.content['application/json']?.schema;
  const given = requestBody === undefined ? '' : `body: ${body === undefined ? 'Blob' : typeOf(body)};`;
  const asks = [named('path'), named('query'), given].join(' ').trim();
  const answers = answerOf({ parameters, responses, ...rest });
  return `{ asks: ${asks === '' ? 'Record<string, never>' : `{ ${asks} }`}; answers: ${answers} }`;
}

function answerOf(operation: Operation): string {
  if (isFile(operation)) return 'Response';
  const schema = operation.responses['200']?.content?.['application/json']?.schema;
  return schema === undefined ? 'undefined' : typeOf(schema);
}

function isFile({ responses }: Operation): boolean {
  return Object.keys(responses['200']?.content ?? {}).some((type) => type !== 'application/json');
}

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' | ');
  switch (schema.type) {
    case 'string':
      return 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'null':
      return 'null';
    case 'array':
      return `readonly (${typeOf(schema.items ?? {})})[]`;
    case 'object':
      return objectType(schema);
    default:
      return 'unknown';
  }
}

function objectType({ properties, required = [], patternProperties }: Schema): string {
  const [values] = Object.values(patternProperties ?? {});
  if (properties === undefined) return `{ readonly [key: string]: ${typeOf(values ?? {})} }`;
  const fields = Object.entries(properties).map(
    ([name, one]) => `readonly ${name}${required.includes(name) ? '' : '?'}: ${typeOf(one)}`,
  );
  return `{ ${fields.join('; ')} }`;
}
