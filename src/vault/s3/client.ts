import { createHash } from 'node:crypto';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { S3Client } from '@aws-sdk/client-s3';
import type { ServerClock } from './server-clock.ts';
import type { StoreSettings } from './settings.ts';
import { knownSha256 } from './signed-body.ts';

const connectMs = 10_000;
/** More than parts and read-backs ever are at once. */
const mostSockets = 64;

/** Every failure comes back as an error; the library would write its own words to standard error beside it. */
const quiet = (): void => undefined;
const silent = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet };

/**
 * The client library, told not to be clever: no checksums of its own (Ceph ignores them, and refuses the stream they
 * come with), no repeating (a PUT whose answer was lost would make a second version), no waiting for `100 Continue`.
 */
export function s3Client(settings: StoreSettings, clock: ServerClock): S3Client {
  const { endpoint, region, pathStyle, keys, ca, answerMs } = settings;
  const agent = { keepAlive: true, maxSockets: mostSockets };
  const client = new S3Client({
    ...(endpoint === null ? {} : { endpoint }),
    region,
    forcePathStyle: pathStyle,
    credentials: keys,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    expectContinueHeader: false,
    maxAttempts: 1,
    logger: silent,
    requestHandler: {
      connectionTimeout: connectMs,
      socketTimeout: answerMs,
      httpAgent: new HttpAgent(agent),
      httpsAgent: new HttpsAgent(ca === null ? agent : { ...agent, ca }),
    },
  });
  hearTheTime(client, clock);
  addDigests(client);
  return client;
}

function hearTheTime(client: S3Client, clock: ServerClock): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      clock.hear(headersOf(answer.response)['date']);
      return answer;
    },
    { step: 'deserialize', priority: 'low', name: 'hearTheTime' },
  );
}

/**
 * The SHA-256 that was computed when a part was read is signed, also over TLS, where the library would leave the body
 * unsigned, and without hashing it once more on this thread. Content-MD5 goes with every XML too: AWS demands it with
 * lock parameters, older stores always.
 */
function addDigests(client: S3Client): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const headers = headersOf(args.request);
      const body = bodyOf(args.request);
      const sha256 = knownSha256(body);
      if (sha256 !== null) headers['x-amz-content-sha256'] = sha256;
      if (typeof body === 'string' && body !== '' && headers['content-md5'] === undefined)
        headers['content-md5'] = createHash('md5').update(body).digest('base64');
      return await next(args);
    },
    { step: 'build', priority: 'low', name: 'addDigests' },
  );
}

/** The library leaves a request's type open, since it could be sent by something else than HTTP. */
function headersOf(message: unknown): Record<string, string | undefined> {
  if (typeof message !== 'object' || message === null || !('headers' in message)) return {};
  return message.headers as Record<string, string | undefined>;
}

function bodyOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'body' in message ? message.body : undefined;
}
