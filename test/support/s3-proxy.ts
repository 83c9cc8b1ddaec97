import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Test } from 'tap';

/** What is asked of the store, as S3 calls it. */
export type Op =
  | 'put'
  | 'begin'
  | 'part'
  | 'complete'
  | 'retention'
  | 'legal_hold'
  | 'head'
  | 'get'
  | 'versions'
  | 'uploads'
  | 'parts'
  | 'versioning'
  | 'lock'
  | 'other';

/** A request that came by. */
export interface Seen {
  readonly op: Op;
  /** Of a list, what its names begin with. */
  readonly key: string;
  readonly headers: IncomingHttpHeaders;
  /** Of the body, as it came from the client. */
  readonly bytes: number;
  readonly startedAt: number;
}

/** What happens to a request on its way. */
export type Deed =
  /** The store never sees it. */
  | { readonly answer: number; readonly code: string }
  /** The client gets so many bytes of the answer's body, then the connection is cut. */
  | { readonly cutAnswerAfter: number }
  /** The store gets so much of the body, then both connections are cut. */
  | { readonly cutBodyAfter: number }
  /** The store carries it out, and the client never hears of it. */
  | 'drop the answer'
  /** The client is told that it was carried out, and the store never sees it. */
  | 'lose it'
  | 'corrupt the body'
  | 'corrupt the answer'
  | 'hang'
  /** Something else reaches the store in its place, of which the client gets the headers with a 200. */
  | { readonly instead: (body: Buffer, asked: URL) => Promise<Readonly<Record<string, string>>> }
  | { readonly delayMs: number }
  | { readonly clockAheadSeconds: number };

/** When it happens: the first one whose `of` fits, so many times. */
export interface Strike {
  readonly of: (seen: Seen) => boolean;
  readonly deed: Deed;
  times: number;
}

/** Stands between a client and the real store. It passes everything on as it is, unless told otherwise. */
export class S3Proxy {
  readonly seen: Seen[] = [];
  readonly #server: Server;
  readonly #to: number;
  #strikes: Strike[] = [];
  /** Bytes a second in the direction of the store, all connections together; null: as fast as it goes. */
  #bytesPerSecond: number | null = null;
  #sentUntil = 0;

