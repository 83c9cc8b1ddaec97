import { get } from 'node:http';
import { connect, type Socket } from 'node:net';
import t, { type Test } from 'tap';
import { type ApiOptions, buildApi } from '../../../src/api/build-api.ts';
import { usualCrowd } from '../../../src/api/http/crowd.ts';
import { usualPatience } from '../../../src/api/http/patience.ts';
import { apiStation } from '../api-station.ts';

const { room } = await apiStation(t);

async function listening(t: Test, options: Partial<ApiOptions>) {
  const usual = { perMinute: 1_000_000, fewerWhereAsked: false, trustProxy: false, tls: null } as const;
  const app = await buildApi(room, { ...usual, ...options });
  t.teardown(() => app.close());
  const url = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const connected = async (): Promise<number> => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    app.server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
    return await promise;
  };
  return { port: Number(url.port), connected };
}

/** Somebody at this address who has begun to say something. Resolves once they are connected. */
async function slow(t: Test, port: number, localAddress: string, says: string) {
  const { promise, resolve } = Promise.withResolvers<Socket>();
  let heard = '';
  const socket = connect({ port, host: '127.0.0.1', localAddress }, () => {
    socket.write(says);
    resolve(socket);
  });
  const closed = new Promise<string>((over) => socket.once('close', () => over(heard)));
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    heard += chunk;
  });
  socket.on('error', () => undefined);
  t.teardown(() => socket.destroy());
  await promise;
  return { closed };
}

/** The status that somebody who asks as one should is answered with. */
async function asked(port: number, localAddress: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  get({ port, host: '127.0.0.1', localAddress, path: '/healthz', agent: false }, (response) => {
    response.resume();
    resolve(response.statusCode ?? 0);
  }).on('error', reject);
  return await promise;
}

const begins = {
  'nothing at all': '',
  'half a header': 'GET /healthz HTTP/1.1\r\nHost: a\r\nX-Slow:',
  'half a body':
    'POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{',
} as const;

for (const [what, says] of Object.entries(begins))
  t.test(`700 who send ${what} from many addresses keep nobody out`, async (t) => {
    const { port, connected } = await listening(t, {});
    const crowd = [];
    for (let i = 0; i < 700; i += 1) crowd.push(await slow(t, port, `127.0.1.${1 + (i % 10)}`, says));
    t.equal(await asked(port, '127.0.0.1'), 200);
    t.ok((await connected()) <= usualCrowd.most + 1);
    // Those who came first were sent away.
    await crowd[0]?.closed;
  });

t.test('one address has so many connections, and is told so; others do not notice', async (t) => {
  const { port, connected } = await listening(t, {});
  const most = usualCrowd.mostOfOne ?? 0;
  for (let i = 0; i < most; i += 1) await slow(t, port, '127.0.2.1', begins['half a header']);
  const beyond = await slow(t, port, '127.0.2.1', '');
  t.match(await beyond.closed, /^HTTP\/1\.1 429 [\s\S]*api\.connections/);
  t.equal(await asked(port, '127.0.2.2'), 200);
  t.ok((await connected()) >= most);
});

t.test('behind a proxy all come from one address', async (t) => {
  const { port, connected } = await listening(t, {
    trustProxy: ['127.0.3.1'],
    crowd: { most: 50, mostOfOne: 5 },
  });
  for (let i = 0; i < 30; i += 1) await slow(t, port, '127.0.3.1', begins['half a header']);
  t.equal(await connected(), 30);
});

t.test('whoever takes longer than anybody needs is told so', async (t) => {
  const patience = { ...usualPatience, headersMs: 100, requestMs: 200, lookMs: 20 };
  const { port } = await listening(t, { patience });
  for (const says of Object.values(begins)) {
    const { closed } = await slow(t, port, '127.0.4.1', says);
    const heard = await closed;
    t.match(heard, /^HTTP\/1\.1 408 /);
    t.match(heard, /api\.request_slow/);
  }
});

t.test('what is being answered is not sent away for a newcomer', async (t) => {
  const { port } = await listening(t, { crowd: { most: 4, mostOfOne: 4 } });
  const opened = Promise.withResolvers<void>();
  const stream = get(
    {
      ...{ port, host: '127.0.0.1', path: '/api/v1/events', agent: false },
      headers: { authorization: 'Bearer clerk' },
    },
    (response) => {
      opened.resolve();
      response.on('error', () => undefined).resume();
    },
  );
  stream.on('error', () => undefined);
  await opened.promise;
  for (let i = 0; i < 20; i += 1) await slow(t, port, `127.0.5.${1 + i}`, '');
  t.equal(await asked(port, '127.0.0.1'), 200);
  t.equal(room.events.size, 1);
  stream.destroy();
});
