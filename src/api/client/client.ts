import { type Operations, operations } from './operations.ts';

export type OperationName = keyof Operations;
export type Asking<N extends OperationName> = Operations[N]['asks'];
export type Answer<N extends OperationName> = Operations[N]['answers'];

/** A problem document (RFC 9457) as an error. */
export class ProblemError extends Error {
  readonly status: number;
  readonly problem: unknown;

  constructor(status: number, problem: unknown) {
    super(`HTTP ${status}`);
    this.name = 'ProblemError';
    this.status = status;
    this.problem = problem;
  }
}

export interface ClientOptions {
  /** Empty in a browser that got its page from the station. */
  readonly base: string;
  /** Sent with every call: `authorization` of a program, `x-csrf-token` of a page, `accept-language`. */
  readonly headers: () => Readonly<Record<string, string>>;
  readonly fetch?: typeof fetch;
}

interface Parts {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
}

/** Asks the station by the names of the description. Answers that are files come as a `Response`. Error: `ProblemError`. */
export async function ask<N extends OperationName>(
  options: ClientOptions,
  name: N,
  asking: Asking<N>,
): Promise<Answer<N>> {
  const { method, path, file } = operations[name];
  const { params = {}, query = {}, body }: Parts = asking;
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  const filled = path.replace(/\{(\w+)\}/g, (_all, key: string) => encodeURIComponent(String(params[key])));
  const search = given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
  const response = await (options.fetch ?? fetch)(`${options.base}${filled}${search}`, {
    method,
    headers: { ...options.headers(), ...(body === undefined ? {} : { 'content-type': typeOf(body) }) },
    ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
  });
  if (!response.ok) throw new ProblemError(response.status, await response.json().catch(() => null));
  if (file) return response as Answer<N>;
  return (response.status === 204 ? undefined : await response.json()) as Answer<N>;
}

/** A file goes as it is. */
function typeOf(body: unknown): string {
  return body instanceof Blob ? 'application/octet-stream' : 'application/json';
}
