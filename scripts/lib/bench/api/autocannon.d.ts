/** The little of it that is used here: it ships no types. */
declare module 'autocannon' {
  export interface Request {
    readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  }
  export interface Options {
    readonly url: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration: number;
    /** Instead of the duration: so many requests. */
    readonly amount?: number;
    /** Requests a second of each connection. */
    readonly connectionRate?: number;
    /** Seconds after which an answer is not waited for. */
    readonly timeout?: number;
    readonly requests: readonly Request[];
  }
  export interface Instance extends PromiseLike<unknown> {
    /** `milliseconds` from the request to the end of its answer. */
    on(
      event: 'response',
      heard: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): this;
    on(event: 'reqError', heard: (error: Error) => void): this;
    stop(): void;
  }
  export default function autocannon(options: Options): Instance;
}