  private constructor(to: number) {
    this.#to = to;
    this.#server = createServer((from, answer) => {
      this.#pass(from, answer).catch(() => answer.destroy());
    });
  }

  static async start(t: Pick<Test, 'teardown'>, to: number): Promise<S3Proxy> {
    const proxy = new S3Proxy(to);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    t.teardown(() => {
      proxy.#server.closeAllConnections();
      proxy.#server.close();
    });
    return proxy;
  }

  get endpoint(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy does not listen');
    return `http://127.0.0.1:${address.port}`;
  }

  strike(of: Op | ((seen: Seen) => boolean), deed: Deed, times = 1): void {
    this.#strikes.push({ of: typeof of === 'string' ? (seen) => seen.op === of : of, deed, times });
  }

  /** How many strikes are still to come: 0 where each has struck. */
  get left(): number {
    return this.#strikes.reduce((sum, one) => sum + (Number.isFinite(one.times) ? one.times : 0), 0);
  }

  calm(): void {
    this.#strikes = [];
  }

  slow(bytesPerSecond: number | null): void {
    this.#bytesPerSecond = bytesPerSecond;
  }

  count(op: Op): number {
    return this.seen.filter((one) => one.op === op).length;
  }

  async #pass(from: IncomingMessage, answer: ServerResponse): Promise<void> {
    from.on('error', () => answer.destroy());
    const startedAt = performance.now();
    const { op, key } = opOf(from);
    const deed = this.#deedFor({ op, key, headers: from.headers, bytes: 0, startedAt });
    const body = await bodyOf(from);
    this.seen.push({ op, key, headers: from.headers, bytes: body.length, startedAt });
    await this.#throttle(body.length);
    if (deed === null) return await this.#forward(from, answer, body, null);
    if (deed === 'hang') return;
    if (deed === 'lose it') {
      answer
        .writeHead(200, { 'x-amz-version-id': 'lost', etag: '"0"', date: new Date().toUTCString() })
        .end();
      return;
    }
    if (typeof deed === 'object' && 'instead' in deed) {
      answer.writeHead(200, await deed.instead(body, new URL(from.url ?? '/', 'http://store'))).end();
      return;
    }
    if (deed === 'corrupt the body') return await this.#forward(from, answer, flipped(body), null);
    if (typeof deed === 'object' && 'answer' in deed) return refuse(answer, deed.answer, deed.code);
    if (typeof deed === 'object' && 'delayMs' in deed) {
      await wait(deed.delayMs, undefined, { ref: false });
      return await this.#forward(from, answer, body, null);
    }
    if (typeof deed === 'object' && 'cutBodyAfter' in deed)
      return this.#cutBody(from, answer, body, deed.cutBodyAfter);
    await this.#forward(from, answer, body, deed);
  }

  #deedFor(seen: Seen): Deed | null {
    const strike = this.#strikes.find((one) => one.times > 0 && one.of(seen));
    if (strike === undefined) return null;
    strike.times -= 1;
    return strike.deed;
  }

  async #throttle(bytes: number): Promise<void> {
    if (this.#bytesPerSecond === null) return;
    const from = Math.max(performance.now(), this.#sentUntil);
    this.#sentUntil = from + (bytes * 1_000) / this.#bytesPerSecond;
    await wait(Math.max(0, this.#sentUntil - performance.now()), undefined, { ref: false });
  }

  #cutBody(from: IncomingMessage, answer: ServerResponse, body: Buffer, after: number): void {
    const to = this.#request(from);
    to.on('error', () => undefined);
    to.write(body.subarray(0, after), () => {
      to.destroy();
      answer.destroy();
    });
  }

  #request(from: IncomingMessage) {
    const { method, url: path, headers } = from;
    return request({ host: '127.0.0.1', port: this.#to, method, path, headers });
  }

  async #forward(
    from: IncomingMessage,
    answer: ServerResponse,
    body: Buffer,
    deed: Deed | null,
  ): Promise<void> {
    const to = this.#request(from);
    const got = await new Promise<IncomingMessage>((resolve, reject) => {
      to.on('response', resolve);
      to.on('error', reject);
      to.end(body);
    });
    if (deed === 'drop the answer') {
      got.resume();
      answer.destroy();
      return;
    }
    const headers = { ...got.headers };
    if (typeof deed === 'object' && deed !== null && 'clockAheadSeconds' in deed)
      headers['date'] = new Date(Date.now() + deed.clockAheadSeconds * 1_000).toUTCString();
    answer.writeHead(got.statusCode ?? 502, headers);
    let sent = 0;
    for await (const piece of got as AsyncIterable<Buffer>) {
      if (typeof deed === 'object' && deed !== null && 'cutAnswerAfter' in deed) {
        const still = deed.cutAnswerAfter - sent;
        if (still <= piece.length) {
          answer.write(piece.subarray(0, Math.max(0, still)), () => answer.destroy());
          got.destroy();
          return;
        }
      }
      sent += piece.length;
      if (!answer.write(deed === 'corrupt the answer' ? flipped(piece) : piece))
        await new Promise((go) => answer.once('drain', go));
    }
    answer.end();
  }
}

function refuse(answer: ServerResponse, status: number, code: string): void {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>struck</Message></Error>`;
  answer.writeHead(status, { 'content-type': 'application/xml', 'content-length': xml.length }).end(xml);
}

/** One bit of it is another. */
export function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.length >> 1;
  if (copy.length > 0) copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

async function bodyOf(from: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of from as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}

function opOf({ method, url = '/' }: IncomingMessage): { op: Op; key: string } {
  const { pathname, searchParams } = new URL(url, 'http://store');
  const [, , ...parts] = pathname.split('/');
  const has = (name: string): boolean => searchParams.has(name);
  return { op: named(method ?? '', has), key: parts.join('/') || (searchParams.get('prefix') ?? '') };
}

function named(method: string, has: (name: string) => boolean): Op {
  if (has('versions')) return 'versions';
  if (has('versioning')) return 'versioning';
  if (has('object-lock')) return 'lock';
  if (has('retention')) return 'retention';
  if (has('legal-hold')) return 'legal_hold';
  if (has('uploads')) return method === 'POST' ? 'begin' : 'uploads';
  if (has('partNumber')) return 'part';
  if (has('uploadId')) return method === 'POST' ? 'complete' : 'parts';
  if (method === 'PUT') return 'put';
  if (method === 'HEAD') return 'head';
  return method === 'GET' ? 'get' : 'other';
}
