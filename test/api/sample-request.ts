import type { TSchema } from 'typebox';
import type { AnyRoute } from '../../src/api/route.ts';

/** A request in parts, as data that a test can spoil. */
export interface SampleRequest {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

interface Loose {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Loose[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Loose>>;
  readonly required?: readonly string[];
  readonly items?: Loose;
  readonly format?: string;
}

/** A request that every schema of the route lets in; what it names is nowhere to be found. */
export function sampleRequest({ shapes }: AnyRoute): SampleRequest {
  return {
    params: record(sampleOf(shapes.params)),
    query: record(sampleOf(shapes.query)),
    body: shapes.body === undefined ? undefined : sampleOf(shapes.body),
  };
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Values for strings whose pattern asks for something. */
const patterned: Readonly<Record<string, string>> = {
  '^[a-z]+:': 'evidence:none',
  '^[0-9a-f]{64}$': '0'.repeat(64),
  '^[^/\\\\:]{1,100}\\.(pdf|ofd|jpg|jpeg|png|docx|xlsx|txt|csv)$': 'scan.pdf',
  '^[^/\\\\:.\\x00-\\x1f\\x7f][^/\\\\:\\x00-\\x1f\\x7f]{0,199}$': 'film.mp4',
  '^\\d{1,3}-\\d{1,3}(\\.\\d{1,3}){0,6}$': '1-4.2',
  '^[^/\\\\:]{1,100}\\.(csv|xlsx)$': 'units.csv',
};

function sampleOf(schema: TSchema | Loose | undefined): unknown {
  const {
    type,
    pattern,
    minimum = 0,
    minItems = 0,
    properties = {},
    required = [],
    ...rest
  }: Loose = schema ?? {};
  if (rest.enum !== undefined) return rest.enum[0];
  if (rest.const !== undefined) return rest.const;
  if (rest.anyOf !== undefined) return sampleOf(rest.anyOf[0]);
  switch (type) {
    case 'integer':
      return Math.max(minimum, 1);
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: minItems }, () => sampleOf(rest.items));
    case 'object':
      return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name])]));
    default:
      if (rest.format === 'date-time') return '2026-09-02T10:00:00Z';
      if (rest.format === 'date') return '2026-09-02';
      return pattern === undefined ? 'none' : (patterned[pattern] ?? 'none');
  }
}

/** The address of a request. */
export function addressOf({ path }: AnyRoute, { params, query }: SampleRequest): string {
  const filled = path.replace(/:(\w+)/g, (_all, name: string) => encoded(params[name]));
  const asked = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${encoded(value)}`);
  return asked.length === 0 ? filled : `${filled}?${asked.join('&')}`;
}

/** Bytes go as they are; half a character cannot. */
function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(text.toWellFormed());
}
