import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { ApiRoom } from './api-room.ts';
import type { Caller } from './caller.ts';
import type { FileAnswer } from './http/file-answer.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The parts of a request that a route reads; each field with its unit, nothing beside them is let in. */
export interface RouteShapes {
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
}

type Of<S extends RouteShapes, K extends keyof RouteShapes> = S[K] extends TSchema ? Static<S[K]> : undefined;

export interface Asked<S extends RouteShapes> {
  readonly params: Of<S, 'params'>;
  readonly query: Of<S, 'query'>;
  readonly body: Of<S, 'body'>;
  readonly caller: Caller;
}

/** Something that stands on its own and belongs to somebody. */
export interface Thing {
  readonly kind: 'evidence' | 'session' | 'justification' | 'finding' | 'case' | 'docking' | 'disposal';
  readonly id: string;
}

interface Described {
  readonly method: Method;
  /** Parameters as `:name`. */
  readonly path: string;
  /** The operation's name for clients, in camel case. */
  readonly name: string;
  readonly tag: string;
  /** One sentence for who reads the description. */
  readonly says: string;
  /** Of a successful answer; null: it has no body, or is a stream. */
  readonly answer: TSchema | null;
  /** Nothing of a person is in it, or it masks by itself. */
  readonly impersonal?: true;
  /** The media types of an answer that is a file. */
  readonly files?: readonly string[];
  /** A body that is no JSON: its media types and its most bytes. */
  readonly upload?: {
    readonly types: readonly string[];
    readonly mostBytes: number;
    /** Whether the route reads it as it comes. */
    readonly streamed?: true;
  };
  /** Calls a minute from one address, where that must be fewer than elsewhere. */
  readonly perMinute?: number;
}

export interface RouteFile<S extends RouteShapes> extends Described {
  readonly shapes: S;
  /** What a call is about: whoever may not see all of it is told that it is not there. */
  readonly about?: (asked: Asked<S>) => readonly Thing[];
  /** Where asking is a deed of its own (something leaves, a stream begins): what `HEAD` asks instead, and then does nothing. */
  readonly head?: (room: ApiRoom, asked: Asked<S>) => void;
  handle(room: ApiRoom, asked: Asked<S>, wire: Wire): Promise<unknown>;
}

/** For the few routes that set cookies or keep a connection. */
export interface Wire {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** A route whose shapes are forgotten: what the app checks against them has their types. */
export interface AnyRoute extends Described {
  readonly shapes: RouteShapes;
  readonly about: ((asked: Asked<RouteShapes>) => readonly Thing[]) | null;
  readonly head: ((room: ApiRoom, asked: Asked<RouteShapes>) => void) | null;
  handle(room: ApiRoom, asked: Asked<RouteShapes>, wire: Wire): Promise<unknown | FileAnswer>;
}

export function route<const S extends RouteShapes>(file: RouteFile<S>): AnyRoute {
  const typed = (asked: Asked<RouteShapes>) => asked as unknown as Asked<S>;
  const { about, head } = file;
  return {
    ...file,
    about: about === undefined ? null : (asked) => about(typed(asked)),
    head: head === undefined ? null : (room, asked) => head(room, typed(asked)),
    handle: (room, asked, wire) => file.handle(room, typed(asked), wire),
  };
}
