import { setTimeout as wait } from 'node:timers/promises';
import autocannon, { type Request } from 'autocannon';
import { percentile } from '../statistics.ts';
import type { Question } from './question.ts';

/** What asking one question again and again took; milliseconds. */
export interface Asked {
  readonly name: string;
  readonly kind: Question['kind'];
  readonly role: Question['role'];
  readonly answers: number;
  /** Answers that were no success, and requests without one. */
  readonly failed: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly bytes: number;
}

export interface Target {
  readonly url: string;
  readonly tokens: Readonly<Record<Question['role'], string>>;
}

/** How hard it is asked. */
export interface Load {
  readonly connections: number;
  readonly seconds: number;
  /** Of each connection; null: the next at once. */
  readonly aSecond: number | null;
}

const patience = 60;

/** So many of its paths are enough to know that it is answered. */
const tried = 4;

/**
 * Asks some paths of a question once, by plain `fetch`: threads start with the first question, and one that is refused would
 * be quick. Error: where an answer is no success.
 */
export async function askOnce({ name, role, paths, most }: Question, { url, tokens }: Target): Promise<void> {
  // A connection that the daemon has closed meanwhile must not be taken for one that it refuses.
  const headers = { authorization: `Bearer ${tokens[role]}`, connection: 'close' };
  for (const path of paths.slice(0, most === undefined ? tried : 1)) {
    const answer = await patiently(() => fetch(`${url}${path}`, { headers }));
    const text = await answer.text();
    // What takes too long is given up by the daemon: that is a figure too, and not the end.
    if (!answer.ok && answer.status < 500)
      throw new Error(`${name}: GET ${path} as ${role}: ${answer.status} ${text}`);
  }
}

/** The daemon drops connections where it is crowded; that is not what is tried here. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let again = 0; ; again++)
    try {
      return await ask();
    } catch (error) {
      if (again === 5) throw error;
      await new Promise((later) => setTimeout(later, 500));
    }
}

/** Asks one question over HTTP with autocannon. @param until ends it before its time */
export async function ask(
  question: Question,
  target: Target,
  load: Load,
  until: Promise<unknown> = new Promise(() => undefined),
): Promise<Asked> {
  const { name, kind, role, most } = question;
  const instance = autocannon({
    url: target.url,
    ...{ connections: load.connections, duration: load.seconds, timeout: patience },
    ...(most === undefined ? {} : { amount: most }),
    ...(load.aSecond === null ? {} : { connectionRate: load.aSecond }),
    requests: question.paths.map((path, i) => requestOf(question, target, path, question.bodies?.[i])),
  });
  const began = performance.now();
  const times: number[] = [];
  let [failed, bytes] = [0, 0];
  instance.on('response', (_client, status, size, milliseconds) => {
    times.push(milliseconds);
    bytes += size;
    if (status >= 300) failed += 1;
  });
  instance.on('reqError', () => {
    failed += 1;
  });
  const stop = until.then(() => instance.stop());
  await Promise.race([instance, stop.then(() => wait(1_000))]);
  if (times.length === 0) {
    // It took longer than it was asked for: at least so long, and no success.
    times.push(performance.now() - began);
    failed += 1;
  }
  return {
    ...{ name, kind, role, answers: times.length, failed },
    ...{ p50: percentile(times, 0.5), p99: percentile(times, 0.99), max: percentile(times, 1) },
    bytes: Math.round(bytes / times.length),
  };
}

function requestOf(
  { role, method: given }: Question,
  { tokens }: Target,
  path: string,
  body: string | undefined,
): Request {
  const method = given ?? 'GET';
  const who = { authorization: `Bearer ${tokens[role]}`, 'accept-language': 'zh' };
  if (body === undefined) return { method, path, headers: who };
  return { method, path, headers: { ...who, 'content-type': 'application/json' }, body };
}
