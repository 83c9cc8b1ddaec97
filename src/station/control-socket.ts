import { lstatSync, unlinkSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { AccessError } from '../access/error.ts';
import type { Actor } from '../custody/entry.ts';
import { DocketError, errnoOf } from '../errors.ts';
import type { DockingSnapshot } from '../intake/progress.ts';
import { type ProblemCode, problems } from '../texts/catalogue.ts';
import type { Language } from '../texts/text.ts';
import { isOrder } from './carry-out.ts';
import type { SignedBy } from './carry-out-as.ts';
import { StationError } from './error.ts';
import type { Order } from './orders.ts';

/** The longest line that is read: an order is small, and the socket is no place to fill memory through. */
const longestLine = 65_536;
/** Linux keeps 107 bytes for the path of a socket. */
const longestPath = 107;

/** Strangers may reach a door: they fill no memory, and hold no connection that says nothing. */
const mostAtDoor = 32;
const silentMs = 30_000;

/**
 * One order, as a line of JSON. The socket in the data folder lies in a folder of mode 0700: who reaches it is the
 * daemon's own user, or root. Node tells nothing of who is at the other end (no SO_PEERCRED): at a door that others reach
 * too an account signs, and what is said of the user counts for nothing.
 */
interface Request {
  readonly order: Order;
  readonly actor: Actor;
  /** The account that signs it; null or left out: the owner of the data folder gives it. */
  readonly as?: SignedBy | null;
  readonly language: Language;
}

const signedBy = Type.Object(
  {
    account: Type.String({ minLength: 1, maxLength: 64 }),
    password: Type.String({ maxLength: 1_000 }),
    totp: Type.Union([Type.String({ maxLength: 64 }), Type.Null()]),
  },
  { additionalProperties: false },
);

type Reply =
  | { readonly progress: DockingSnapshot }
  | { readonly done: unknown }
  | {
      readonly error: {
        readonly code: string;
        readonly params: DocketError['params'];
        readonly field: string | null;
      };
    };

export type OrderHandler = (
  order: Order,
  by: {
    actor: Actor;
    as: SignedBy | null;
    language: Language;
    onProgress: (snapshot: DockingSnapshot) => void;
  },
) => Promise<unknown>;

/** Takes orders on the socket until it is closed. A socket that a dead daemon left behind is replaced: the caller holds the lock. */
export async function serveOrders(path: string, handle: OrderHandler): Promise<Server> {
  return await served(path, 0o600, (socket) => serveOne(socket, handle));
}

/** The same for whoever reaches the socket, but of accounts alone. Errors: `station.folder_unwritable`; the system's own. */
export async function serveDoor(path: string, handle: OrderHandler): Promise<Server> {
  const signed: OrderHandler = async (order, by) => {
    if (by.as === null) throw new AccessError('access.signature_missing', {});
    return await handle(order, by);
  };
  const server = await served(path, 0o666, (socket) => {
    socket.setTimeout(silentMs, () => socket.destroy());
    serveOne(socket, signed);
  });
  server.maxConnections = mostAtDoor;
  return server;
}

async function served(path: string, mode: number, serve: (socket: Socket) => void): Promise<Server> {
  if (Buffer.byteLength(path) > longestPath) {
    const found = `${Buffer.byteLength(path)} bytes`;
    throw new StationError('station.folder_unwritable', {
      folder: path,
      found: `socket path of ${found}, at most ${longestPath}`,
    });
  }
  // Nothing but a socket: the path is a person's to write.
  if (lstatSync(path, { throwIfNoEntry: false })?.isSocket() === true) unlinkSync(path);
  const server = createServer(serve);
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(path, ready);
  });
  await chmod(path, mode);
  return server;
}

function serveOne(socket: Socket, handle: OrderHandler): void {
  const reply = (message: Reply): void => {
    if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
  };
  let text = '';
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    text += chunk;
    const end = text.indexOf('\n');
    if (end === -1 && text.length > longestLine) socket.destroy();
    if (end === -1) return;
    const line = text.slice(0, end);
    socket.removeAllListeners('data');
    socket.resume();
    answer(line, handle, reply)
      .finally(() => socket.end())
      .catch(() => undefined);
  });
}

async function answer(line: string, handle: OrderHandler, reply: (message: Reply) => void): Promise<void> {
  try {
    const { order, ...by } = readRequest(line);
    const done = await handle(order, { ...by, onProgress: (progress) => reply({ progress }) });
    reply({ done });
  } catch (error) {
    const known =
      error instanceof DocketError ? error : new StationError('station.internal', { found: String(error) });
    reply({ error: { code: known.code, params: known.params, field: known.field } });
  }
}

function readRequest(line: string): Request & { readonly as: SignedBy | null } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new StationError('station.usage', { found: 'an order that is no JSON' }, { cause: error });
  }
  if (typeof value !== 'object' || value === null || !('order' in value) || !isOrder(value.order)) {
    throw new StationError('station.usage', { found: 'an unknown order' });
  }
  const by = value as { actor?: { id?: unknown }; as?: unknown; language?: unknown };
  const { as = null } = by;
  if (as !== null && !Value.Check(signedBy, as))
    throw new StationError('station.usage', { found: 'an order with an unreadable signature' });
  const given = typeof by.actor?.id === 'string' ? by.actor.id.slice(0, 100) : '';
  // An account's id is not said here but proved.
  const id = given.startsWith('os:') ? given : 'os:unknown';
  const language = by.language === 'zh' ? 'zh' : 'en';
  return { order: value.order, actor: { kind: 'person', id }, as, language };
}

/**
 * Gives an order to the running daemon. Null where none runs; errors are those of the order itself, and
 * `station.daemon_silent`.
 */
export async function giveOrder(
  path: string,
  request: Request,
  onProgress: (snapshot: DockingSnapshot) => void,
): Promise<{ done: unknown } | null> {
  // Under a path that no daemon could listen on, none runs.
  const socket = Buffer.byteLength(path) > longestPath ? null : await connected(path);
  if (socket === null) return null;
  socket.write(`${JSON.stringify(request)}\n`);
  try {
    for await (const line of createInterface({ input: socket })) {
      const reply = JSON.parse(line) as Reply;
      if ('done' in reply) return reply;
      if ('error' in reply) throw revived(reply.error);
      onProgress(reply.progress);
    }
  } finally {
    socket.destroy();
  }
  throw new StationError('station.daemon_silent', { path, found: 'the connection ended without an answer' });
}

function connected(path: string): Promise<Socket | null> {
  return new Promise((done, fail) => {
    const socket = connect(path);
    socket.once('connect', () => done(socket));
    socket.once('error', (error) => {
      const errno = errnoOf(error);
      if (errno === 'ENOENT' || errno === 'ECONNREFUSED') done(null);
      else
        fail(
          new StationError(
            'station.daemon_silent',
            { path, found: errno ?? String(error) },
            { cause: error },
          ),
        );
    });
  });
}

function revived({ code, params, field }: Extract<Reply, { error: unknown }>['error']): DocketError {
  if (!isProblemCode(code)) return new StationError('station.internal', { found: code });
  return new DocketError(code, params as never, field === null ? {} : { field });
}

function isProblemCode(code: string): code is ProblemCode {
  return code in problems;
}
